import { OwnEntriesSection } from '../../../views/entries/own-entries.tsx'
import { useLocale } from '../../../views/language.tsx'
import type { Entry } from '../../entries/load.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import { kinds } from '../../kinds/index.ts'
import { Card } from './card.tsx'
import { hostOf } from './look.ts'

interface OwnEntriesProps {
  of: Envelope
  entries: readonly Entry[]
  handle: string | null
  /** Null for those who do not answer for it. */
  followers: number | null
  hub: { origin: string }
  now: number
}

const shown = 4

/** What an organisation offers, by kind, and how to follow it: on the page of whatever others speak for. */
export function OwnEntries({ of, entries, handle, followers, hub, now }: OwnEntriesProps) {
  const locale = useLocale()
  if (entries.length === 0 && handle === null) return null
  const groups = kinds
    .map((kind) => ({ kind, own: entries.filter((entry) => entry.kind.name === kind.name) }))
    .filter(({ own }) => own.length > 0)
  return (
    <OwnEntriesSection
      name={of.title}
      handle={handle && `@${handle}@${hostOf(hub.origin)}`}
      audience={followers === null ? null : { followers, poster: `${of.path}/affiche` }}
      groups={groups.map(({ kind, own }) => ({
        label: kind.texts[locale].many,
        allHref: own.length > shown ? `${kind.path}?org=${of.id}` : null,
        cards: own.slice(0, shown).map((entry) => <Card entry={entry} now={now} level={4} brief />),
      }))}
    />
  )
}
