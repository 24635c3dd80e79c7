import { Badge, type BadgeLook } from '../components/badge.tsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { Ago, When } from '../components/date.tsx'
import type { IconName } from '../icons.ts'
import { useLocale, useTexts } from '../language.tsx'
import { whyOf } from './why.ts'
import { networkTexts } from './texts.ts'

/** One account that the hub follows. */
export interface ShownAccount {
  n: number
  /** Full id of its actor. */
  actor: string
  /** `@handle@host` */
  handle: string
  state: 'requested' | 'accepted' | 'rejected'
  requestedAt: number
  polledAt: number | null
  error: string | null
  /** Who it was before it moved: `@name@host`. */
  formerly: readonly string[]
}

/** A site, with those of its accounts that are followed. */
export interface ShownNeighbour {
  host: string
  /** Of the site itself, or its host. */
  name: string
  url: string
  accounts: readonly ShownAccount[]
  /** ‘12 offres d’emploi’, through whichever account it came. */
  shares: readonly string[]
  /** When the newest of it was published. */
  newestAt: number | null
  /** Since when it is followed. */
  since: number | null
  /** In its own words. */
  description: string
  /** ‘Maillon 1.0.0’ */
  software: string | null
  /** ‘Hauts-de-Seine (92)’ */
  place: string | null
  /** Where it shows its own neighbours. */
  network: string | null
}

const looks = {
  requested: ['info', 'hourglass'],
  accepted: ['good', 'circle-check'],
  rejected: ['bad', 'ban'],
} as const satisfies Record<ShownAccount['state'], readonly [BadgeLook, IconName]>

interface Around {
  now: number
  mayChange: boolean
}

/** One site is one card, however many of its accounts are followed: what it shares is the site's. */
export function NeighbourPanel({ one, ...around }: Around & { one: ShownNeighbour }) {
  const t = useTexts(networkTexts)
  const { host, name, url, accounts, shares, newestAt, description, network } = one
  return (
    <article class="panel">
      <div>
        <h3>
          <a href={url} rel="noopener external">
            {name}
          </a>
        </h3>
        {name !== host && <p class="handle">{host}</p>}
      </div>
      {description !== '' && <p>{description}</p>}
      {accounts.some(({ state }) => state === 'accepted') && (
        <p>
          {t.shares} {shares.length === 0 ? t.sharesNothing : shares.join(', ')}.
          {newestAt !== null && (
            <>
              {' '}
              {t.newestOf} <Ago at={newestAt} now={around.now} />.
            </>
          )}
        </p>
      )}
      <Facts one={one} />
      {network !== null && (
        <p>
          <a href={network} rel="noopener external">
            {t.itsNetwork}
          </a>
        </p>
      )}
      <ul class="rows">
        {accounts.map((account) => (
          <li>
            <Account account={account} {...around} />
          </li>
        ))}
      </ul>
    </article>
  )
}

function Facts({ one: { software, place, since } }: { one: ShownNeighbour }) {
  const t = useTexts(networkTexts)
  const facts = [place, software].filter((fact) => fact !== null)
  if (facts.length === 0 && since === null) return null
  return (
    <p class="row-note">
      {facts.join(' · ')}
      {since !== null && (
        <>
          {facts.length > 0 && ' · '}
          {t.since} <When at={since} />
        </>
      )}
    </p>
  )
}

function Account({ account, now, mayChange }: Around & { account: ShownAccount }) {
  const t = useTexts(networkTexts)
  const locale = useLocale()
  const { handle, state, requestedAt, polledAt, error, formerly } = account
  const [look, icon] = looks[state]
  return (
    <div class="followed">
      <span class="handle">{handle}</span>
      <Badge look={look} icon={icon}>
        {t.states[state]}
      </Badge>
      <span class="row-note">
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
      </span>
      {formerly.length > 0 && <span class="row-note">{t.came(formerly.join(', '))}</span>}
      {mayChange && <AccountActions {...account} />}
    </div>
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

function AccountActions({ n, actor, handle, state }: ShownAccount) {
  const { admin: t } = useTexts(networkTexts)
  return (
    <div class="actions">
      {state !== 'accepted' && (
        <ActionForm
          action="/reseau/abonnements"
          fields={{ actor }}
          icon="repeat-2"
          small
          label={t.againOf(handle)}
        >
          {t.again}
        </ActionForm>
      )}
      <LinkButton href={`/reseau/abonnements/${n}/fin`} look="quiet" small label={t.endOf(handle)}>
        {t.end}
      </LinkButton>
    </div>
  )
}
