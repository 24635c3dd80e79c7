import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Way } from './deliveries.tsx'
import { DeliveryList, type ShownDelivery } from './delivery-list.tsx'
import { deliveryTexts } from './delivery-texts.ts'

export interface EntryDeliveriesProps {
  title: string
  path: string
  /** The account that says it, and how many follow it from elsewhere. */
  voice: { handle: string; followers: number }
  isPublic: boolean
  counts: { waiting: number; delivered: number; failed: number }
  rows: readonly ShownDelivery[]
  now: number
}

/** Who got an entry, and why not: what an organiser asks when nobody answers. */
export function EntryDeliveries({ title, path, voice, isPublic, counts, rows, now }: EntryDeliveriesProps) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  const empty = !isPublic ? t.noneSentDraft : voice.followers === 0 ? t.noneSentText : t.notYet
  return (
    <div class="stack">
      <Way here={title} />
      <header class="page-head">
        <h1>{t.ofEntry(title)}</h1>
        <p>
          <a href={path}>{t.view}</a>
        </p>
        <p>
          {t.followersOf(voice.handle)} {formatCount(voice.followers, locale, t.followers)}.
        </p>
      </header>
      {rows.length === 0 ? (
        <Empty icon="send" title={t.noneSent}>
          <p>{empty}</p>
        </Empty>
      ) : (
        <>
          <p>{t.ofEntryLead}</p>
          <Stats>
            <Stat label={t.delivered} value={counts.delivered} />
            <Stat label={t.waiting} value={counts.waiting} />
            <Stat label={t.failed} value={counts.failed} />
          </Stats>
          <DeliveryList label={t.ofEntry(title)} rows={rows} now={now} />
        </>
      )}
    </div>
  )
}
