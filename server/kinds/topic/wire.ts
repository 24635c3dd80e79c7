import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf } from '../received.ts'
import { facts } from './facts.ts'
import type { TopicFields } from './fields.ts'
import { texts } from './texts.ts'

/**
 * A Page: what Lemmy, PieFed, Mbin and NodeBB call the first post of a thread (FEP-1b12). Mastodon shows its name, its
 * summary and a link, so the summary must stand alone.
 */
export function toObject(entry: Envelope, topic: TopicFields, locale: Locale): WireObject {
  const { title, state } = entry
  const summary = lede(entry)
  return {
    type: 'Page',
    name: state === 'closed' ? `[${texts[locale].closed}] ${title}` : title,
    ...(summary !== '' && { summary }),
    content: contentOf(entry, {
      before: topic.purpose === 'discussion' ? '' : factLines(facts(topic, locale), ['purpose'], locale),
      most: 7000,
      link: texts[locale].link,
      summarised: true,
    }),
  }
}

export const fromObject = (object: ReceivedObject): unknown => fieldsOf(object, 'topic', stranger)

/** Elsewhere a thread is a thread. */
const stranger = (): unknown => ({})
