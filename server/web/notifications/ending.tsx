import { Told } from '../../../views/accounts/reset.tsx'
import { EndLetters, endedTexts } from '../../../views/notifications/ended.tsx'
import { userById } from '../../accounts/store.ts'
import type { Deps } from '../../deps.ts'
import { endLetters } from '../../notifications/commands.ts'
import { isEnded, isKeyOf, type Ended } from '../../notifications/link.ts'
import { isConflict } from '../../refusal.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

/** Looking changes nothing: mail scanners look too. Without our key, nothing is there. */
export const showEnd = (deps: Deps) => async (c: Ctx) => {
  const named = await namedBy(deps, c)
  return named === null
    ? spentLink(deps, c)
    : privatePage(deps, c, { title: endedTexts[c.var.locale].title }, <EndLetters which={named.which} />)
}

/** Sent by the page, or by a mail service without asking: https://www.rfc-editor.org/rfc/rfc8058#section-3.2 */
export const stop = (deps: Deps) => async (c: Ctx) => {
  const named = await namedBy(deps, c)
  if (named === null) return spentLink(deps, c)
  await endLetters(deps, named.user, named.which).catch((error: unknown) => {
    // The account went meanwhile: nothing is sent to it either way.
    if (!isConflict(error)) throw error
  })
  const t = endedTexts[c.var.locale]
  return privatePage(deps, c, { title: t.done }, <Told title={t.done} text={t.doneText} />)
}

async function namedBy(deps: Deps, c: Ctx): Promise<{ which: Ended; user: string } | null> {
  const { which = '', user = '', key = '' } = c.req.param()
  const reader = await userById(deps.db, user)
  return reader !== undefined && isEnded(which) && isKeyOf(deps, which, reader, key) ? { which, user } : null
}
