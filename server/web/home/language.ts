import { setCookie } from 'hono/cookie'
import { isLocale } from '../../../views/language.tsx'
import { saveProfile } from '../../accounts/accounts.ts'
import type { Deps } from '../../deps.ts'
import { formDataOf } from '../accounts/form.ts'
import { backPath } from '../back-path.ts'
import type { Ctx } from '../env.ts'

const year = 365 * 86_400

/** A member's choice is kept with the account, a visitor's in a cookie, the only one before a login. */
export const chooseLanguage = (deps: Deps) => async (c: Ctx) => {
  const form = await formDataOf(c)
  const asked = form.get('langue')
  const chosen = isLocale(asked) ? asked : undefined
  const { viewer } = c.var
  if (chosen !== undefined && viewer !== null)
    await saveProfile(deps, viewer, { name: viewer.name, locale: chosen })
  if (chosen !== undefined && viewer === null)
    setCookie(c, 'langue', chosen, {
      path: '/',
      maxAge: year,
      httpOnly: true,
      sameSite: 'Lax',
      secure: deps.hub.origin.startsWith('https:'),
    })
  const back = form.get('retour')
  return c.redirect(backPath(typeof back === 'string' ? back : undefined, '/'), 303)
}
