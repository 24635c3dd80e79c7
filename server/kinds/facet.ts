import type { SQL } from 'drizzle-orm'
import type { Catalogue, Locale } from '../../views/language.tsx'

// What a kind's own list may be narrowed by.

/** A facet of a kind's own list: `?contract=cdi`, over the column of the same name. */
export interface ChoiceFacet {
  name: string
  options(locale: Locale): { value: string; label: string }[]
  label: Catalogue<{ label: string }>
  /** The column holds several answers. */
  several?: true
}

/** One whose value is typed: `?cpv=45`. Names no column. */
export interface TextFacet {
  name: string
  label: Catalogue<{ label: string; hint: string }>
  /** A condition on the kind's own table; null: the text is none that could be meant, and narrows nothing. */
  matches(text: string): SQL | null
}

/**
 * One over the records of a part: with several, one record has to fulfil all of them. With `options` it is chosen,
 * without it is typed.
 */
export interface RecordFacet {
  name: string
  label: Catalogue<{ label: string; hint?: string | undefined }>
  /** The part: a column of the kind's own table. */
  of: string
  options?(locale: Locale): { value: string; label: string }[]
  /** A condition on one record, whose JSON is `record.value`; null: no text that could be meant. */
  matches(text: string): SQL | null
}

export type Facet = ChoiceFacet | TextFacet | RecordFacet
