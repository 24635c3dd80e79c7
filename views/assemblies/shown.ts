import { formatMoment } from '../format.ts'
import type { Locale } from '../language.tsx'

// What the page of an assembly is handed.

export type Family =
  | 'association'
  | 'cooperative'
  | 'mutual'
  | 'foundation'
  | 'company'
  | 'insertion'
  | 'public'
  | 'other'

export interface ShownSeat {
  id: string
  family: Family
  label: string
  organisation: string | null
  person: string | null
  sinceDay: string | null
  untilDay: string | null
}

export interface ShownCandidature {
  id: string
  organisation: string
  person: string | null
  seat: string | null
  email: string
  body: string
  state: 'waiting' | 'accepted' | 'refused'
  answer: string
}

export interface ShownMeeting {
  id: string
  startsAt: string
  place: string
  note: string
  minutes: string | null
  invitedAt: number | null
  /** Who was there, of the seats of which something was noted; null: nothing was. */
  attendance: { present: number; noted: number } | null
}

export interface ShownItem {
  id: string
  title: string
  body: string
  family: Family
  organisation: string | null
  state: 'proposed' | 'accepted' | 'refused'
  answer: string
  meetingId: string | null
}

export interface ShownDecision {
  id: string
  sort: 'decision' | 'task'
  what: string
  carriedBy: string | null
  dueDay: string | null
  state: 'open' | 'done' | 'dropped'
}

export interface ShownFigures {
  families: readonly { family: Family; seats: number; held: number }[]
  unseated: readonly Family[]
  attendance: number | null
  fieldItems: { all: number; field: number } | null
  carried: { all: number; whole: number } | null
}

export interface ShownAssembly {
  name: string
  path: string
  sort: 'council' | 'committee'
  mandate: string
  runner: { name: string; href: string | null }
}

/** As the clock at the place says it: it is written down without a zone. */
export const meetingTime = (startsAt: string, locale: Locale): string =>
  formatMoment(`${startsAt}:00Z`, locale, 'UTC')

/** Inside a sentence; what follows keeps its capitals: ‘société commerciale de l’ESS’. */
export const inside = (label: string): string => label.slice(0, 1).toLowerCase() + label.slice(1)
