import { LinkButton } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { MinutesList, type ShownMinutes } from './programme.tsx'
import { programmeTexts } from './texts.ts'

export interface DebatePanelProps {
  forum: { title: string; href: string } | null
  before: { title: string; href: string } | null
  after: { title: string; href: string } | null
  minutes: readonly ShownMinutes[]
  /** It is over, and no minutes are there: where those who publish write them; null for others. */
  write: string | null
}

/** On the page of a debate, or of an event that has minutes: where it stands, and what was written of it. */
export function DebatePanel({ forum, before, after, minutes, write }: DebatePanelProps) {
  const t = useTexts(programmeTexts)
  return (
    <section class="panel" aria-label={forum === null ? t.minutesOf : t.title}>
      {forum !== null && (
        <p>
          {t.onProgramme} <a href={forum.href}>{forum.title}</a>
        </p>
      )}
      {(before !== null || after !== null) && (
        <ul class="rows">
          {before !== null && (
            <li>
              {t.before} – <a href={before.href}>{before.title}</a>
            </li>
          )}
          {after !== null && (
            <li>
              {t.after} – <a href={after.href}>{after.title}</a>
            </li>
          )}
        </ul>
      )}
      <MinutesList minutes={minutes} />
      {write !== null && (
        <p class="actions">
          <span>{t.noMinutes}</span>
          <LinkButton href={write} icon="scroll-text" small>
            {t.writeMinutes}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
