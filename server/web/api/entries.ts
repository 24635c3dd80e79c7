import { Hono } from 'hono'
import { sharedOf } from '../../entries/as-sent.ts'
import { revise } from '../../entries/commands.ts'
import { withdraw } from '../../entries/withdrawal.ts'
import { isPublic, mayClose } from '../../entries/entry.ts'
import { parseDraft, parseEntry, type EntryInput, type Parsed } from '../../entries/input.ts'
import type { Deps } from '../../deps.ts'
import { kindNamed } from '../../kinds/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx, Env } from '../env.ts'
import { answer } from './answer.ts'
import { holderOf } from './auth.ts'
import { changedEntry, newEntry, readBody } from './body.ts'
import { createOnce, idFor } from './create.ts'
import { listOf, workList } from './lists.ts'
import { ownEntry, readableEntry } from './one.ts'
import { wrongBody } from './problem.ts'

/** `wake` tells the federation that something was published. */
export const entryApi = (deps: Deps, wake: () => void): Hono<Env> =>
  new Hono<Env>()
    .get('/entries', (c) => (c.req.query('state') === undefined ? listOf(deps, c) : workList(deps, c)))
    .post('/entries', async (c) => {
      const viewer = holderOf(c, 'write')
      const body = await readBody(c, newEntry)
      const kind = kindNamed(body.kind)
      if (kind === undefined) throw wrongBody([{ field: 'kind', code: 'choice' }], c.var.locale)
      const parse = body.publish ? parseEntry : parseDraft
      const input = usable(
        c,
        await parse(deps, kind, { shared: body, fields: body.fields, by: viewer.id }, anyDay(deps)),
      )
      const id = body.id ?? idFor(deps, viewer, c.req.header('idempotency-key'))
      const entry = await createOnce(deps, viewer, kind, { id, input, publish: body.publish })
      wake()
      return answer(deps, c, entry, 201)
    })
    .get('/entries/:id', async (c) => answer(deps, c, await readableEntry(deps, c, c.req.param('id')), 200))
    .patch('/entries/:id', async (c) => {
      const viewer = holderOf(c, 'write')
      const entry = await ownEntry(deps, viewer, c.req.param('id'))
      const { revision, fields, ...shared } = await readBody(c, changedEntry)
      const parse = entry.envelope.state === 'draft' ? parseDraft : parseEntry
      const changed = {
        shared: { ...sharedOf(entry.envelope), ...shared },
        fields: { ...(entry.fields ?? entry.unfinished), ...fields },
        hasPicture: entry.envelope.picture !== null,
        before: entry,
        by: viewer.id,
      }
      const input = usable(c, await parse(deps, entry.kind, changed, anyDay(deps)))
      const read = revision ?? revisionIn(c.req.header('if-match')) ?? entry.envelope.revision
      const revised = await revise(deps, viewer, entry, { revision: read, input, picture: undefined })
      wake()
      return answer(deps, c, revised, 200)
    })
    .delete('/entries/:id', async (c) => {
      const viewer = holderOf(c, 'write')
      const entry = await ownEntry(deps, viewer, c.req.param('id'))
      if (isPublic(entry.envelope.state) && !mayClose(viewer, entry.envelope))
        throw new Refusal('forbidden', 'Moderators remove an entry on its page, and say why.')
      await withdraw(deps, viewer, entry)
      wake()
      return c.body(null, 204)
    })

/** A day that has passed is no fault here: an import brings what is over. All else is asked as the form does. */
const anyDay = ({ now }: Deps) => ({ now: 0, present: now() })

function usable<Input extends EntryInput>(c: Ctx, { input, faults }: Parsed<Input>): Input {
  if (input === null) throw wrongBody(faults, c.var.locale)
  return input
}

/** `If-Match: "3"`; what is no number of ours matches nothing. */
const revisionIn = (header: string | undefined): number | undefined =>
  header === undefined || header.trim() === '*'
    ? undefined
    : Number(/^"?(\d{1,9})"?$/.exec(header.trim())?.[1] ?? 0)
