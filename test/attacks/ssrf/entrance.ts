import type { House } from './house.ts'

/** Something that the hub does of which a stranger can make it ask an address, by the door through which they come. */
export interface Entrance {
  name: string
  /** Whom an address may lead to: any host, or only the one on whose word it is. */
  asks: 'anybody' | 'the same host'
  /** Leads the hub to each of these addresses, the one of each number under that number. */
  lead(house: House, urls: readonly string[]): Promise<void>
}

export const each = async (urls: readonly string[], act: (url: string, at: number) => Promise<unknown>) => {
  for (const [at, url] of urls.entries()) await act(url, at)
}

/** An entry of the hub’s own, about which anybody may say something. */
export async function entryOf({ hub }: House): Promise<string> {
  const [row] = (await hub.deps.db.query("SELECT id FROM entries WHERE kind = 'job' AND origin_n IS NULL"))
    .rows
  if (row === undefined) return (await hub.publish('job')).envelope.apId
  return `${hub.origin}/ap/objects/${String(row['id'])}`
}
