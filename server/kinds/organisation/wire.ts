import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import type { OrganisationFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = ['family', 'status', 'structure', 'sectors', 'area', 'website']

/**
 * To the fediverse an organisation is an actor, made by the federation from its entry: nothing is served at
 * /ap/objects/{id}, and this Page never leaves. The contract of a kind asks for it, and a neighbour that sends one is
 * read all the same.
 */
export function toObject(entry: Envelope, organisation: OrganisationFields, locale: Locale): WireObject {
  const summary = lede(entry)
  return {
    type: 'Page',
    name: entry.title,
    ...(summary !== '' && { summary }),
    content: contentOf(entry, {
      before: factLines(facts(organisation, locale), decisive, locale),
      most: 3000,
      link: texts[locale].link,
      summarised: true,
    }),
  }
}

export const fromObject = (object: ReceivedObject): unknown =>
  fieldsOf(object, 'organisation', unknownToStrangers)
