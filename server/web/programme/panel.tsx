import { DebatePanel } from '../../../views/programme/debate.tsx'
import { ProgrammePanel } from '../../../views/programme/programme.tsx'
import type { Deps } from '../../deps.ts'
import { isOver, mayPublish } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { clashesOf } from '../../programme/clashes.ts'
import { debatesOf, eventOf, forumOf } from '../../programme/queries.ts'
import type { Panel } from '../entries/panels.ts'
import { writingPath } from '../../reminders/acts.ts'
import { isWithoutMinutes } from '../../reminders/queries.ts'
import type { Ctx } from '../env.ts'
import { shownDebates, shownMinutes } from './shown.ts'

/** The programme of an event; of a debate, the event that it is a part of. */
export const programmePanel: Panel = async (deps, c, entry) => {
  const event = eventOf(entry)
  if (event === null) return null
  return event.partOf === '' ? ofForum(deps, c, entry) : ofDebate(deps, c, entry)
}

async function ofForum(deps: Deps, c: Ctx, entry: Entry) {
  const { path, id, organisationId } = entry.envelope
  const debates = await shownDebates(deps, entry, c.var.locale)
  const may = mayPublish(c.var.viewer, entry.envelope)
  // That there may be one is said to those who can make one, while there is time.
  if (debates.length === 0 && !(may && !isOver(entry.envelope, deps.now())))
    return minutesAlone(deps, c, entry)
  const manage = may && {
    add: `${entry.kind.path}/nouveau?${naming('partOf', id, organisationId)}`,
    clashes: clashesOf(await planned(deps, entry)),
  }
  return (
    <ProgrammePanel
      path={path}
      debates={debates}
      minutes={await shownMinutes(deps, entry)}
      manage={manage || null}
    />
  )
}

async function minutesAlone(deps: Deps, c: Ctx, entry: Entry) {
  const minutes = await shownMinutes(deps, entry)
  const write = await toWrite(deps, c, entry, minutes)
  return minutes.length === 0 && write === null ? null : (
    <DebatePanel forum={null} before={null} after={null} minutes={minutes} write={write} />
  )
}

/** For those who can: it is over, nobody has written any, and nobody has said that there will be none. */
async function toWrite(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  minutes: readonly unknown[],
): Promise<string | null> {
  const { envelope } = entry
  if (minutes.length > 0 || !isOver(envelope, deps.now()) || !mayPublish(c.var.viewer, envelope)) return null
  return (await isWithoutMinutes(deps.db, envelope.n)) ? null : writingPath(entry)
}

async function ofDebate(deps: Deps, c: Ctx, entry: Entry) {
  const { envelope } = entry
  const forum = await forumOf(deps, entry)
  const minutes = await shownMinutes(deps, entry)
  const all = forum === undefined ? [] : await debatesOf(deps, forum)
  const at = all.findIndex(({ envelope: { n } }) => n === envelope.n)
  const near = (index: number) => (at === -1 ? null : (all[index]?.envelope ?? null))
  const write = await toWrite(deps, c, entry, minutes)
  if (forum === undefined && minutes.length === 0 && write === null) return null
  return (
    <DebatePanel
      forum={forum?.envelope ?? null}
      before={near(at - 1)}
      after={near(at + 1)}
      minutes={minutes}
      write={write}
    />
  )
}

/** A form that is opened with what it names. */
const naming = (field: string, id: string, organisationId: string | null): string =>
  new URLSearchParams({
    [field]: id,
    ...(organisationId !== null && { organisation: organisationId }),
  }).toString()

async function planned(deps: Deps, entry: Entry) {
  return (await debatesOf(deps, entry)).flatMap((debate) => {
    const event = eventOf(debate)
    return event === null ? [] : [{ title: debate.envelope.title, event }]
  })
}
