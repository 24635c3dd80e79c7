import type { FlashKey } from '../../../views/flash-texts.ts'
import type { CaseForm } from '../../../views/facilitation/case.tsx'
import { caseTexts } from '../../../views/facilitation/case-texts.ts'
import { later } from '../../accounts/letters.ts'
import { parse } from '../../accounts/input.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { deskOf } from '../../facilitation/access.ts'
import {
  answer,
  close,
  deskCase,
  eraseAsDesk,
  note,
  release,
  reopen,
  take,
} from '../../facilitation/commands.ts'
import { closingInput, messageInput, traceInput } from '../../facilitation/input.ts'
import { deskPath } from '../../facilitation/link.ts'
import { link, unlink } from '../../facilitation/linking.ts'
import { tellCase } from '../../facilitation/tell.ts'
import { draftTrace, proposeTrace } from '../../facilitation/trace.ts'
import type { Fault } from '../../kinds/faults.ts'
import { isConflict } from '../../refusal.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { casePage } from './case.tsx'

interface CaseAct {
  /** Last part of the address. */
  word: string
  /** Which of the page's forms is shown again when it cannot be done. */
  form?: CaseForm
  said: FlashKey
  /** Gives what is wrong with what was typed. */
  act(deps: Deps, viewer: Viewer, id: string, sent: Sent): Promise<Fault[]>
  /** Where it leads, if not back to the case. */
  to?: string
}

const formIn = (sent: Sent): string => sent['form'] ?? ''

/** All that the desk does to a case, one button each. */
export const caseActs: readonly CaseAct[] = [
  {
    ...{ word: 'prendre', said: 'case-taken' },
    act: (deps, viewer, id, { de }) =>
      done(take(deps, viewer, id, de === undefined || de === '' ? null : de)),
  },
  { word: 'rendre', said: 'case-released', act: (deps, viewer, id) => done(release(deps, viewer, id)) },
  {
    ...{ word: 'repondre', form: 'answer', said: 'case-answered' },
    async act(deps, viewer, id, sent) {
      const { input, faults } = parse(messageInput, sent)
      return input === null
        ? faults
        : done(answer(deps, viewer, id, { form: formIn(sent), text: input.text }))
    },
  },
  {
    ...{ word: 'noter', form: 'note', said: 'case-noted' },
    async act(deps, viewer, id, sent) {
      const { input, faults } = parse(messageInput, sent)
      return input === null ? faults : done(note(deps, viewer, id, { form: formIn(sent), text: input.text }))
    },
  },
  {
    ...{ word: 'joindre', said: 'case-linked' },
    act: (deps, viewer, id, { sorte, fiche = '', lot }) =>
      done(
        link(deps, viewer, id, {
          sort: sorte === 'lot' ? 'lot' : 'organisation',
          entryId: fiche,
          lot: /^\d{1,3}$/.test(lot ?? '') ? Number(lot) : 0,
        }),
      ),
  },
  {
    ...{ word: 'enlever', said: 'case-unlinked' },
    act: (deps, viewer, id, { lien = '' }) => done(unlink(deps, viewer, id, lien)),
  },
  {
    ...{ word: 'clore', form: 'close', said: 'case-closed' },
    async act(deps, viewer, id, sent) {
      const { input, faults } = parse(closingInput, sent)
      return input === null ? faults : done(close(deps, viewer, id, { ...input, form: formIn(sent) }))
    },
  },
  { word: 'rouvrir', said: 'case-reopened', act: (deps, viewer, id) => done(reopen(deps, viewer, id)) },
  {
    ...{ word: 'texte', form: 'trace', said: 'case-trace' },
    async act(deps, viewer, id, sent) {
      const { input, faults } = parse(traceInput, sent)
      return input === null ? faults : done(proposeTrace(deps, viewer, id, input.trace))
    },
  },
  { word: 'brouillon', said: 'case-drafted', act: (deps, viewer, id) => done(draftTrace(deps, viewer, id)) },
  {
    ...{ word: 'effacer', said: 'case-erased', to: '/facilitation/dossiers' },
    act: (deps, viewer, id) => done(eraseAsDesk(deps, viewer, id)),
  },
]

async function done(work: Promise<unknown>): Promise<Fault[]> {
  await work
  return []
}

export const actOnCase =
  (deps: Deps, { form, said, act, to }: CaseAct) =>
  async (c: Ctx) => {
    const viewer = deskOf(c.var.viewer)
    const id = c.req.param('id') ?? ''
    const sent = await formOf(c)
    // Whether there is such a case comes before what is wrong with a form.
    const found = await deskCase(deps, viewer, id)
    const kept = (faults: readonly Fault[]) => (form === undefined ? {} : { [form]: mend(c, sent, faults) })
    try {
      const faults = await act(deps, viewer, id, sent)
      if (faults.length > 0)
        return await casePage(deps, c, viewer, found, { forms: kept(faults), status: 422 })
    } catch (error) {
      if (!isConflict(error)) throw error
      return conflictPage(deps, c, viewer, found, kept([]))
    }
    later(deps, () => tellCase(deps, id))
    setFlash(deps, c, said)
    return c.redirect(to ?? deskPath(id), 303)
  }

/** Somebody was quicker: the case as it is now, and what was typed. */
async function conflictPage(
  deps: Deps,
  c: Ctx,
  viewer: Viewer,
  { id, takenBy }: { id: string; takenBy: string | null },
  forms: Parameters<typeof casePage>[4] extends { forms?: infer Forms } | undefined ? Forms : never,
): Promise<Response> {
  const t = caseTexts[c.var.locale]
  const now = await deskCase(deps, viewer, id)
  const other = now.takenBy !== null && now.takenBy !== takenBy && now.takenBy !== viewer.id
  const conflict = other ? t.takenMeanwhile(now.takenByName ?? t.goneAccount) : t.changedHow
  return casePage(deps, c, viewer, now, { forms, status: 409, conflict })
}
