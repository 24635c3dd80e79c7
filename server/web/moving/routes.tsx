import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { Compared } from '../../../views/moving/compared.tsx'
import { ConfirmMove } from '../../../views/moving/confirm.tsx'
import { movingTexts, type MovingFault } from '../../../views/moving/texts.ts'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { addressList } from '../../feeds/address-list.ts'
import type { Federation } from '../../federation/federation.ts'
import type { LocalActor } from '../../federation/local-actors.ts'
import type { Looked, Room } from '../../federation/moving/house.ts'
import { readList } from '../../federation/moving/lines.ts'
import { followerAddresses } from '../../federation/moving/lists.ts'
import { line } from '../../kinds/gate.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, smallBody, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { sudo } from '../accounts/sudo.tsx'
import { hostOf } from '../entries/look.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { ownAccount, pathOf } from './household.ts'
import { addressOf, movingPage } from './moving-page.tsx'

const targetInput = z.object({ target: line(500) })
const formerInput = z.object({ former: line(500) })
const idInput = z.object({ id: line(2048) })

/** `/demenagement/<handle>`: an account of this hub leaves for another server, or comes from one (FEP-7628). */
export const movingRoutes = (deps: Deps, { moving }: Pick<Federation, 'moving'>) =>
  new Hono<Env>()
    .get('/demenagement', (c) => {
      required(c.var.viewer, 'admin')
      return c.redirect(pathOf(deps.hub.settings), 303)
    })
    // Who does this in another's chair takes all their followers along: the password is asked again.
    .use(
      '/demenagement/:handle/*',
      sudo(deps, (c) => pathOf({ handle: c.req.param('handle') ?? '' })),
    )
    .get('/demenagement/:handle', async (c) => movingPage(deps, c, await ownAccount(deps, c)))
    .post('/demenagement/:handle', smallBody, async (c) => {
      const actor = await ownAccount(deps, c)
      const sent = await formOf(c)
      const { input } = parse(targetInput, sent)
      if (input === null) return faulty(deps, c, actor, 'target', 'unreadable', sent)
      const looked = await moving.look(actor.handle, input.target)
      return typeof looked === 'string'
        ? faulty(deps, c, actor, 'target', looked, sent)
        : confirmPage(deps, c, actor, input.target, looked)
    })
    .post('/demenagement/:handle/depart', smallBody, async (c) => {
      const actor = await ownAccount(deps, c)
      const sent = await formOf(c)
      const { input } = parse(targetInput, sent)
      if (input === null) return faulty(deps, c, actor, 'target', 'unreadable', sent)
      const looked = await moving.leave(actor.handle, input.target)
      if (typeof looked === 'string') return faulty(deps, c, actor, 'target', looked, sent)
      if (!looked.mayMove) return confirmPage(deps, c, actor, input.target, looked)
      setFlash(deps, c, 'moved')
      return c.redirect(pathOf(actor), 303)
    })
    .post('/demenagement/:handle/retour', smallBody, async (c) => {
      const actor = await ownAccount(deps, c)
      await moving.comeBack(actor.handle)
      setFlash(deps, c, 'moved-back')
      return c.redirect(pathOf(actor), 303)
    })
    .post('/demenagement/:handle/anciennes-adresses', smallBody, async (c) => {
      const actor = await ownAccount(deps, c)
      const sent = await formOf(c)
      const { input } = parse(formerInput, sent)
      if (input === null) return faulty(deps, c, actor, 'former', 'unreadable', sent)
      const added = await moving.cameFrom(actor.handle, input.former)
      if (typeof added === 'string') return faulty(deps, c, actor, 'former', added, sent)
      setFlash(deps, c, 'alias-added')
      return c.redirect(pathOf(actor), 303)
    })
    .post('/demenagement/:handle/anciennes-adresses/fin', smallBody, async (c) => {
      const actor = await ownAccount(deps, c)
      const { input } = parse(idInput, await formOf(c))
      if (input === null) throw new Refusal('absent', 'There is no such address.')
      await moving.forget(actor.handle, input.id)
      setFlash(deps, c, 'alias-removed')
      return c.redirect(pathOf(actor), 303)
    })
    .get('/demenagement/:handle/abonnes.csv', async (c) =>
      addressList(`abonnes-${c.req.param('handle')}.csv`, await followersOf(deps, c)),
    )
    .post('/demenagement/:handle/abonnes', listBody, async (c) => {
      const actor = await ownAccount(deps, c)
      const sent = await formOf(c)
      const lines = readList(sent['list'] ?? '', hostOf(deps.hub.origin), Infinity)
      const before = lines.flatMap(({ address }) => address ?? [])
      if (before.length === 0) return faulty(deps, c, actor, 'list', 'empty', sent)
      const here = new Set(await followerAddresses(deps.db, actor))
      const missing = before.filter((address) => !here.has(address))
      return movingPage(deps, c, actor, {
        values: sent,
        compared: <Compared here={before.length - missing.length} missing={missing} />,
      })
    })

/** Thousands of addresses, one a line. */
export const listBody = bodyLimit({
  maxSize: 1024 * 1024,
  onError: () => {
    throw new Refusal('too-large', 'This list is too long.')
  },
})

const followersOf = async (deps: Deps, c: Ctx): Promise<string[]> =>
  followerAddresses(deps.db, await ownAccount(deps, c))

const faulty = (
  deps: Deps,
  c: Ctx,
  actor: LocalActor,
  field: string,
  fault: MovingFault,
  sent: Sent,
): Promise<Response> =>
  movingPage(deps, c, actor, {
    values: sent,
    errors: { [field]: movingTexts[c.var.locale].faults[fault] },
  })

function confirmPage(
  deps: Deps,
  c: Ctx,
  actor: LocalActor,
  target: string,
  { rooms, mayMove }: Looked,
): Promise<Response> {
  const handle = rooms[0]?.there?.handle ?? target
  return privatePage(
    deps,
    c,
    { title: movingTexts[c.var.locale].confirm.title(handle), active: 'network' },
    <ConfirmMove
      path={pathOf(actor)}
      {...{ target, handle, mayMove }}
      rooms={rooms.map((room) => roomOf(deps, room))}
    />,
  )
}

const roomOf = (deps: Deps, { own, there, why }: Room) => ({
  from: addressOf(deps, own),
  to: there?.handle ?? null,
  why: why === 'absent' ? ('nobody' as const) : why,
})
