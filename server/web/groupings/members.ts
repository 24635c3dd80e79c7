import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { answerInput, askInput } from '../../groupings/input.ts'
import { answerMember, askToJoin, leave } from '../../groupings/members.ts'
import { faultsIn, formOf, mend } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { groupingPage } from './grouping-page.tsx'
import { soughtCall, soughtMember } from './sought.ts'

/** An organisation of this hub would take part. */
export const makeAsk = (deps: Deps) => async (c: Ctx) => {
  const grouping = await soughtCall(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(askInput, sent)
  if (input === null) return groupingPage(deps, c, grouping, { join: mend(c, sent, faults) })
  try {
    await askToJoin(deps, c.var.viewer, grouping, input)
  } catch (error) {
    return groupingPage(deps, c, grouping, { join: mend(c, sent, faultsIn(error)) })
  }
  setFlash(deps, c, 'grouping-asked')
  return c.redirect(`/groupements/${grouping.id}`, 303)
}

export const makeAnswer = (deps: Deps) => async (c: Ctx) => {
  const { grouping, member } = await soughtMember(deps, c)
  const { input } = parse(answerInput, await formOf(c))
  // Two buttons and a short text: whatever else came was no form of ours.
  await answerMember(deps, c.var.viewer, { grouping, member }, input ?? { outcome: 'declined', answer: null })
  setFlash(deps, c, 'grouping-answered')
  return c.redirect(`/groupements/${grouping.id}#membre-${member.id}`, 303)
}

export const makeLeave = (deps: Deps) => async (c: Ctx) => {
  const { grouping, member } = await soughtMember(deps, c)
  await leave(deps, c.var.viewer, { grouping, member })
  setFlash(deps, c, 'grouping-left')
  return c.redirect(`/groupements/${grouping.id}`, 303)
}
