import { execFile } from 'node:child_process'
import { globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import type { Response } from 'playwright-core'
import { root } from '../support/dist.ts'

// The Nu Html Checker of the W3C, beside html-validate: it reads pages as browsers do. It runs on Java, once for all
// pages, for it takes longer to start than to read them.

const kept = join(root, 'test/screenshots/html')
const jar = join(
  dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
  'build/dist/vnu.jar',
)

export const forgetPages = (): void => rmSync(kept, { recursive: true, force: true })

/** As the server sent it: what scripts made of it is none of the checker’s business. */
export async function keepPage(name: string, answer: Response | null): Promise<void> {
  if (answer === null || !(answer.headers()['content-type'] ?? '').startsWith('text/html')) return
  mkdirSync(kept, { recursive: true })
  writeFileSync(join(kept, `${name}.html`), await answer.body())
}

interface Message {
  type: string
  subType?: string
  url: string
  lastLine?: number
  message: string
  extract?: string
}

/** What it says against pages that are right, and why they are. */
const exceptions: readonly { says: RegExp; because: string }[] = [
  {
    says: /^Trailing slash on void elements/,
    because: 'hono/jsx writes `<br/>`, and puts every attribute in quotes: nothing is read wrongly.',
  },
]

/** How many pages it read, and what is wrong in them. Without Java there is no answer, and no pass. */
export async function nuFaults(): Promise<{ pages: number; faults: string[] }> {
  const files = globSync('*.html', { cwd: kept }).map((file) => join(kept, file))
  if (files.length === 0) return { pages: 0, faults: [] }
  const { messages } = JSON.parse(await checked(files)) as { messages: Message[] }
  const faults = messages
    .filter(({ message }) => !exceptions.some(({ says }) => says.test(message)))
    .map(
      ({ url, lastLine, message, extract = '' }) =>
        `${basename(url)}:${lastLine ?? 0} ${message} ${extract.replaceAll(/\s+/g, ' ')}`,
    )
  return { pages: files.length, faults }
}

/** It answers on its error stream, and ends with 1 where it found something. */
const checked = (files: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const args = [
      '-Xss2m',
      '-jar',
      jar,
      '--format',
      'json',
      '--exit-zero-always',
      '--skip-non-html',
      ...files,
    ]
    execFile('java', args, { maxBuffer: 64 * 1024 * 1024 }, (error, _out, said) =>
      error === null ? resolve(said) : reject(new Error(`The Nu checker did not run: ${error.message}`)),
    )
  })
