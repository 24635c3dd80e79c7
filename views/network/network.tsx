import type { Child } from 'hono/jsx'
import { Badge, type BadgeLook } from '../components/badge.tsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { CardList } from '../components/card.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { formatCount } from '../format.ts'
import type { IconName } from '../icons.ts'
import { useLocale, useTexts } from '../language.tsx'
import { whyOf } from './delivery-texts.ts'
import { Voices, type VoicesProps } from './voices.tsx'
import { networkTexts } from './texts.ts'

export interface ShownNeighbour {
  n: number
  /** Full id of its actor. */
  actor: string
  name: string
  /** `@handle@host` */
  handle: string
  /** Where it is read at home. */
  url: string
  state: 'requested' | 'accepted' | 'rejected'
  requestedAt: number
  polledAt: number | null
  error: string | null
  /** ‘12 offres d’emploi’ */
  shares: readonly string[]
}

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

const looks = {
  requested: ['info', 'hourglass'],
  accepted: ['good', 'circle-check'],
  rejected: ['bad', 'ban'],
} as const satisfies Record<ShownNeighbour['state'], readonly [BadgeLook, IconName]>

function NeighbourPanel({ one, now, mayChange }: { one: ShownNeighbour; now: number; mayChange: boolean }) {
  const t = useTexts(networkTexts)
  const locale = useLocale()
  const { name, handle, url, state, requestedAt, polledAt, error, shares } = one
  const [look, icon] = looks[state]
  return (
    <article class="panel">
      <div>
        <h3>
          <a href={url} rel="noopener external">
            {name}
          </a>
        </h3>
        <p class="handle">{handle}</p>
      </div>
      <p>
        <Badge look={look} icon={icon}>
          {t.states[state]}
        </Badge>
      </p>
      {state === 'accepted' && (
        <p>
          {t.shares} {shares.length === 0 ? t.sharesNothing : shares.join(', ')}.
        </p>
      )}
      <p class="row-note">
        {state !== 'accepted' && (
          <>
            {t.askedOn} <Ago at={requestedAt} now={now} />
          </>
        )}
        {state === 'accepted' && (polledAt === null ? t.neverRead : <LastRead at={polledAt} now={now} />)}
        {error !== null && (
          <>
            <br />
            {t.readFailed} {whyOf(error, locale)}
          </>
        )}
      </p>
      {mayChange && <NeighbourActions {...one} />}
    </article>
  )
}

function LastRead({ at, now }: { at: number; now: number }) {
  const t = useTexts(networkTexts)
  return (
    <>
      {t.lastRead} <Ago at={at} now={now} />
    </>
  )
}

function NeighbourActions({ n, actor, name, state }: ShownNeighbour) {
  const { admin: t } = useTexts(networkTexts)
  return (
    <div class="actions">
      {state !== 'accepted' && (
        <ActionForm
          action="/reseau/abonnements"
          fields={{ actor }}
          icon="repeat-2"
          small
          label={t.againOf(name)}
        >
          {t.again}
        </ActionForm>
      )}
      <LinkButton href={`/reseau/abonnements/${n}/fin`} look="quiet" small label={t.endOf(name)}>
        {t.end}
      </LinkButton>
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
