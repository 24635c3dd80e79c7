import { Hono } from 'hono'
import { close, publish } from '../../entries/commands.ts'
import type { Deps } from '../../deps.ts'
import { mayPublish } from '../../entries/entry.ts'
import { movedFaults } from '../../entries/moved.ts'
import { mayOpen } from '../../entries/topics.ts'
import { isWhole, missingOf } from '../../entries/whole.ts'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'
import { holderOf } from './auth.ts'
import { answer } from './answer.ts'
import { ownEntry } from './one.ts'
import { wrongBody } from './problem.ts'

/**
 * An entry's publication. Ending it closes the entry (filled, over, taken): it stays readable, says so, and
 * leaves the lists. Publishing again reopens it. To take it away for good is to delete the entry itself.
 */
export const publicationApi = (deps: Deps, wake: () => void): Hono<Env> =>
  new Hono<Env>()
    .post('/entries/:id/publication', async (c) => {
      const viewer = holderOf(c, 'write')
      const entry = await ownEntry(deps, viewer, c.req.param('id'))
      if (!mayPublish(viewer, entry.envelope) && !(await mayOpen(deps, viewer, entry)))
        throw new Refusal('forbidden', 'You cannot publish this entry.')
      if (!isWhole(entry)) throw wrongBody(missingOf(entry), c.var.locale)
      const moved =
        entry.envelope.publishedAt === null
          ? await movedFaults(deps.db, entry.kind, entry.envelope.organisationId)
          : []
      if (moved.length > 0) throw wrongBody(moved, c.var.locale)
      const published = await publish(deps, viewer, entry)
      wake()
      return answer(deps, c, published, 200)
    })
    .delete('/entries/:id/publication', async (c) => {
      const viewer = holderOf(c, 'write')
      const entry = await close(deps, viewer, await ownEntry(deps, viewer, c.req.param('id')))
      wake()
      return answer(deps, c, entry, 200)
    })
