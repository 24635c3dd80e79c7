import type { Child } from 'hono/jsx'
import { Badge, Origin, StateBadge } from '../../../views/components/badge.tsx'
import { EntryCard, Fact } from '../../../views/components/card.tsx'
import { entryTexts } from '../../../views/entries/entry-texts.ts'
import { useLocale } from '../../../views/language.tsx'
import { isOver } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { lookOf, pictureOf, spokenIn, tagHref } from './look.ts'
import { missingWords } from './missing.ts'

export interface CardProps {
  entry: Entry
  now: number
  level?: 2 | 3 | 4
  /** Small lists leave out what a reader decides by only later; `bare`: the summary too. */
  brief?: boolean | 'bare'
  actions?: Child
}

/** Any entry in any list: what the envelope says, and one line of the kind's own. */
export function Card({ entry, now, level, brief = false, actions }: CardProps) {
  const locale = useLocale()
  const { envelope, kind, fields } = entry
  const missing = missingWords(entry, locale)
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  const line = fields === null ? null : kind.Line({ entry: envelope, fields })
  const { placeLabel } = envelope
  return (
    <EntryCard
      kind={lookOf(kind, locale)}
      href={envelope.path}
      title={envelope.title}
      language={spokenIn(envelope, locale)}
      summary={brief === 'bare' ? null : envelope.summary}
      organisation={
        envelope.speaker && { name: envelope.speaker.name, href: envelope.speaker.url ?? undefined }
      }
      leaf={when === null ? undefined : { at: when.startsAt, now, zone: when.timeZone }}
      image={brief !== false ? null : pictureOf(envelope, 'small')}
      facts={
        <>
          {placeLabel && <Fact icon="map-pin">{placeLabel}</Fact>}
          {line}
          {missing !== '' && <Fact icon="circle-alert">{entryTexts[locale].missing(missing)}</Fact>}
        </>
      }
      badges={<Badges entry={entry} now={now} />}
      tags={brief !== false ? undefined : envelope.tags.map(({ label }) => label)}
      tagHref={tagHref}
      level={level}
      actions={actions}
    />
  )
}

/** Where it stands and where it comes from: only what a reader would not take for granted. */
export function Badges({ entry, now }: { entry: Entry; now: number }) {
  const locale = useLocale()
  const { envelope, kind, unfinished } = entry
  const { state, origin } = envelope
  return (
    <>
      {state === 'draft' && <StateBadge state="draft" />}
      {unfinished !== null && <StateBadge state="unfinished" />}
      {state === 'review' && <StateBadge state="submitted" />}
      {(state === 'published' || state === 'closed') && isOver(envelope, now) && (
        <Badge icon="lock">{kind.texts[locale].closed}</Badge>
      )}
      {origin !== null && <Origin host={origin.host} />}
    </>
  )
}
