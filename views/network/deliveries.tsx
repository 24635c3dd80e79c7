import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { useTexts } from '../language.tsx'
import { DeliveryList, type ShownDelivery } from './delivery-list.tsx'
import { deliveryTexts } from './delivery-texts.ts'
import { HostActions, HostBadge, HostFacts, type ShownHost } from './host.tsx'
import { hostTexts } from './host-texts.ts'
import { Refusals, type ShownRefusal } from './refusals.tsx'
import { Way } from './way.tsx'

export interface HostDeliveriesProps {
  host: string
  /** Null: never met. */
  known: ShownHost | null
  rows: readonly ShownDelivery[]
  refusals: readonly ShownRefusal[]
  older: string | null
  now: number
}

/** One server: who it is, how it goes, and all that was sent there. */
export function HostDeliveries({ host, known, rows, refusals, older, now }: HostDeliveriesProps) {
  const t = useTexts(deliveryTexts)
  const hosts = useTexts(hostTexts)
  return (
    <div class="stack">
      <Way here={host} more />
      <h1>{hosts.of(host)}</h1>
      {known !== null && (
        <section class="panel stack" aria-label={host}>
          <p>
            <HostBadge state={known.state} />
            {known.nodeName !== null && <> {known.nodeName}</>}
          </p>
          <HostFacts host={known} now={now} />
          <HostActions host={known} />
          {(known.state === 'failing' || known.state === 'resting') && (
            <p class="row-note">{hosts.letBeText}</p>
          )}
        </section>
      )}
      <section class="stack" aria-labelledby="envois">
        <h2 id="envois">{t.ofHost}</h2>
        {rows.length === 0 ? (
          <Empty icon="send" title={t.noneSent} />
        ) : (
          <>
            <DeliveryList label={t.ofHost} rows={rows} now={now} />
            <Older href={older} />
          </>
        )}
      </section>
      {refusals.length > 0 && <Refusals refusals={refusals} now={now} />}
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
