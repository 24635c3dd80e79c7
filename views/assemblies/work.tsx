import { ActionForm, LinkButton } from '../components/button.tsx'
import { formatDay, formatNumber, tidySpaces } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inside, meetingTime, type ShownAssembly, type ShownItem, type ShownMeeting } from './shown.ts'
import { assemblyTexts } from './texts.ts'

export interface MeetingsProps {
  assembly: ShownAssembly
  meetings: readonly ShownMeeting[]
  items: readonly ShownItem[]
  isRun: boolean
  /** To how many a letter would go; null: none can leave, or it is not for this assembly to send. */
  invitable: number | null
}

/** Each meeting with its agenda, who was there, and its minutes. */
export function Meetings({ assembly, meetings, items, isRun, invitable }: MeetingsProps) {
  const t = useTexts(assemblyTexts)
  const locale = useLocale()
  if (meetings.length === 0) return <p>{t.noMeetings}</p>
  return (
    <div class="stack">
      {meetings.map((meeting) => (
        <article class="panel stack" aria-labelledby={`s-${meeting.id}`}>
          <h3 id={`s-${meeting.id}`}>{meetingTime(meeting.startsAt, locale)}</h3>
          {meeting.place !== '' && <p>{meeting.place}</p>}
          {meeting.note !== '' && <p class="as-typed">{meeting.note}</p>}
          <Items
            assembly={assembly}
            items={items.filter(({ meetingId, state }) => meetingId === meeting.id && state === 'accepted')}
            isRun={isRun}
          />
          {meeting.attendance !== null && (
            <p>
              {t.attendanceOf(
                formatNumber(meeting.attendance.present, locale),
                formatNumber(meeting.attendance.noted, locale),
              )}
            </p>
          )}
          {meeting.invitedAt !== null && <p>{t.invited(formatDay(meeting.invitedAt, locale))}</p>}
          {meeting.minutes !== null && (
            <p>
              <a href={meeting.minutes}>{t.minutes}</a>
            </p>
          )}
          {isRun && <Running assembly={assembly} meeting={meeting} invitable={invitable} />}
        </article>
      ))}
    </div>
  )
}

function Running({
  assembly,
  meeting,
  invitable,
}: {
  assembly: ShownAssembly
  meeting: ShownMeeting
  invitable: number | null
}) {
  const t = useTexts(assemblyTexts)
  const locale = useLocale()
  const path = `${assembly.path}/reunions/${meeting.id}`
  const of = (label: string) => `${label} – ${meetingTime(meeting.startsAt, locale)}`
  return (
    <>
      <p class="actions">
        <LinkButton href={path} small look="quiet" icon="pencil" label={of(t.edit)}>
          {t.edit}
        </LinkButton>
        <LinkButton href={`${path}/presences`} small icon="users" label={of(t.noteAttendance)}>
          {t.noteAttendance}
        </LinkButton>
        {meeting.minutes === null && (
          <LinkButton href={`${path}/compte-rendu`} small icon="newspaper" label={of(t.publishMinutes)}>
            {t.publishMinutes}
          </LinkButton>
        )}
      </p>
      {invitable !== null && meeting.invitedAt === null && (
        <details>
          <summary>{t.invite}</summary>
          <p class="hint">{t.inviteHow(formatNumber(invitable, locale))}</p>
          <ActionForm small icon="mail" action={`${path}/invitation`}>
            {t.invite}
          </ActionForm>
        </details>
      )}
    </>
  )
}

export function Items({
  assembly,
  items,
  isRun,
}: {
  assembly: ShownAssembly
  items: readonly ShownItem[]
  isRun: boolean
}) {
  const t = useTexts(assemblyTexts)
  if (items.length === 0) return null
  return (
    <ol class="stack">
      {items.map(({ id, title, body, family, organisation, state, answer }) => (
        <li>
          <b>{tidySpaces(title)}</b> – {t.itemStates[state]}
          <p class="quiet">
            {t.proposedBy(
              organisation === null
                ? inside(t.families[family])
                : `${organisation} (${inside(t.families[family])})`,
            )}
          </p>
          {body !== '' && <p class="as-typed">{body}</p>}
          {answer !== '' && <p class="as-typed quoted">{answer}</p>}
          {isRun && (
            <p>
              <a href={`${assembly.path}/points/${id}`} aria-label={`${t.answerItem} – ${title}`}>
                {t.answerItem}
              </a>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
