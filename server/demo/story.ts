import type { KindName } from '../kinds/index.ts'

/** An entry as `POST /api/v1/entries` takes it. `key` lets a later one name the organisation it speaks for. */
export interface DemoEntry {
  key: string
  kind: KindName
  title: string
  summary: string
  body: string
  tags: string[]
  place: string | null
  licence?: string
  /** Key of an organisation earlier in the list; it speaks for the hub itself when there is none. */
  organisation?: string
  /** Fields that name an earlier entry, by its key. */
  names?: Readonly<Record<string, string>>
  fields: Record<string, unknown>
  /** What is changed once it is public: a second version, for all to compare. */
  revised?: Record<string, unknown>
}

export interface DemoHub {
  name: string
  handle: string
  tagline: string
  admin: string
  email: string
  homeText: string
  /** A colour of its own. */
  accent?: string
  /** Its desk of facilitation has been at work. */
  facilitates?: true
  entries: DemoEntry[]
}

/** A day from now, in the calendar of the place. */
export const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** The next 28 November that is still to come: the letter's forum was to be held on that day. */
export function nextForumDay(now: Date): string {
  const year = now.getUTCFullYear()
  const thisYear = `${year}-11-28`
  return now.toISOString().slice(0, 10) < thisYear ? thisYear : `${year + 1}-11-28`
}

/** Said under everything that could be taken for true. */
export const fictional = '*Contenu de démonstration\u00a0: cette organisation est imaginaire.*'
