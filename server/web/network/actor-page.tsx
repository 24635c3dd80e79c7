import { Hono } from 'hono'
import { Person } from '../../../views/network/person.tsx'
import type { Deps } from '../../deps.ts'
import { entryById } from '../../entries/queries.ts'
import { localActor, type LocalActor } from '../../federation/local-actors.ts'
import { Refusal } from '../../refusal.ts'
import { asksForActivity } from '../asks-for-activity.ts'
import type { Env } from '../env.ts'
import { page } from '../page.tsx'

/** `/@camille`: where other servers send people who ask for somebody of this hub; for all others their own page. */
export const actorPage = (deps: Deps) =>
  new Hono<Env>().get('/:name{@[a-z0-9_]+}', async (c) => {
    c.header('Vary', 'Accept', { append: true })
    const actor = await localActor(deps.db, c.req.param('name').slice(1))
    if (actor === undefined || actor.role === 'instance')
      throw new Refusal('absent', 'There is no such page.')
    if (actor.deletedAt !== null) throw new Refusal('gone', 'This account was closed.')
    if (asksForActivity(c)) return c.redirect(actor.id, 302)
    if (actor.role !== 'person') return c.redirect(await ownPage(deps, actor), 302)
    const { host } = new URL(deps.hub.origin)
    return page(
      deps,
      c,
      { title: actor.name, robots: 'noindex' },
      <Person name={actor.name} address={`@${actor.handle}@${host}`} hub={deps.hub.settings.name} />,
    )
  })

async function ownPage(deps: Deps, actor: LocalActor): Promise<string> {
  if (actor.role === 'section') return `/${actor.handle}`
  const entry = actor.entryId === null ? undefined : await entryById(deps, actor.entryId)
  return entry?.envelope.path ?? '/'
}
