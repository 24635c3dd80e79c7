import { Badge, type BadgeLook } from '../components/badge.tsx'
import { ActionForm } from '../components/button.tsx'
import { Ago, When } from '../components/date.tsx'
import { formatCount } from '../format.ts'
import type { IconName } from '../icons.ts'
import { useLocale, useTexts } from '../language.tsx'
import { deliveryTexts } from './delivery-texts.ts'
import { hostTexts, type ShownHostState } from './host-texts.ts'
import { softwareName } from './software-name.ts'
import { whyOf } from './why.ts'

export interface ShownHost {
  host: string
  state: ShownHostState
  /** As NodeInfo has them. */
  software: string | null
  softwareVersion: string | null
  nodeName: string | null
  failingSince: number | null
  stoppedAt: number | null
  lastOkAt: number | null
  lastInboundAt: number | null
  followers: number
  followed: number
  waiting: number
  failed: number
  nextAt: number | null
  error: string | null
}

const looks = {
  fine: ['good', 'circle-check'],
  late: ['warning', 'hourglass'],
  'given-up': ['warning', 'triangle-alert'],
  failing: ['bad', 'triangle-alert'],
  resting: ['bad', 'hourglass'],
  'let-be': ['neutral', 'eye-off'],
  blocked: ['neutral', 'ban'],
} as const satisfies Record<ShownHostState, readonly [BadgeLook, IconName]>

export const retryAction = '/reseau/livraisons/essais'

export function HostBadge({ state }: { state: ShownHostState }) {
  const t = useTexts(hostTexts)
  const [look, icon] = looks[state]
  return (
    <Badge look={look} icon={icon}>
      {t.states[state]}
    </Badge>
  )
}

/** All that is known of a server, in sentences. */
export function HostFacts({ host, now }: { host: ShownHost; now: number }) {
  const t = useTexts(hostTexts)
  const { count } = useTexts(deliveryTexts)
  const locale = useLocale()
  const { waiting, failed, followers, followed } = host
  const sending = [
    waiting > 0 && formatCount(waiting, locale, count.waiting),
    failed > 0 && formatCount(failed, locale, count.failed),
  ].filter((part) => part !== false)
  return (
    <>
      <p class="row-note">
        {softwareOf(host, t.unknownSoftware)}
        {' · '}
        {followers === 0 ? t.noFollower : formatCount(followers, locale, t.followers)}
        {followed > 0 && ` · ${formatCount(followed, locale, t.followed)}`}
      </p>
      <HostTrouble host={host} now={now} />
      {sending.length > 0 && <p>{sending.join(' · ')}</p>}
      <p class="row-note">
        {t.lastOk} <Moment at={host.lastOkAt} now={now} /> · {t.lastIn}{' '}
        <Moment at={host.lastInboundAt} now={now} />
      </p>
    </>
  )
}

const softwareOf = ({ software, softwareVersion }: ShownHost, unknown: string): string =>
  software === null ? unknown : [softwareName(software), softwareVersion].filter(Boolean).join(' ')

function Moment({ at, now }: { at: number | null; now: number }) {
  const t = useTexts(hostTexts)
  return at === null ? <>{t.never}</> : <Ago at={at} now={now} />
}

/** What is wrong, since when, and when it is tried again. */
function HostTrouble({ host, now }: { host: ShownHost; now: number }) {
  const t = useTexts(hostTexts)
  const locale = useLocale()
  const { state, error, failingSince, stoppedAt, nextAt } = host
  if (state === 'blocked') return <p>{t.blockedWhy}</p>
  if (state === 'let-be')
    return (
      <p>
        {t.letBeSince} {stoppedAt !== null && <When at={stoppedAt} />}.
      </p>
    )
  const mayCome = nextAt !== null && state !== 'fine'
  if (error === null && !mayCome) return null
  return (
    <p>
      {error !== null && <>{whyOf(error, locale)}. </>}
      {failingSince !== null && (
        <>
          {t.failingSince} <When at={failingSince} />.{' '}
        </>
      )}
      {mayCome && (
        <>
          {state === 'resting' ? t.restsUntil : t.next} <Ago at={nextAt} now={now} />.
        </>
      )}
    </p>
  )
}

/** What an administrator can do about it. */
export function HostActions({ host: { host, state, waiting, failed } }: { host: ShownHost }) {
  const t = useTexts(hostTexts)
  if (state === 'blocked') return null
  const letBe = state === 'let-be'
  return (
    <div class="actions">
      {(letBe || waiting + failed > 0) && (
        <ActionForm
          action={retryAction}
          fields={{ host }}
          icon="repeat-2"
          small
          label={letBe ? t.resumeOf(host) : t.retryOf(host)}
        >
          {letBe ? t.resume : t.retry}
        </ActionForm>
      )}
      {!letBe && state !== 'fine' && (
        <ActionForm
          action="/reseau/serveurs/paix"
          fields={{ host }}
          look="quiet"
          small
          label={t.letBeOf(host)}
        >
          {t.letBe}
        </ActionForm>
      )}
    </div>
  )
}
