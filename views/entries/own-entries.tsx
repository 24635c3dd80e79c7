import type { Child } from 'hono/jsx'
import { CardList } from '../components/card.tsx'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import { Audience } from '../network/nobody-follows.tsx'
import { FollowPanel } from './follow.tsx'

export interface OwnEntriesSectionProps {
  name: string
  handle: string | null
  /** How many follow it from other servers, and where its poster is; null for those who do not answer for it. */
  audience: { followers: number; poster: string } | null
  groups: readonly { label: string; allHref: string | null; cards: readonly Child[] }[]
}

/** What an organisation offers, under its own page. */
export function OwnEntriesSection({ name, handle, audience, groups }: OwnEntriesSectionProps) {
  const t = useTexts(entryTexts)
  return (
    <div class="own-entries">
      {groups.length > 0 && (
        <section aria-labelledby="propose">
          <h2 id="propose">{t.entriesOf(name)}</h2>
          <div class="columns">
            {groups.map(({ label, allHref, cards }) => (
              <div>
                <div class="section-head">
                  <h3>{label}</h3>
                  {allHref !== null && <a href={allHref}>{t.all}</a>}
                </div>
                <CardList>{cards}</CardList>
              </div>
            ))}
          </div>
        </section>
      )}
      {audience !== null && <Audience {...audience} />}
      {handle !== null && <FollowPanel name={name} handle={handle} />}
    </div>
  )
}
