import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Decisions, Figures } from './decisions.tsx'
import { formTexts } from './form-texts.ts'
import { Decided, Diversity, Received, Seats } from './seats.tsx'
import type {
  ShownAssembly,
  ShownCandidature,
  ShownDecision,
  ShownFigures,
  ShownItem,
  ShownMeeting,
  ShownSeat,
} from './shown.ts'
import { assemblyTexts } from './texts.ts'
import { Items, Meetings } from './work.tsx'

export interface AssemblyPageProps {
  tabs: Child
  assembly: ShownAssembly
  seats: readonly ShownSeat[]
  candidatures: readonly ShownCandidature[]
  meetings: readonly ShownMeeting[]
  items: readonly ShownItem[]
  decisions: readonly ShownDecision[]
  figures: ShownFigures
  isRun: boolean
  invitable: number | null
  /** Where the month of the social economy is read day by day; null: this hub has no such page. */
  month: string | null
  /** What was wrong with an answer, by the id of the candidature. */
  errors: Readonly<Record<string, string>>
}

/** `/assemblees/<slug>`: who sits, what is said, what is decided. */
export function AssemblyPage(props: AssemblyPageProps) {
  const t = useTexts(assemblyTexts)
  const { assembly, figures, isRun } = props
  return (
    <>
      {props.tabs}
      <header class="page-head">
        <p class="quiet">{t.sorts[assembly.sort]}</p>
        <h1>{assembly.name}</h1>
        <p>
          <RunBy {...assembly} />
        </p>
        {isRun && (
          <p class="actions">
            <LinkButton href={`${assembly.path}/modifier`} small icon="pencil">
              {t.edit}
            </LinkButton>
          </p>
        )}
      </header>
      <div class="stack">
        {assembly.mandate !== '' && (
          <section class="stack" aria-labelledby="mandat">
            <h2 id="mandat">{t.mandate}</h2>
            <p class="as-typed">{assembly.mandate}</p>
          </section>
        )}
        {assembly.sort === 'committee' ? (
          <>
            <Agenda {...props} />
            <Log {...props} />
            <Sitting {...props} />
          </>
        ) : (
          <>
            <Sitting {...props} />
            <Agenda {...props} />
            <Log {...props} />
          </>
        )}
        <section class="stack" aria-labelledby="chiffres">
          <h2 id="chiffres">{t.figures}</h2>
          <Figures figures={figures} />
        </section>
      </div>
    </>
  )
}

function RunBy({ runner: { name, href } }: ShownAssembly) {
  const t = useTexts(assemblyTexts)
  return href === null ? <>{t.runBy(name)}</> : <a href={href}>{t.runBy(name)}</a>
}

function Sitting({ assembly, seats, candidatures, figures, isRun, errors }: AssemblyPageProps) {
  const t = useTexts(assemblyTexts)
  const f = useTexts(formTexts)
  const locale = useLocale()
  const waiting = candidatures.filter(({ state }) => state === 'waiting')
  const decided = candidatures.filter(({ state }) => state !== 'waiting')
  return (
    <section class="stack" aria-labelledby="sieges">
      <h2 id="sieges">{t.diversity}</h2>
      <Diversity figures={figures} />
      {seats.length > 0 && <h3>{t.holders}</h3>}
      <Seats assembly={assembly} seats={seats} isRun={isRun} />
      {isRun && (
        <p class="actions">
          <LinkButton href={`${assembly.path}/sieges/nouveau`} small icon="plus">
            {f.seat.add}
          </LinkButton>
        </p>
      )}
      {waiting.length > 0 &&
        (isRun ? (
          <>
            <h2>{t.received}</h2>
            <Received assembly={assembly} candidatures={waiting} errors={errors} />
          </>
        ) : (
          <p>{formatCount(waiting.length, locale, t.receivedCount)}.</p>
        ))}
      {decided.length > 0 && (
        <>
          <h3>{t.decided}</h3>
          <Decided assembly={assembly} candidatures={decided} isRun={isRun} />
        </>
      )}
    </section>
  )
}

function Agenda(props: AssemblyPageProps) {
  const t = useTexts(assemblyTexts)
  const f = useTexts(formTexts)
  const { assembly, items, isRun, month } = props
  const loose = items.filter(({ state, meetingId }) => state !== 'accepted' || meetingId === null)
  return (
    <section class="stack" aria-labelledby="reunions">
      <h2 id="reunions">{t.meetings}</h2>
      <Meetings {...props} />
      {isRun && (
        <p class="actions">
          <LinkButton href={`${assembly.path}/reunions/nouvelle`} small icon="plus">
            {f.meeting.add}
          </LinkButton>
        </p>
      )}
      <h2 id="ordre-du-jour">{t.agenda}</h2>
      <p>{t.agendaOpen}</p>
      {items.length === 0 && <p>{t.noItems}</p>}
      {loose.length > 0 && <h3>{t.toPlace}</h3>}
      <Items assembly={assembly} items={loose} isRun={isRun} />
      <p class="actions">
        <LinkButton
          href={`${assembly.path}/point`}
          look={isRun ? 'secondary' : 'primary'}
          icon="plus"
          rel="nofollow"
        >
          {t.propose}
        </LinkButton>
      </p>
      {month !== null && (
        <p>
          <a href={month}>{t.month}</a>
        </p>
      )}
    </section>
  )
}

function Log({ assembly, decisions, isRun }: AssemblyPageProps) {
  const t = useTexts(assemblyTexts)
  const f = useTexts(formTexts)
  const of = (sort: 'decision' | 'task') => decisions.filter((one) => one.sort === sort)
  return (
    <section class="stack" aria-labelledby="decisions">
      <h2 id="decisions">{t.decisions}</h2>
      {of('decision').length === 0 ? (
        <p>{t.noDecisions}</p>
      ) : (
        <Decisions assembly={assembly} decisions={of('decision')} caption={t.decisionsTable} isRun={isRun} />
      )}
      <h3>{t.tasks}</h3>
      {of('task').length === 0 ? (
        <p>{t.noTasks}</p>
      ) : (
        <Decisions assembly={assembly} decisions={of('task')} caption={t.tasks} isRun={isRun} />
      )}
      {isRun && (
        <p class="actions">
          <LinkButton href={`${assembly.path}/decisions/nouvelle`} small icon="plus">
            {f.decision.add}
          </LinkButton>
        </p>
      )}
    </section>
  )
}
