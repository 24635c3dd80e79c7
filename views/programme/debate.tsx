import { LinkButton } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { MinutesList, type ShownMinutes } from './programme.tsx'
import { programmeTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface DebatePanelProps {
  forum: Titled | null
  before: Titled | null
  after: Titled | null
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
          {t.onProgramme} <TitleLink {...forum} />
        </p>
      )}
      {(before !== null || after !== null) && (
        <ul class="rows">
          {before !== null && (
            <li>
              {t.before} – <TitleLink {...before} />
            </li>
          )}
          {after !== null && (
            <li>
              {t.after} – <TitleLink {...after} />
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
