import { ActionForm } from '../components/button.tsx'
import { Badge, type BadgeLook } from '../components/badge.tsx'
import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { DeliveryLines, type ShownDelivery } from './delivery-list.tsx'
import { deliveryTexts } from './delivery-texts.ts'
import { retryAction } from './host.tsx'
import { NobodyFollows } from './nobody-follows.tsx'
import { Quoting } from '../quoting.tsx'
import { softwareName } from './software-name.ts'
import { Way } from './way.tsx'

export interface ShownReach {
  host: string
  /** As NodeInfo has it. */
  software: string | null
  followers: number
  /** Newest first. */
  deliveries: readonly ShownDelivery[]
  /** Why nothing was sent there. */
  notSent: 'followed-later' | 'long-ago' | 'preparing'
}

export interface EntryDeliveriesProps {
  id: string
  title: string
  language: string
  path: string
  /** The account that says it, and how many follow it from elsewhere. */
  voice: { handle: string; followers: number }
  isPublic: boolean
  counts: { waiting: number; delivered: number; failed: number }
  hosts: readonly ShownReach[]
  mayRetry: boolean
  now: number
}

/** Who got an entry, and why not: what an organiser asks when nobody answers. */
export function EntryDeliveries({
  id,
  title,
  language,
  path,
  voice,
  isPublic,
  counts,
  hosts,
  ...more
}: EntryDeliveriesProps) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  return (
    <div class="stack">
      <Way here={title} language={language} />
      <header class="page-head">
        <h1>
          <Quoting said={t.ofEntry} title={title} language={language} />
        </h1>
        <p>
          <a href={path}>{t.view}</a>
        </p>
        <p>
          {t.followersOf(voice.handle)} {formatCount(voice.followers, locale, t.followers)}.
        </p>
      </header>
      {hosts.length === 0 ? (
        <Empty icon="send" title={t.noneSent}>
          <p>{!isPublic ? t.noneSentDraft : voice.followers === 0 ? t.noneSentText : t.notYet}</p>
        </Empty>
      ) : (
        <>
          <p>{t.ofEntryLead}</p>
          <Stats>
            <Stat label={t.delivered} value={counts.delivered} />
            <Stat label={t.waiting} value={counts.waiting} />
            <Stat label={t.failed} value={counts.failed} />
          </Stats>
          {more.mayRetry && counts.waiting + counts.failed > 0 && (
            <div class="actions">
              <ActionForm action={retryAction} fields={{ fiche: id }} icon="repeat-2">
                {t.retry}
              </ActionForm>
            </div>
          )}
          <ul class="rows sent" aria-label={t.ofEntry(title)}>
            {hosts.map((reach) => (
              <li>
                <Reached reach={reach} now={more.now} />
              </li>
            ))}
          </ul>
          <p class="row-note">{t.blockedNone}</p>
        </>
      )}
      {isPublic && voice.followers === 0 && <NobodyFollows poster={`${path}/affiche`} />}
    </div>
  )
}

const looks = {
  delivered: 'good',
  waiting: 'info',
  failed: 'bad',
  none: 'neutral',
} as const satisfies Record<string, BadgeLook>

function Reached({ reach, now }: { reach: ShownReach; now: number }) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  const { host, software, followers, deliveries, notSent } = reach
  const state = stateOf(deliveries)
  return (
    <>
      <div>
        <b>{host}</b>
        {software !== null && ` – ${softwareName(software)}`}
        <p class="row-note">{formatCount(followers, locale, t.followersThere)}</p>
        {deliveries.length === 0 ? (
          <p>{t.notSent[notSent]}</p>
        ) : (
          <DeliveryLines rows={deliveries} now={now} />
        )}
      </div>
      <Badge look={looks[state]}>{state === 'none' ? t.states.none : t.states[state]}</Badge>
    </>
  )
}

/** Of all that was said of it: what still waits is told first, then what was given up. */
function stateOf(deliveries: readonly ShownDelivery[]): keyof typeof looks {
  const has = (state: ShownDelivery['state']): boolean => deliveries.some((one) => one.state === state)
  if (has('waiting')) return 'waiting'
  if (has('failed')) return 'failed'
  return deliveries.length === 0 ? 'none' : 'delivered'
}
