import { readFileSync } from 'node:fs'
import { HtmlValidate, type ConfigData } from 'html-validate'

const rules = JSON.parse(
  readFileSync(new URL('../html-validate.json', import.meta.url), 'utf8'),
) as ConfigData
const pages = new HtmlValidate(rules)
const fragments = new HtmlValidate({ ...rules, extends: ['html-validate:recommended'] })

/** What a validator finds wrong in a whole page: one line per fault, none when all is well. */
export const pageFaults = (html: string): Promise<string[]> => faults(pages, html)

/** The same for a piece of a page. */
export const fragmentFaults = (html: string): Promise<string[]> => faults(fragments, html)

async function faults(validator: HtmlValidate, html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  const messages = report.results.flatMap((result) => result.messages)
  return messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)
}
