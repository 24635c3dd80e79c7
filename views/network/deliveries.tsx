import { Breadcrumb } from '../components/breadcrumb.tsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { formatCount, formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { DeliveryList, NextTry, type ShownDelivery } from './delivery-list.tsx'
import { deliveryTexts } from './delivery-texts.ts'
import { whyOf } from './why.ts'
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
          <div class="actions">
            <ActionForm action={retryAction} icon="repeat-2">
              {t.retryAll}
            </ActionForm>
          </div>
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
    <ul class="rows sent">
      {hosts.map(({ host, waiting, failed, nextAt, error, failingSince }) => (
        <li>
          <div>
            <a href={`/reseau/livraisons?serveur=${encodeURIComponent(host)}`}>{host}</a>
            <p>
              {[
                waiting > 0 && formatCount(waiting, locale, t.count.waiting),
                failed > 0 && formatCount(failed, locale, t.count.failed),
                error !== null && whyOf(error, locale),
              ]
                .filter((part) => part !== false)
                .join(' · ')}
            </p>
            <p class="row-note">
              {failingSince !== null && <>{t.since(formatDay(failingSince, locale))}. </>}
              {nextAt !== null && <NextTry at={nextAt} now={now} />}
            </p>
          </div>
          <ActionForm action={retryAction} fields={{ host }} icon="repeat-2" small label={t.retryOf(host)}>
            {t.retry}
          </ActionForm>
        </li>
      ))}
    </ul>
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
            <div class="actions">
              <ActionForm action={retryAction} fields={{ host }} icon="repeat-2">
                {t.retry}
              </ActionForm>
            </div>
          )}
          <DeliveryList label={t.ofHost(host)} rows={rows} now={now} />
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
