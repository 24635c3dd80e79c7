import { Badge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { programmeTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ShownDebate {
  title: string
  href: string
  language: string | undefined
  /** ‘samedi 28 novembre 2026, 10 h – 11 h 15’ */
  when: string
  at: string
  room: string | null
  speakers: string[]
  summary: string
  status: 'confirmed' | 'tentative' | 'cancelled'
  minutes: ShownMinutes | null
}

export interface ShownMinutes extends Titled {
  /** After the event ended; null: who knows. */
  days: number | null
}

export interface ProgrammePanelProps {
  path: string
  debates: readonly ShownDebate[]
  minutes: readonly ShownMinutes[]
  /** Where those who publish add a debate, and what they should look at; null for others. */
  manage: { add: string; clashes: readonly { first: string; second: string; over: string }[] } | null
}

/** On the page of an event: its debates in order, each with a page of its own. */
export function ProgrammePanel({ path, debates, minutes, manage }: ProgrammePanelProps) {
  const t = useTexts(programmeTexts)
  return (
    <section class="stack programme-panel" aria-labelledby="programme">
      <h2 id="programme">{t.title}</h2>
      {manage !== null && manage.clashes.length > 0 && (
        <Notice kind="warning" title={t.clashes}>
          <ul>
            {manage.clashes.map(({ first, second, over }) => (
              <li>{t.clash(first, second, over)}</li>
            ))}
          </ul>
          <p>{t.clashesWho}</p>
        </Notice>
      )}
      {debates.length === 0 ? <p>{t.empty}</p> : <Debates debates={debates} level={3} />}
      {minutes.length > 0 && <MinutesList minutes={minutes} />}
      <p class="actions">
        {debates.length > 0 && (
          <LinkButton href={`${path}/programme`} icon="printer" small>
            {t.print}
          </LinkButton>
        )}
        {manage !== null && (
          <LinkButton href={manage.add} icon="plus" small>
            {t.add}
          </LinkButton>
        )}
      </p>
    </section>
  )
}

function Debates({ debates, level }: { debates: readonly ShownDebate[]; level: 2 | 3 }) {
  return (
    <ol class="programme">
      {debates.map((debate) => (
        <Debate debate={debate} level={level} />
      ))}
    </ol>
  )
}

function Debate({ debate, level }: { debate: ShownDebate; level: 2 | 3 }) {
  const t = useTexts(programmeTexts)
  const { title, href, language, when, at, room, speakers, summary, status, minutes } = debate
  const spoken = inItsLanguage(language)
  const link = (
    <a href={href} {...spoken}>
      {title}
    </a>
  )
  return (
    <li>
      <p class="programme-when">
        <time datetime={at}>{when}</time>
        {status === 'cancelled' && <Badge look="bad">{t.cancelled}</Badge>}
        {status === 'tentative' && <Badge>{t.tentative}</Badge>}
      </p>
      {level === 2 ? <h2>{link}</h2> : <h3>{link}</h3>}
      {summary !== '' && <p {...spoken}>{summary}</p>}
      {(room !== null || speakers.length > 0) && (
        <ul class="facts">
          {room !== null && (
            <li class="fact">
              <Icon name="map-pin" label={t.room} />
              <span>{room}</span>
            </li>
          )}
          {speakers.length > 0 && (
            <li class="fact">
              <Icon name="users" label={t.with} />
              <span>{speakers.join(' ; ')}</span>
            </li>
          )}
        </ul>
      )}
      {minutes !== null && <MinutesLine {...minutes} />}
    </li>
  )
}

function MinutesLine({ days, ...minutes }: ShownMinutes) {
  const t = useTexts(programmeTexts)
  return (
    <p>
      <Icon name="scroll-text" /> {t.minutes} – <TitleLink {...minutes} />
      {days !== null && <span class="quiet"> ({t.published(days)})</span>}
    </p>
  )
}

export const MinutesList = ({ minutes }: { minutes: readonly ShownMinutes[] }) => (
  <>
    {minutes.map((one) => (
      <MinutesLine {...one} />
    ))}
  </>
)

export interface ProgrammePageProps {
  title: string
  path: string
  language: string | undefined
  when: string
  place: string | null
  debates: readonly ShownDebate[]
}

/** `…/programme`: for the wall and the pocket. */
export function ProgrammePage({ title, path, language, when, place, debates }: ProgrammePageProps) {
  const t = useTexts(programmeTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1 {...inItsLanguage(language)}>{title}</h1>
        <p class="lead">{when}</p>
        {place !== null && <p>{place}</p>}
        <p class="actions">
          <button type="button" class="button button-primary" data-print="" hidden>
            <Icon name="printer" />
            <span>{t.printNow}</span>
          </button>
          <LinkButton href={path} icon="arrow-left" look="quiet">
            {t.back}
          </LinkButton>
        </p>
      </header>
      {debates.length === 0 ? <p>{t.empty}</p> : <Debates debates={debates} level={2} />}
    </div>
  )
}
