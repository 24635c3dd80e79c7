import type { Child } from 'hono/jsx'
import type { EntryArticleProps } from '../../../views/entries/entry.tsx'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import { Facts } from '../../kinds/facts.tsx'
import { factsKnown } from '../../kinds/unfinished.ts'
import { Badges } from './card.tsx'
import { lookOf, outside, pictureOf, spokenIn, tagHref } from './look.ts'
import { missingWords } from './missing.ts'

/** An entry in the words of its page: shown there, and in the preview before it is. */
export function articleOf(
  deps: Pick<Deps, 'licences' | 'now'>,
  entry: Entry,
  locale: Locale,
): EntryArticleProps {
  const { envelope, kind } = entry
  const { origin, placeCode, placeLabel, licence, state } = envelope
  return {
    kind: lookOf(kind, locale),
    list: { href: kind.path, label: kind.texts[locale].many },
    title: envelope.title,
    summary: envelope.summary,
    language: spokenIn(envelope, locale),
    speaker: bylineOf(envelope),
    place:
      placeCode === null || placeLabel === null
        ? null
        : { label: placeLabel, href: `${kind.path}?place=${placeCode}` },
    badges: <Badges entry={entry} now={deps.now()} />,
    origin: origin && { ...origin, url: outside(envelope.url) ?? envelope.path },
    hidden: !isPublic(state),
    missing: missingWords(entry, locale),
    picture: pictureOf(envelope, 'full'),
    html: envelope.html,
    tags: envelope.tags.map(({ label }) => label),
    tagHref,
    licence: licence === null ? null : licenceOf(deps, licence),
    publishedAt: envelope.publishedAt,
    updatedAt: wasRevised(envelope) ? envelope.updatedAt : null,
    details: detailsOf(entry, locale),
  }
}

/** Of an unfinished draft, what is known of it. */
function detailsOf({ envelope, kind, fields, unfinished }: Entry, locale: Locale): Child {
  if (fields !== null) return <kind.Details entry={envelope} fields={fields} />
  const known = unfinished === null ? [] : factsKnown(kind, unfinished, locale)
  return known.length === 0 ? null : <Facts items={known} />
}

const licenceOf = ({ licences }: Pick<Deps, 'licences'>, id: string) => ({
  id,
  name: licences.get(id),
  href: licences.has(id) ? `https://spdx.org/licenses/${id}.html` : undefined,
})

export const wasRevised = ({
  publishedAt,
  updatedAt,
}: Pick<Envelope, 'publishedAt' | 'updatedAt'>): boolean => publishedAt !== null && updatedAt > publishedAt

/** Who says it: the organisation that it names, else of a conversation whoever began it. */
function bylineOf({ speaker, writer }: Envelope): EntryArticleProps['speaker'] {
  if (speaker === null) return writer === null ? null : { name: writer, href: null }
  return {
    name: speaker.name,
    href: speaker.url?.startsWith('/') ? speaker.url : (outside(speaker.url) ?? null),
  }
}
