import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { formatDay } from '../format.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { useLocale, useTexts } from '../language.tsx'
import { reminderTexts } from './texts.ts'

type Act = keyof (typeof reminderTexts)['fr']['acts']

/** What the letter's link opens: what each answer would do, and a button for it. Opening it does nothing. */
export function AnswerReminder({
  reason,
  entry,
  acts,
  clicked,
  conflict,
  write,
}: {
  reason: 'closing' | 'stale' | 'minutes'
  entry: { title: string; language: string; path: string; closesAt: number | null }
  acts: readonly Act[]
  /** The answer that was chosen in the letter. */
  clicked: Act | null
  conflict: boolean
  /** Where minutes are written. */
  write: string | null
}) {
  const t = useTexts(reminderTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <h1>{t.title[reason]}</h1>
      <p class="lead">
        <a href={entry.path} {...inItsLanguage(entry.language)}>
          {entry.title}
        </a>
      </p>
      <p>
        {reason === 'minutes'
          ? t.minutes
          : reason === 'closing' && entry.closesAt !== null
            ? t.closes(formatDay(entry.closesAt, locale))
            : t.stale}
      </p>
      {conflict && (
        <Notice kind="warning" role="alert">
          <p>{t.conflict}</p>
        </Notice>
      )}
      {write !== null && (
        <p class="actions">
          <LinkButton href={write} look="primary" icon="pencil">
            {t.write}
          </LinkButton>
        </p>
      )}
      {acts.map((act) => (
        <form method="post" class="panel stack">
          <HiddenFields fields={{ geste: act }} />
          <p>{t.means[act]}</p>
          <div class="actions">
            <Button look={act === (clicked ?? (write === null ? acts[0] : null)) ? 'primary' : 'secondary'}>
              {t.acts[act]}
            </Button>
          </div>
        </form>
      ))}
    </div>
  )
}

export function ReminderAnswered({ act, path }: { act: Act; path: string }) {
  const t = useTexts(reminderTexts)
  return (
    <div class="narrow stack">
      <h1>{t.done}</h1>
      <p>{t.doneText[act]}</p>
      <p class="actions">
        <LinkButton href={path} icon="eye">
          {t.see}
        </LinkButton>
      </p>
    </div>
  )
}

/** One press ends them, and one brings them back. */
export function StopReminders({ stopped }: { stopped: boolean }) {
  const t = useTexts(reminderTexts)
  return (
    <div class="narrow stack">
      <h1>{t.endTitle}</h1>
      <p>{stopped ? t.ended : t.endLead}</p>
      <form method="post" class="actions">
        {stopped && <HiddenFields fields={{ encore: '1' }} />}
        <Button look={stopped ? 'secondary' : 'primary'} icon="bell">
          {stopped ? t.again : t.end}
        </Button>
      </form>
    </div>
  )
}
