import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { removePortrait, setPortrait } from '../../accounts/portrait.ts'
import type { Deps } from '../../deps.ts'
import { memberChanged } from '../../entries/member-news.ts'
import { sayAll, type Fault } from '../../kinds/faults.ts'
import { maxUpload } from '../../media/pictures.ts'
import { pace } from '../entries/pace.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { accountPage, asTheyAre } from './account.tsx'
import { formDataOf, smallBody } from './form.ts'
import { signedIn } from './session-of.ts'

/** The picture that a member may have of themselves. */
export const portraitRoutes = (deps: Deps) => {
  const tooHeavy = bodyLimit({
    maxSize: maxUpload + 64 * 1024,
    onError: (c: Ctx) => again(deps, c, { field: 'image', code: 'image-size' }),
  })
  return (
    new Hono<Env>()
      // Each one is decoded and made anew: nobody needs twenty in a minute.
      .post('/compte/photo', pace(20, 60), tooHeavy, async (c) => {
        const viewer = signedIn(c)
        const file = (await formDataOf(c)).get('image')
        const fault =
          file instanceof File && file.size > 0
            ? await setPortrait(deps, viewer, file, await memberChanged(deps, viewer.id))
            : ({ field: 'image', code: 'image' } as const)
        if (fault !== null) return again(deps, c, fault)
        setFlash(deps, c, 'picture-saved')
        return c.redirect('/compte#photo', 303)
      })
      .post('/compte/photo/retrait', smallBody, async (c) => {
        const viewer = signedIn(c)
        await removePortrait(deps, viewer, await memberChanged(deps, viewer.id))
        setFlash(deps, c, 'picture-removed')
        return c.redirect('/compte#photo', 303)
      })
  )
}

const again = (deps: Deps, c: Ctx, fault: Fault): Promise<Response> =>
  accountPage(deps, c, asTheyAre(signedIn(c)), 422, sayAll([fault], c.var.locale)['image'])
