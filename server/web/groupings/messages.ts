import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { say } from '../../groupings/exchange.ts'
import { messageInput } from '../../groupings/input.ts'
import { faultsIn, formOf, mend } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { groupingPage } from './grouping-page.tsx'
import { soughtCall } from './sought.ts'

/** A word to those who take part. */
export const makeMessage = (deps: Deps) => async (c: Ctx) => {
  const grouping = await soughtCall(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(messageInput, sent)
  if (input === null) return groupingPage(deps, c, grouping, { message: mend(c, sent, faults) })
  try {
    await say(deps, c.var.viewer, grouping, input)
  } catch (error) {
    return groupingPage(deps, c, grouping, { message: mend(c, sent, faultsIn(error)) })
  }
  return c.redirect(`/groupements/${grouping.id}#message-${input.id}`, 303)
}
