import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { formTexts } from '../../../views/assemblies/form-texts.ts'
import { RecordForm, type RecordFormProps } from '../../../views/assemblies/record-form.tsx'
import { meetingTime } from '../../../views/assemblies/shown.ts'
import { assemblyTexts } from '../../../views/assemblies/texts.ts'
import { formatDay } from '../../../views/format.ts'
import { noteAttendance } from '../../assemblies/records.ts'
import { invite } from '../../assemblies/invitation.ts'
import { sendOwed } from '../../assemblies/owed.ts'
import { publishMinutes, say, type Said } from '../../assemblies/minutes.ts'
import { within, type Meeting } from '../../assemblies/queries.ts'
import { later } from '../../accounts/letters.ts'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import { faultsIn, formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { chosen } from '../networks/needs.tsx'
import { backTo, runAt, type Place } from './place.ts'
import { options } from './sorts.ts'

// What comes of a meeting: who was there, what is published of it, who is invited to it.

export const showAttendance = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const meeting = within(place.inside.meetings, c.req.param('meeting'))
  const { locale } = c.var
  const t = assemblyTexts[locale]
  const title = t.noteAttendance
  const noted = place.inside.attendance.filter(({ meetingId }) => meetingId === meeting.id)
  return privatePage(
    deps,
    c,
    { title, active: 'assemblies' },
    <RecordForm
      title={title}
      lead={meetingTime(meeting.startsAt, locale)}
      back={backTo(place)}
      action={c.req.path}
      hidden={{}}
      asked={place.inside.seats.map(({ id, label, organisation }) => ({
        ...{ name: id, label: organisation === null ? label : `${label} – ${organisation}` },
        ...{ as: 'select' as const, options: options(t.presences), empty: t.notNoted },
      }))}
      values={Object.fromEntries(noted.map(({ seatId, presence }) => [seatId, presence]))}
      errors={{}}
      submit={formTexts[locale].save}
    />,
  )
}

export const keepAttendance = (deps: Deps) => async (c: Ctx) => {
  const { viewer, assembly, inside, shown } = await runAt(deps, c)
  const meeting = within(inside.meetings, c.req.param('meeting'))
  const noted = new Map(Object.entries(await formOf(c)))
  await noteAttendance(deps, viewer, { assembly, meeting, seats: inside.seats }, noted)
  setFlash(deps, c, 'person-saved')
  return c.redirect(`${shown.path}#reunions`, 303)
}

/** What the page knows of a meeting already, for whoever writes its minutes. */
function begun({ assembly, inside }: Place, meeting: Meeting, c: Ctx): Sent {
  const { locale } = c.var
  const t = assemblyTexts[locale]
  const day = meeting.startsAt.slice(0, 10)
  const noted = inside.attendance.filter(({ meetingId }) => meetingId === meeting.id)
  const here = noted.filter(({ presence }) => presence === 'present')
  const decided = inside.decisions.filter(({ meetingId }) => meetingId === meeting.id)
  return {
    title: `${t.minutes}\u00a0: ${assembly.name}, ${formatDay(day, locale)}`,
    attendance: noted.length === 0 ? '' : `${t.attendanceOf(String(here.length), String(noted.length))}.`,
    decisions: decided
      .map(({ what, carriedBy, dueDay }) =>
        [what, carriedBy, dueDay === null ? null : formatDay(dueDay, locale)].filter(Boolean).join(' – '),
      )
      .join('\n'),
  }
}

export const showMinutes = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const meeting = within(place.inside.meetings, c.req.param('meeting'))
  return sayingPage(deps, c, place, 'minutes', { values: begun(place, meeting, c), errors: {} })
}

export const sendMinutes = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const meeting = within(place.inside.meetings, c.req.param('meeting'))
  const sent = await formOf(c)
  const words: Said = {
    ...saidIn(sent),
    fields: {
      meetingDay: meeting.startsAt.slice(0, 10),
      meetingOf: place.assembly.name,
      meetingPlace: meeting.place,
      attendance: sent['attendance'] ?? '',
      decisions: sent['decisions'] ?? '',
    },
  }
  const publish = () => publishMinutes(deps, place.viewer, { ...place, meeting }, chosen(sent['id']), words)
  return published(deps, c, place, 'minutes', sent, publish)
}

/** `…/nominations/<candidature>`: who sits from now on, as news. */
export const showNomination = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  const { organisation, seatId, state } = within(place.inside.candidatures, c.req.param('candidature'))
  if (state !== 'accepted') throw new Refusal('absent', 'Nobody was nominated here.')
  const seat = place.inside.seats.find(({ id }) => id === seatId)
  const summary = [`${organisation} – ${place.assembly.name}`, seat?.label].filter(Boolean).join('\u00a0: ')
  const title = `${place.assembly.name}\u00a0: ${organisation}`
  return sayingPage(deps, c, place, 'nomination', { values: { title, summary }, errors: {} })
}

export const sendNomination = (deps: Deps) => async (c: Ctx) => {
  const place = await runAt(deps, c)
  within(place.inside.candidatures, c.req.param('candidature'))
  const sent = await formOf(c)
  const publish = () =>
    say(deps, place.viewer, place.assembly, chosen(sent['id']), { ...saidIn(sent), fields: {} })
  return published(deps, c, place, 'nomination', sent, publish)
}

const saidIn = (sent: Sent) => ({
  title: sent['title'] ?? '',
  summary: sent['summary'] ?? '',
  body: sent['body'] ?? '',
})

async function published(
  deps: Deps,
  c: Ctx,
  place: Place,
  what: 'minutes' | 'nomination',
  sent: Sent,
  publish: () => ReturnType<typeof say>,
): Promise<Response> {
  try {
    const { envelope } = await publish()
    setFlash(deps, c, 'entry-published')
    return c.redirect(envelope.path, 303)
  } catch (error) {
    return sayingPage(deps, c, place, what, mend(c, sent, faultsIn(error)), 422)
  }
}

function sayingPage(
  deps: Deps,
  c: Ctx,
  place: Place,
  what: 'minutes' | 'nomination',
  { values, errors }: Pick<RecordFormProps, 'values' | 'errors'>,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const t = formTexts[c.var.locale]
  const words = t.minutes
  return privatePage(
    deps,
    c,
    { title: t[what].title, active: 'assemblies', status },
    <RecordForm
      title={t[what].title}
      lead={t[what].lead}
      back={backTo(place)}
      action={c.req.path}
      hidden={{ id: values['id'] ?? deps.newId() }}
      asked={[
        { name: 'title', label: words.name, max: 150, required: true },
        { name: 'summary', label: words.summary, as: 'area', max: 500 },
        { name: 'body', label: words.body, as: 'area', max: 40_000 },
        ...(what === 'minutes'
          ? [
              { name: 'attendance', label: words.attendance, as: 'area' as const, max: 1000 },
              { name: 'decisions', label: words.decisions, as: 'area' as const, max: 3000 },
            ]
          : []),
      ]}
      values={values}
      errors={errors}
      submit={words.submit}
    />,
  )
}

/** The enlarged meeting: a letter to all of the directory, once. The answer does not wait for the letters. */
export const inviteAll = (deps: Deps) => async (c: Ctx) => {
  const { viewer, assembly, inside, shown } = await runAt(deps, c)
  const meeting = within(inside.meetings, c.req.param('meeting'))
  if (meeting.invitedAt === null) {
    await invite(deps, viewer, assembly, meeting)
    later(deps, () => sendOwed(deps, meeting.id))
    setFlash(deps, c, 'invitations-sent')
  }
  return c.redirect(`${shown.path}#reunions`, 303)
}
