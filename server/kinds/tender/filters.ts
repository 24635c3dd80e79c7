import { sql, type SQL } from 'drizzle-orm'
import { cpvPrefix } from '../cpv.ts'
import type { RecordFacet } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { admittedLabels } from './lot-facts.ts'
import { lotTexts } from './lot-texts.ts'
import { texts } from './texts.ts'
import { inEachLanguage } from '../../../views/language.tsx'

/** What is withdrawn is no longer found by what it asked. */
const there = sql`record.value ->> 'state' <> 'withdrawn'`

const words = (name: keyof (typeof texts)['fr']['filters']): RecordFacet['label'] =>
  inEachLanguage((locale) => texts[locale].filters[name])

/** `77`, `773`, `77310000-6`: what a code begins with, without the zeros that stand for all below. */
const cpv: RecordFacet = {
  name: 'cpv',
  label: words('cpv'),
  of: 'lots',
  matches(text) {
    const prefix = cpvPrefix(text)
    return prefix === null ? null : sql`${there} and record.value ->> 'cpv' like ${`${prefix}%`}`
  },
}

const reservation: RecordFacet = {
  name: 'reservation',
  label: words('reservation'),
  of: 'lots',
  options: (locale) => optionsOf(lotTexts[locale].reservations),
  matches: (value) => sql`${there} and record.value ->> 'reservation' = ${value}`,
}

/** A lot with a clause and a criterion has each of them. */
const social: RecordFacet = {
  name: 'social',
  label: words('social'),
  of: 'lots',
  options: (locale) => optionsOf(lotTexts[locale].socials),
  matches: (value) =>
    sql`${there} and record.value ->> 'social' in (${value}, ${value === 'none' ? value : 'both'})`,
}

/** Named by the buyer: what a notice does not say is not guessed. */
const openTo: RecordFacet = {
  name: 'openTo',
  label: words('openTo'),
  of: 'lots',
  options: (locale) => optionsOf(admittedLabels(locale)),
  matches: (value): SQL =>
    sql`${there} and exists (select 1 from json_each(record.value, '$.openTo') as admitted where admitted.value = ${value})`,
}

export const filters: readonly RecordFacet[] = [cpv, reservation, social, openTo]
