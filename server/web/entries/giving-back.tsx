import type { Child } from 'hono/jsx'
import { GiveBackPage, GivenBack } from '../../../views/entries/giving-back.tsx'
import { reviewTexts } from '../../../views/entries/review-texts.ts'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { sendBack } from '../../entries/commands.ts'
import { mayPublish, mayRevise } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { sayAll } from '../../kinds/faults.ts'
import { optionalText } from '../../kinds/gate.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Kind } from '../../kinds/kind.ts'
import { givenBack, lastGivenBack } from '../../moderation/given-back.ts'
import { insertDecision } from '../../moderation/decision-store.ts'
import { Refusal } from '../../refusal.ts'
import { z } from 'zod'
import { formOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { page } from '../page.tsx'
import { soughtEntry } from './seek.ts'

const noteInput = z.object({ note: optionalText(1000) })

/** `/emplois/{id}/rendre`: an editor says what is still missing, or nothing. */
export const askGivingBack = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope } = await reviewed(deps, c, kind)
  return givingBackPage(deps, c, envelope, { note: '', error: undefined })
}

export const giveBack = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await reviewed(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  const sent = await formOf(c)
  const { input, faults } = parse(noteInput, sent)
  if (input === null)
    return givingBackPage(deps, c, entry.envelope, {
      note: sent['note'] ?? '',
      error: sayAll(faults, c.var.locale)['note'],
    })
  const row = { action: givenBack, subject: 'entry', subjectId: objectOf(entry.envelope) }
  const also = insertDecision(deps.db, {
    ...{ id: deps.newId(), ...row, reason: input.note ?? '' },
    ...{ by: viewer.id, at: deps.now() },
  })
  // Given back twice is given back.
  if (entry.envelope.state !== 'draft') await sendBack(deps, viewer, entry, [also])
  setFlash(deps, c, 'entry-sent-back')
  return c.redirect('/brouillons?etat=relecture', 303)
}

/** Who proposed it thinks again: it is a draft as before. */
export const endReview = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const viewer = required(c.var.viewer, 'member')
  const { envelope } = entry
  if (!mayRevise(viewer, envelope)) throw new Refusal('forbidden', 'You cannot change this entry.')
  if (envelope.authorId !== viewer.id) return c.redirect(`${envelope.path}/rendre`, 303)
  if (envelope.state !== 'draft') await sendBack(deps, viewer, entry)
  setFlash(deps, c, 'entry-taken-back')
  return c.redirect(envelope.path, 303)
}

/** Why a draft came back: for all who can see the draft. */
export async function whyGivenBack(deps: Deps, envelope: Envelope): Promise<Child> {
  if (envelope.state !== 'draft' || envelope.origin !== null) return null
  const last = await lastGivenBack(deps.db, objectOf(envelope))
  return last === undefined ? null : <GivenBack at={last.at} by={last.byName} note={last.reason} />
}

async function reviewed(deps: Deps, c: Ctx, kind: Kind): Promise<Entry> {
  const entry = await soughtEntry(deps, c, kind)
  if (!mayPublish(required(c.var.viewer, 'member'), entry.envelope))
    throw new Refusal('forbidden', 'You cannot give this entry back.')
  return entry
}

const objectOf = ({ id }: Envelope): string => `/ap/objects/${id}`

const givingBackPage = (
  deps: Deps,
  c: Ctx,
  { path, title, language }: Envelope,
  sent: { note: string; error: string | undefined },
): Promise<Response> =>
  page(
    deps,
    c,
    {
      title: reviewTexts[c.var.locale].title(title),
      robots: 'noindex',
      status: sent.error === undefined ? 200 : 422,
    },
    <GiveBackPage path={path} title={title} language={language} {...sent} />,
  )
