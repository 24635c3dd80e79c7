import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { unwatch, watch } from '../../notifications/commands.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { backPath } from '../back-path.ts'
import { byId } from '../entries/save.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** A discussion, or what an organisation publishes: followed here by a member, and left again. */
export const follow = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const sent = await formOf(c)
  const what = sent['quoi'] === 'publications' ? 'publications' : 'answers'
  const entry = await byId(deps, sent['fiche'] ?? '')
  if (entry === undefined || !isPublic(entry.envelope.state))
    throw new Refusal('absent', 'There is nothing to follow there.')
  const { n, path } = entry.envelope
  if (sent['acte'] === 'arreter') await unwatch(deps, viewer, n, what)
  else if (sent['acte'] === 'suivre') await watch(deps, viewer, n, what)
  else throw new Refusal('invalid', 'There is nothing to do here.')
  setFlash(deps, c, sent['acte'] === 'suivre' ? 'watched' : 'unwatched')
  return c.redirect(backPath(sent['retour'], path), 303)
}
