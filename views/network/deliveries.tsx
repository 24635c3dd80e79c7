import { Badge, type BadgeLook } from '../components/badge.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { Ago, When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { Table } from '../components/table.tsx'
import { formatCount, formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { deliveryTexts, useTypeName, whyOf } from './delivery-texts.ts'
import { networkTexts } from './texts.ts'

export interface ShownHost {
  host: string
  waiting: number
  failed: number
  nextAt: number | null
  error: string | null
  failingSince: number | null
}

export interface DeliveriesProps {
  hosts: readonly ShownHost[]
  /** How many follow somebody here from elsewhere. */
  followers: number
  now: number
}

const retryAction = '/reseau/livraisons/essais'

/** What has not arrived, by host. */
export function Deliveries({ hosts, followers, now }: DeliveriesProps) {
  const t = useTexts(deliveryTexts)
  const sum = (name: 'waiting' | 'failed') => hosts.reduce((all, host) => all + host[name], 0)
  return (
    <div class="stack">
      <Way here={t.title} />
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {hosts.length === 0 ? (
        <Empty icon="send" title={t.allWell}>
          <p>{followers === 0 ? t.nobody : t.allWellText}</p>
        </Empty>
      ) : (
        <>
          <Stats>
            <Stat label={t.waiting} value={sum('waiting')} />
            <Stat label={t.failed} value={sum('failed')} />
            <Stat label={t.hosts} value={hosts.length} />
          </Stats>
          <p class="actions">
            <ActionForm action={retryAction} icon="repeat-2">
              {t.retryAll}
            </ActionForm>
          </p>
          <Hosts hosts={hosts} now={now} />
        </>
      )}
    </div>
  )
}

function Hosts({ hosts, now }: Pick<DeliveriesProps, 'hosts' | 'now'>) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  return (
    <Table caption={t.byHost} quiet head={[t.host, t.waiting, t.failed, t.why, t.next, '']}>
      {hosts.map(({ host, waiting, failed, nextAt, error, failingSince }) => (
        <tr>
          <th scope="row">
            <a href={`/reseau/livraisons?serveur=${encodeURIComponent(host)}`}>{host}</a>
          </th>
          <td class="num">{waiting}</td>
          <td class="num">{failed}</td>
          <td>
            {error === null ? '–' : whyOf(error, locale)}
            {failingSince !== null && (
              <span class="row-note">{t.since(formatDay(failingSince, locale))}</span>
            )}
          </td>
          <td>{nextAt === null ? t.never : <Ago at={nextAt} now={now} />}</td>
          <td class="acts">
            <ActionForm action={retryAction} fields={{ host }} small label={t.retryOf(host)}>
              {t.retry}
            </ActionForm>
          </td>
        </tr>
      ))}
    </Table>
  )
}

export interface ShownDelivery {
  host: string
  type: string
  state: 'waiting' | 'delivered' | 'failed'
  attempts: number
  nextAt: number | null
  error: string | null
  endedAt: number | null
}

const looks = { waiting: 'info', delivered: 'good', failed: 'bad' } as const satisfies Record<
  ShownDelivery['state'],
  BadgeLook
>

/** Each delivery by itself, newest first. */
export function DeliveryTable({
  caption,
  rows,
  now,
}: {
  caption: string
  rows: readonly ShownDelivery[]
  now: number
}) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  const nameOf = useTypeName()
  return (
    <Table caption={caption} quiet head={[t.host, t.what, t.state, t.when]}>
      {rows.map(({ host, type, state, attempts, nextAt, error, endedAt }) => (
        <tr>
          <th scope="row">{host}</th>
          <td>{nameOf(type)}</td>
          <td>
            <Badge look={looks[state]}>{t.states[state]}</Badge>
            {state !== 'delivered' && error !== null && <span class="row-note">{whyOf(error, locale)}</span>}
            {attempts > 0 && <span class="row-note">{formatCount(attempts, locale, t.attempts)}</span>}
          </td>
          <td>
            {endedAt !== null && <When at={endedAt} form="short" />}
            {nextAt !== null && (
              <>
                {t.next} <Ago at={nextAt} now={now} />
              </>
            )}
          </td>
        </tr>
      ))}
    </Table>
  )
}

export interface HostDeliveriesProps {
  host: string
  rows: readonly ShownDelivery[]
  older: string | null
  now: number
}

export function HostDeliveries({ host, rows, older, now }: HostDeliveriesProps) {
  const t = useTexts(deliveryTexts)
  return (
    <div class="stack">
      <Way here={host} more />
      <h1>{t.ofHost(host)}</h1>
      {rows.length === 0 ? (
        <Empty icon="send" title={t.noneSent} />
      ) : (
        <>
          {rows.some(({ state }) => state !== 'delivered') && (
            <p class="actions">
              <ActionForm action={retryAction} fields={{ host }} icon="repeat-2">
                {t.retry}
              </ActionForm>
            </p>
          )}
          <DeliveryTable caption={t.ofHost(host)} rows={rows} now={now} />
          <Older href={older} />
        </>
      )}
    </div>
  )
}

function Older({ href }: { href: string | null }) {
  const t = useTexts(deliveryTexts)
  return href === null ? null : (
    <p>
      <LinkButton href={href} icon="history">
        {t.older}
      </LinkButton>
    </p>
  )
}

export function Way({ here, more = false }: { here: string; more?: boolean }) {
  const t = useTexts(deliveryTexts)
  const network = useTexts(networkTexts)
  return (
    <Breadcrumb
      items={[
        { label: network.title, href: '/reseau' },
        ...(more ? [{ label: t.title, href: '/reseau/livraisons' }] : []),
        { label: here },
      ]}
    />
  )
}
