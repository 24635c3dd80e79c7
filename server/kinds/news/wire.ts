import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, lede, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import { optionalUrl } from '../gate.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, ifValid, listOf, textIn } from '../received.ts'
import { facts } from './facts.ts'
import type { NewsFields } from './fields.ts'
import { texts } from './texts.ts'

const decisive = ['meetingOf', 'meetingDay', 'meetingPlace']

/**
 * An Article (FEP-b2b8). Mastodon shows its name, its summary and a link, never its content: the summary
 * must stand alone. Others show name and content together, so the content does not say the title again.
 */
export function toObject(entry: Envelope, news: NewsFields, locale: Locale): WireObject {
  const summary = lede(entry)
  return {
    type: 'Article',
    name: entry.title,
    ...(summary !== '' && { summary }),
    content: contentOf(entry, {
      before: factLines(facts(news, locale), decisive, locale),
      most: 7000,
      link: texts[locale].link,
      summarised: true,
    }),
    // For those who show short texts alone (FEP-b2b8).
    preview: {
      type: 'Note',
      content: contentOf(
        { ...entry, summary, html: '' },
        { before: opening(entry, texts[locale].closed), most: 1000, link: texts[locale].link },
      ),
    },
  }
}

export const fromObject = (object: ReceivedObject): unknown => fieldsOf(object, 'news', stranger)

/** A blog's article: its page is its source. */
const stranger = (object: ReceivedObject): unknown => ({
  source:
    listOf(object['url'])
      .map((url) => ifValid(optionalUrl, textIn(url, 'href') ?? url))
      .find((url) => url !== null) ?? null,
})
