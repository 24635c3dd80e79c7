import { Hono } from 'hono'
import { AnswerReminder, ReminderAnswered, StopReminders } from '../../../views/reminders/pages.tsx'
import { reminderTexts } from '../../../views/reminders/texts.ts'
import { userById } from '../../accounts/store.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isOver, isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import type { Federation } from '../../federation/federation.ts'
import { isConflict } from '../../refusal.ts'
import { acts, actsFor, answer, startAgain, stop, writingPath, type Act } from '../../reminders/acts.ts'
import { isKeyOf } from '../../reminders/link.ts'
import { authorOf, hasStopped, isMinuted, reminderById, type Reminder } from '../../reminders/queries.ts'
import { linkFor } from '../../reminders/terms.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'

/** What comes to its end: the links of a letter, for whoever wrote the entry. Looking changes nothing. */
export const reminderRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> =>
  new Hono<Env>()
    .get('/rappels/:id/:key', showReminder(deps))
    .post('/rappels/:id/:key', smallBody, async (c) => {
      const answered = await answerReminder(deps)(c)
      if (answered.status === 200) federation.wake()
      return answered
    })

/** Mail services press it for their reader, from anywhere: it stands before what refuses foreign forms. */
export const reminderEndRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/rappels/fin/:user/:key', showEnd(deps))
    .post('/rappels/fin/:user/:key', smallBody, end(deps))

const showReminder = (deps: Deps) => async (c: Ctx) => {
  const asked = await linked(deps, c)
  if (asked === null) return spentLink(deps, c)
  return reminderPage(deps, c, asked, actIn(c.req.query('geste')))
}

const answerReminder = (deps: Deps) => async (c: Ctx) => {
  const act = actIn((await formOf(c))['geste'])
  const asked = await linked(deps, c)
  if (asked === null) return spentLink(deps, c)
  const { reminder, entry, viewer } = asked
  if (act === null || !actsFor(reminder.reason).includes(act)) return reminderPage(deps, c, asked, null, 422)
  try {
    await answer(deps, viewer, asked, act)
  } catch (error) {
    if (!isConflict(error)) throw error
    return reminderPage(deps, c, asked, act, 409)
  }
  return privatePage(
    deps,
    c,
    { title: reminderTexts[c.var.locale].done, active: entry.kind.name },
    <ReminderAnswered act={act} path={entry.envelope.path} />,
  )
}

const actIn = (given: string | undefined): Act | null => acts.find((one) => one === given) ?? null

interface Asked {
  reminder: Reminder
  entry: Entry
  viewer: Viewer
}

/** Null: no link of ours, answered, too old, over, or of somebody who may no longer say it. Which, it does not tell. */
async function linked(deps: Deps, c: Ctx): Promise<Asked | null> {
  const { id = '', key = '' } = c.req.param()
  const reminder = await reminderById(deps.db, id)
  if (reminder === undefined || reminder.closedAt !== null || reminder.sentAt + linkFor < deps.now())
    return null
  const entry = await entryOfRow(deps, reminder.entryN)
  if (entry === undefined || !(await stillAsks(deps, reminder, entry))) return null
  const viewer = await authorOf(deps.db, entry.envelope, reminder.userId)
  if (viewer === null || !isKeyOf(deps, 'link', { id, email: viewer.email }, key)) return null
  return { reminder, entry, viewer }
}

/** Its day came meanwhile: it is put off on its own page, by somebody who is signed in. Minutes may have been written. */
const stillAsks = async (deps: Deps, { reason }: Reminder, { envelope }: Entry): Promise<boolean> =>
  reason === 'minutes'
    ? isPublic(envelope.state) && !(await isMinuted(deps.db, envelope.n))
    : envelope.state === 'published' && !isOver(envelope, deps.now())

function reminderPage(
  deps: Deps,
  c: Ctx,
  { reminder: { reason }, entry }: Asked,
  clicked: Act | null,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { title, language, path, closesAt, kind } = entry.envelope
  return privatePage(
    deps,
    c,
    { title: reminderTexts[c.var.locale].title[reason], active: kind, status },
    <AnswerReminder
      reason={reason}
      entry={{ title, language, path, closesAt }}
      acts={actsFor(reason)}
      write={reason === 'minutes' ? writingPath(entry) : null}
      clicked={clicked}
      conflict={status === 409}
    />,
  )
}

const showEnd = (deps: Deps) => async (c: Ctx) => {
  const userId = await endOf(deps, c)
  return userId === null ? spentLink(deps, c) : endPage(deps, c, await hasStopped(deps.db, userId))
}

/** `encore` is our own page's: a mail service that presses for its reader can only end them. */
const end = (deps: Deps) => async (c: Ctx) => {
  const userId = await endOf(deps, c)
  if (userId === null) return spentLink(deps, c)
  const again = (await formOf(c))['encore'] === '1'
  await (again ? startAgain(deps, userId) : stop(deps, userId))
  return endPage(deps, c, !again)
}

async function endOf(deps: Deps, c: Ctx): Promise<string | null> {
  const { user = '', key = '' } = c.req.param()
  const reader = await userById(deps.db, user)
  return reader !== undefined && isKeyOf(deps, 'end', reader, key) ? user : null
}

const endPage = (deps: Deps, c: Ctx, stopped: boolean): Promise<Response> =>
  privatePage(deps, c, { title: reminderTexts[c.var.locale].endTitle }, <StopReminders stopped={stopped} />)
