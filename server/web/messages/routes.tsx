import { Hono } from 'hono'
import type { FlashKey } from '../../../views/flash-texts.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { eraseMessage, markHandled, reopen } from '../../messages/commands.ts'
import { formOf, smallBody } from '../accounts/form.ts'
import { backPath } from '../back-path.ts'
import type { Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { correspondent } from '../../messages/access.ts'
import { showMessages } from './list.tsx'

type Act = (deps: Deps, viewer: Viewer, id: string) => Promise<void>

const acts: readonly (readonly [string, Act, FlashKey])[] = [
  ['traiter', markHandled, 'message-handled'],
  ['rouvrir', reopen, 'message-reopened'],
  ['effacer', eraseMessage, 'message-erased'],
]

/** What people elsewhere wrote to the editors, and what becomes of it. */
export function messageRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>().get('/messages', showMessages(deps))
  for (const [word, act, said] of acts)
    app.post(`/messages/:id/${word}`, smallBody, async (c) => {
      const viewer = correspondent(c.var.viewer)
      const sent = await formOf(c)
      await act(deps, viewer, c.req.param('id') ?? '')
      setFlash(deps, c, said)
      return c.redirect(backPath(sent['retour'], '/messages'), 303)
    })
  return app
}
