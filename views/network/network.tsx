import type { Child } from 'hono/jsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { CardList } from '../components/card.tsx'
import { Empty } from '../components/empty.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Voices, type VoicesProps } from './voices.tsx'
import { NeighbourPanel, type ShownNeighbour } from './neighbour.tsx'
import { networkTexts } from './texts.ts'

export interface NetworkProps {
  neighbours: readonly ShownNeighbour[]
  voices: VoicesProps
  /** `<EntryCard>`s. */
  newest: readonly Child[]
  /** All that comes from the network. */
  allHref: string
  now: number
  /** Null for everybody but administrators. */
  admin: Child
}

export function Network({ neighbours, voices, newest, allHref, now, admin }: NetworkProps) {
  const t = useTexts(networkTexts)
  const mayChange = admin !== null
  return (
    <div class="apart">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {admin}
      <section aria-labelledby="suivis">
        <div class="section-head">
          <h2 id="suivis">{t.followed}</h2>
        </div>
        {neighbours.length === 0 ? (
          <Empty icon="waypoints" title={t.followedNone}>
            <p>{t.followedNoneText}</p>
          </Empty>
        ) : (
          <ul class="cards cards-grid">
            {neighbours.map((one) => (
              <li>
                <NeighbourPanel one={one} now={now} mayChange={mayChange} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="nouveau-reseau">
        <div class="section-head">
          <h2 id="nouveau-reseau">{t.newest}</h2>
          {newest.length > 0 && <a href={allHref}>{t.newestMore}</a>}
        </div>
        {newest.length === 0 ? <p>{t.newestNone}</p> : <CardList>{newest}</CardList>}
      </section>
      <Voices {...voices} />
    </div>
  )
}

/** Before what came from there goes. */
export function EndFollowing({ name, n, count }: { name: string; n: number; count: number }) {
  const { end: t } = useTexts(networkTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <h1>{t.title(name)}</h1>
      <p>{t.text}</p>
      <p>{formatCount(count, locale, t.count)}.</p>
      <div class="actions">
        <ActionForm action={`/reseau/abonnements/${n}/fin`} look="danger">
          {t.go}
        </ActionForm>
        <LinkButton href="/reseau" look="quiet">
          {t.cancel}
        </LinkButton>
      </div>
    </div>
  )
}
