/** What a file says of one tender: as a form would have been filled in. */
export interface Understood {
  format: 'ocds' | 'boamp' | 'table'
  /** `title`, `summary`, `body` of the entry. */
  shared: Record<string, string>
  /** The fields of a tender, not yet through its gate. */
  fields: Record<string, unknown>
  /** What the file says beside that: the names of its own members or columns. */
  ignored: string[]
}

/** Why nothing could be read of it. */
export type Unreadable = 'too-large' | 'not-json' | 'not-csv' | 'too-deep' | 'unknown' | 'empty'

export const importLimits = { bytes: 256 * 1024, depth: 32, nodes: 20_000, rows: 1000, ignored: 40 }

/** The first so many names, each once and none longer than one can read. */
export const named = (names: Iterable<string>): string[] =>
  [...new Set([...names].map((name) => name.slice(0, 100)))].slice(0, importLimits.ignored)
