import type { FormState } from '../accounts/form.ts'
import { Badge, type BadgeLook } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount, formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Answering, Cancelling, Erasing, Holding, Sending } from './answers.tsx'
import { visitTexts, type VisitAct, type VisitLevel, type VisitState } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ShownVisit {
  school: string
  name: string
  email: string
  placeLabel: string
  level: VisitLevel
  pupils: number
  dates: string
  body: string
  note: string
  state: VisitState
  revision: number
  heldOn: string | null
  heldPupils: number | null
}

export interface VisitPageProps extends FormState {
  entry: Titled
  visit: ShownVisit
  side: 'school' | 'structure'
  /** Before it was sent: why it cannot be, or that it may. */
  unsent: 'ready' | 'late' | 'over' | 'twice' | null
  acts: readonly VisitAct[]
  today: string
}

/** What either side's link opens. Opening it changes nothing. */
export function VisitPage(props: VisitPageProps) {
  const t = useTexts(visitTexts)
  const { visit, side, unsent, acts, entry } = props
  return (
    <div class="narrow stack">
      <h1>{unsent === null ? t.visitTitle(visit.school) : unsent === 'ready' ? t.readAgain : t.notOpen}</h1>
      {unsent === null && (
        <p class="lead">
          <VisitBadge state={visit.state} /> {t.stateSaid[side][visit.state]}
        </p>
      )}
      {unsent !== null && unsent !== 'ready' && <Notice kind="warning">{t.outcome[unsent]}</Notice>}
      <Asked visit={visit} entry={entry} />
      {unsent !== null && <Sending isReady={unsent === 'ready'} />}
      {unsent === null && acts.includes('accept') && <Answering {...props} />}
      {unsent === null && acts.includes('hold') && <Holding {...props} />}
      {unsent === null && acts.includes('cancel') && <Cancelling {...props} />}
      {unsent === null && side === 'school' && acts.length === 0 && <Erasing />}
      <p class="actions">
        <LinkButton href={entry.path} look="quiet">
          {t.toEntry}
        </LinkButton>
      </p>
    </div>
  )
}

const looks: Readonly<Record<VisitState, BadgeLook>> = {
  asked: 'info',
  accepted: 'good',
  refused: 'neutral',
  held: 'good',
  cancelled: 'neutral',
}

export const VisitBadge = ({ state }: { state: VisitState }) => (
  <Badge look={looks[state]}>{useTexts(visitTexts).state[state]}</Badge>
)

function Asked({ visit, entry }: Pick<VisitPageProps, 'visit' | 'entry'>) {
  const t = useTexts(visitTexts)
  const locale = useLocale()
  const { name, email, level, pupils, dates, body, note, heldOn, heldPupils } = visit
  return (
    <div class="panel stack">
      <p>
        {t.about} <TitleLink {...entry} />
      </p>
      <p>
        <b>{visit.school}</b>, {visit.placeLabel}
        <br />
        {t.level[level]} · {formatCount(pupils, locale, t.pupilsOf)}
      </p>
      <p>
        {t.from} <b>{name}</b> <span class="handle">{email}</span>
      </p>
      <p>
        {t.wished} {dates}
      </p>
      {body !== '' && <p class="as-typed">{body}</p>}
      {note !== '' && <p class="as-typed quoted">{note}</p>}
      {heldOn !== null && heldPupils !== null && (
        <p>
          {t.heldSaid(formatDay(heldOn, locale))} · {formatCount(heldPupils, locale, t.pupilsOf)}
        </p>
      )}
    </div>
  )
}
