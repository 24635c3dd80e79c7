import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import type { ResourceFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = [
  'direction',
  'category',
  'terms',
  'price',
  'availability',
  'availableUntil',
  'surface',
  'capacity',
  'levels',
]

/** A Note, because Mastodon shows nothing of an Article but its title (interop.md §2). */
export const toObject = (entry: Envelope, resource: ResourceFields, locale: Locale): WireObject => ({
  type: 'Note',
  content: contentOf(entry, {
    before: opening(entry, texts[locale].closed) + factLines(facts(resource, locale), decisive, locale),
    most: 2000,
    link: texts[locale].link,
  }),
})

export const fromObject = (object: ReceivedObject): unknown =>
  fieldsOf(object, 'resource', unknownToStrangers)
