import type { Child } from 'hono/jsx'
import type { AnySQLiteTable } from 'drizzle-orm/sqlite-core'
import type { z } from 'zod'
import type { IconName } from '../../views/icons.ts'
import type { Catalogue, Locale } from '../../views/language.tsx'
import type { Advice, Written } from './advice.ts'
import type { Envelope } from './envelope.ts'
import type { Facet } from './facet.ts'
import type { Fault } from './faults.ts'
import type { Inside, InsideObject } from './inside.ts'
import type { KindTexts } from './kind-texts.ts'

export type { ChoiceFacet, Facet, RecordFacet, TextFacet } from './facet.ts'
export type { Inside, InsideObject } from './inside.ts'
export type { KindTexts } from './kind-texts.ts'

/** The actors that carry a section; news, events and topics are announced by the forum. */
export type Section = 'ressources' | 'emplois' | 'marches' | 'propositions' | 'forum'

/** What a kind puts on the wire. The federation adds id, author, addressing, url, dates, tags, maillonItem. */
export interface WireObject {
  type: 'Note' | 'Article' | 'Event' | 'Page'
  /** Safe HTML, of `<p> <strong> <ul> <li> <a> <br>` only: what every server keeps. */
  content: string
  /** Never on a Note: a content warning on half of the servers (interop.md §2). */
  name?: string
  summary?: string
  [property: string]: unknown
}

/** An object from outside, as `federation/normalise.ts` leaves it: plain, bounded, and not to be believed. */
export type ReceivedObject = Readonly<Record<string, unknown>>

/** What the shared envelope learns from a kind's own fields. */
export interface Derived {
  startsAt?: number | null
  closesAt?: number | null
  direction?: 'offer' | 'need' | null
}

export interface Occurrence {
  startsAt: number
  endsAt: number | null
  /** IANA name. */
  timeZone: string
  location: string | null
  /** Confirmed, if nothing is said. */
  status?: 'confirmed' | 'tentative' | 'cancelled'
}

/** How somebody without an account writes to those who publish an entry (server/inquiries). */
export interface Inquiry {
  act: 'apply' | 'ask' | 'register'
  /** To whom it is sent, as the entry says; null: to those who wrote it. */
  email: string | null
  /** How many people there is room for; null: nobody counts. */
  places: number | null
}

/** A field that names another entry of this hub, by `reference` of gate.ts. */
export interface Reference {
  field: string
  /** Of the entry that is named. */
  kind: string
}

/** The passages of an entry's text that an answer may name. */
export interface Passages {
  /** The last instant at which an answer may name one; null: not, or not any more. */
  until: number | null
  /** Their numbers are never given to another one. */
  all: readonly { number: number; label: string }[]
}

/** What a kind's rules may know of the rest: `words`, that something is said beside the title. */
export interface Surroundings {
  /** A deadline is held against it; 0: what is over is welcome. */
  now: number
  /** What is later has not happened yet, and nobody can have seen it. */
  present: number
  placeCode: string | null
  words: boolean
}

/**
 * All that is peculiar to one kind of content. Values of `Fields` are flat: text, number, boolean, null or a
 * list of texts, one column each under the same name; times are milliseconds, days are `YYYY-MM-DD`. Beside these a
 * kind may have parts (`gate.ts`): lists of records that are flat themselves, each list in one column of JSON.
 */
export interface Kind<
  Name extends string = string,
  Fields extends Record<string, unknown> = Record<string, unknown>,
> {
  readonly name: Name
  /** `/emplois` */
  readonly path: string
  /** Null: entries of this kind speak for themselves (organisations). */
  readonly section: Section | null
  readonly icon: IconName
  /** The kind in whose menu entry its list stands: calls under tenders. Without it: an entry of its own. */
  readonly under?: string
  readonly texts: Catalogue<KindTexts>
  /** Its own columns, keyed by `entryN`. */
  readonly table: AnySQLiteTable
  /** The one gate: forms, API and inbox. Requires only what a stranger can know, defaults the rest. */
  readonly fields: z.ZodType<Fields>
  /** ActivityStreams types accepted from strangers that send no maillonItem; claimed by one kind only. */
  readonly as: readonly string[]
  readonly facets?: readonly Facet[]
  /**
   * A discussion, which any member may begin: said by themselves where they are heard elsewhere, held by the hub's
   * rule for topics, and closed to answers once it is closed.
   */
  readonly conversation?: true
  /**
   * Its fields that name another entry: when our own form or the API sends them, it is one of this hub that the same
   * organisation says (entries/references.ts). Of another hub's entry, an entry of that same hub is meant.
   */
  readonly references?: readonly Reference[]
  /** Does an image make sense on the wire? (It suppresses the link card on Mastodon: interop.md §2.) */
  readonly pictureTravels: boolean
  /** What our own form asks in addition (a deadline in the future, a pay range): rules.ts. */
  rules?(fields: Fields, envelope: Surroundings): Fault[]
  /** What would make it easier to find and to answer, and whether it is there: never asked, only said. */
  advice?(known: Partial<Fields>, written: Written, locale: Locale): Advice[]
  /** Of its fields, what another one made from it begins with instead: nobody won yet, and nothing was measured. */
  again?(fields: Fields): Partial<Fields>
  /** The same, a year later: for what comes back each year, and how many years on it is. */
  nextYear?(fields: Fields, now: number): { fields: Partial<Fields>; years: number } | null
  /** The day on which it closes by itself, and which its author may put off when it comes near. */
  readonly closedBy?: keyof Fields & string
  /** What a change to a public entry would take away that others hold on to: the numbers of records are addresses. */
  keeps?(before: Fields, after: Fields): Fault[]
  /** Where the records of a part name a place of France: people type its name, the code is ours to find. */
  readonly places?: readonly { part: string; code: string; name: string }[]
  /** Fields that are kept as they were each time they change in public, for all to read and to compare. */
  readonly versioned?: readonly string[]
  /** Which parts of it can be commented on by themselves. */
  passages?(fields: Fields): Passages
  derive(fields: Fields): Derived
  /** It stands somewhere that people go to: the editor asks for its exact position. */
  readonly placed?: true
  /** Its fields that hold INSEE codes: in the editor people may type names. */
  readonly placeFields?: readonly string[]
  /**
   * What a change by its own people must not lose: the fields as they are kept, from what was there and what was sent.
   * The names of the fields that it fills: a form sent twice does not know of them.
   */
  readonly history?: {
    readonly fields: readonly string[]
    keep(before: Fields, after: Fields, day: string): Fields
  }
  /** Pure; fetches nothing. `locale` is the entry's language. */
  toObject(entry: Envelope, fields: Fields, locale: Locale): WireObject
  /**
   * What stands inside an entry and can be asked for on its own, at `<id of the entry>/<part>/<number>`; its page has
   * the same end. `gone`: it was taken back. Null: there is none.
   */
  inside?(entry: Envelope, fields: Fields, address: Inside, locale: Locale): InsideObject | 'gone' | null
  /** Untrusted; what it returns goes through `fields`. */
  fromObject(object: ReceivedObject): unknown
  /** Null: this one asks to be answered elsewhere, or by nobody. Without it: entries of this kind take none. */
  inquiry?(fields: Fields): Inquiry | null
  /** Until then, what is said under it are questions: of a debate that is still to come. */
  questionsUntil?(fields: Fields): number | null
  /** When it happens, for iCal. */
  when?(entry: Envelope, fields: Fields): Occurrence | null
  /** In CSV and text previews, in the reader's language: always the same names in one order, some values empty. */
  facts(fields: Fields, locale: Locale): { name: string; label: string; value: string }[]
  /** schema.org markup of an open entry's page; null: none. */
  toSchema?(
    entry: Envelope,
    fields: Fields,
    hub: { origin: string; name: string },
  ): Record<string, unknown> | null
  /** Its part of the entry page. */
  Details(props: { entry: Envelope; fields: Fields }): Child
  /** One line on the card in lists: `<Fact>` items of views/components/card.tsx. */
  Line(props: { entry: Envelope; fields: Fields }): Child
  /** Its part of the editor. Values are what was typed, texts as they came; errors are already words. */
  Form(props: { values: FormValues; errors: Readonly<Record<string, string>> }): Child
  /** Feeds the contract tests, GET /api/v1/kinds and the examples of FEDERATION.md. */
  readonly sample: Fields
}

/** What a form sent, or what a form is first filled with: every value as text, several for repeated names. */
export interface FormValues {
  text(name: string): string
  list(name: string): string[]
  has(name: string, value: string): boolean
  /** The records of a part, in order: `lots.0.title` is `parts('lots')[0].text('title')`. */
  parts(name: string): FormValues[]
}

/** Keeps the names literal and checks the whole contract. */
export const defineKind = <const Name extends string, Fields extends Record<string, unknown>>(
  kind: Kind<Name, Fields>,
): Kind<Name, Fields> => kind
