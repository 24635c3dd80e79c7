import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { useTexts } from '../language.tsx'
import { logTexts, type LoggedName } from './log-texts.ts'

export interface ShownLogged {
  action: LoggedName
  day: string
  office: 'moderation' | 'administration'
  about: { sort: 'answer' | 'picture' | 'publication' | 'account' | 'server' | 'rules'; host: string | null }
  reason: string
  undone: boolean
}

/** What was decided, for everybody: days, not moments. */
export function ModerationLog({
  decisions,
  pager,
}: {
  decisions: readonly ShownLogged[]
  pager: PagerProps
}) {
  const t = useTexts(logTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {decisions.length === 0 ? (
        <Empty icon="scroll-text" title={t.none}>
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <ol class="rows decisions">
          {decisions.map((decision) => (
            <Logged {...decision} />
          ))}
        </ol>
      )}
      <Pager {...pager} />
      <p>
        {t.contest} <a href="/contact">{t.contact}</a>.
      </p>
    </div>
  )
}

function Logged({ action, day, office, about, reason, undone }: ShownLogged) {
  const t = useTexts(logTexts)
  const what = t.about[about.sort](about.host)
  return (
    <li>
      <p>
        <b>{t.acts[action]}</b>
        {what !== '' && `\u00a0: ${what}`}
      </p>
      {reason !== '' && <p class="report-reason">{reason}</p>}
      <p class="row-note">
        <When at={day} />, {t.offices[office]}. {undone && t.undone}
      </p>
    </li>
  )
}
