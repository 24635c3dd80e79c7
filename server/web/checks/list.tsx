import { CheckPanel, DueChecks } from '../../../views/checks/list.tsx'
import { checkTexts } from '../../../views/checks/texts.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import { ask } from '../../checks/ask.ts'
import { checkedKind } from '../../checks/choices.ts'
import { dueEntries, openCheck } from '../../checks/queries.ts'
import type { Deps } from '../../deps.ts'
import { mayPublish } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { dayOf } from '../../kinds/checked.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Panel } from '../entries/panels.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** `/verifications` */
export const showDue = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const due = await dueOf(deps, viewer)
  const checks = await Promise.all(
    due.map(async ({ envelope: { n, title, path, language }, fields }) => ({
      ...{ title, path, language, due: nextCheckIn(fields) },
      askedAt: (await openCheck(deps.db, n))?.askedAt ?? null,
    })),
  )
  return privatePage(
    deps,
    c,
    { title: checkTexts[c.var.locale].listTitle },
    <DueChecks checks={checks} mail={deps.mailer !== null} />,
  )
}

/** What this person may answer for. */
export const dueOf = async (deps: Deps, viewer: Viewer): Promise<Entry[]> =>
  (await dueEntries(deps, dayOf(deps.now()))).filter(({ envelope }) => mayPublish(viewer, envelope))

/** Now, and not at the next round: at most one question is open at a time all the same. */
export const askNow = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, kind)
  if (!mayPublish(viewer, entry.envelope))
    throw new Refusal('forbidden', 'This is for those who publish the entry.')
  const next = nextCheckIn(entry.fields)
  if (entry.envelope.state !== 'published' || next === '' || next > dayOf(deps.now()))
    throw new Refusal('conflict', 'There is nothing to ask about yet.')
  const asked = await ask(deps, entry)
  setFlash(deps, c, asked === 'sent' || asked === 'before' ? 'check-asked' : 'check-unsent')
  return c.redirect('/verifications', 303)
}

const nextCheckIn = (fields: Record<string, unknown> | null): string => {
  const day = fields?.['nextCheck']
  return typeof day === 'string' ? day : ''
}

/** On the page of what was asked about in vain, or should be. */
export const checkPanel: Panel = async (deps, c, entry) => {
  const { envelope, fields } = entry
  if (checkedKind(entry) === null || envelope.origin !== null || envelope.state !== 'published') return null
  const due = nextCheckIn(fields)
  if (due === '' || due > dayOf(deps.now())) return null
  const open = await openCheck(deps.db, envelope.n)
  const isSilent = open !== undefined && (open.remindedAt !== null || open.silentSince < open.askedAt)
  return (
    <CheckPanel
      words={isSilent ? { silentSince: open.silentSince } : { due }}
      answerHref={mayPublish(c.var.viewer, envelope) ? `${envelope.path}/verification` : null}
    />
  )
}
