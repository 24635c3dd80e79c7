import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'

/**
 * An error as it is logged, with the lines of what was written instead of what was built. Node can do so by itself
 * (`--enable-source-maps`), and reads and keeps the map of every file for it: a tenth of a start, and 5 MB.
 */
export function readableError(error: Error): ReturnType<typeof pino.stdSerializers.err> {
  const said = pino.stdSerializers.err(error)
  // Whoever throws something else gets it logged as it is.
  return typeof said?.stack === 'string' ? { ...said, stack: asWritten(said.stack) } : said
}

const house = new URL('..', import.meta.url).href

/** A stack whose places in our built files are those they were built from; the others stay. */
export const asWritten = (stack: string): string =>
  stack.replaceAll(/(?<=^ {4}at .*?)(file:\/\/[^\s()]+\.js):(\d+):(\d+)/gm, (place, url, line, column) => {
    const entry = mapOf(url)?.findEntry(Number(line) - 1, Number(column) - 1)
    if (entry === undefined || !('originalSource' in entry)) return place
    const source = new URL(entry.originalSource, url).href
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`
  })

/** At most one for each file of ours. */
const maps = new Map<string, SourceMap>()

/** A message may look like a stack and name anything: what is not built here is not looked for. */
function mapOf(url: string): SourceMap | undefined {
  const known = maps.get(url)
  if (known !== undefined || !url.startsWith(house) || /node_modules|\.\.|%/.test(url)) return known
  const path = `${fileURLToPath(url)}.map`
  if (!existsSync(path)) return undefined
  const map = new SourceMap(JSON.parse(readFileSync(path, 'utf8')))
  maps.set(url, map)
  return map
}
