import type { Scope } from '../../accounts/tokens.ts'
import type { Viewer, Visitor } from '../../accounts/viewer.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'

/** What may be done with more may be done with less: a token that writes also reads. */
const enough: Readonly<Record<Scope, readonly Scope[]>> = {
  read: ['read', 'write', 'admin'],
  write: ['write', 'admin'],
  admin: ['admin'],
}

/** Who changes something. Only a token does: what a browser sends along on its own changes nothing. */
export function holderOf(c: Ctx, scope: Scope): Viewer {
  const { viewer } = c.var
  if (viewer === null) throw new Refusal('unauthenticated', 'Send a token: `Authorization: Bearer …`.')
  if (!allows(c, scope)) throw new Refusal('forbidden', `This token has not the scope ${scope}.`)
  return viewer
}

/** Who reads. Public entries are for everybody, so a token without `read` is as good as none. */
export const readerOf = (c: Ctx): Visitor =>
  c.var.viewer !== null && allows(c, 'read') ? c.var.viewer : null

/** Without scopes it is a person's own browser, which may look. */
const allows = (c: Ctx, scope: Scope): boolean =>
  c.var.scopes === null ? scope === 'read' : enough[scope].some((one) => c.var.scopes?.includes(one))
