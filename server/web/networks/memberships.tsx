import type { FormState } from '../../../views/accounts/form.ts'
import { blankForm } from '../../../views/accounts/form.ts'
import { JoiningPage } from '../../../views/networks/pages.tsx'
import { networkTexts } from '../../../views/networks/texts.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { forgetSeeking, localByHandle, readAddress, seek } from '../../federation/memberships/seek.ts'
import { readHandle } from '../../federation/webfinger.ts'
import { end, say } from '../../networks/commands.ts'
import { partyOfEntry } from '../../networks/parties.ts'
import { membershipsOf } from '../../networks/queries.ts'
import type { Side } from '../../networks/sides.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { hostOf } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { managed, pathOf } from './managed.ts'
import { membersPage } from './members.tsx'
import { answering, networkAt, organisationAt } from './shown.tsx'

// What the editors of one side say: of a network from its members' page, of any organisation from a page of its own.

/** `/annuaire/<slug>/adhesions` */
export const showJoining = (deps: Deps) => async (c: Ctx) => {
  const entry = await organisationAt(deps, c)
  answering(c, entry)
  return joiningPage(deps, c, entry, blankForm)
}

async function joiningPage(deps: Deps, c: Ctx, entry: Entry, form: FormState, status: 200 | 422 = 200) {
  const props = await managed(deps, entry, 'organisation', form)
  const t = networkTexts[c.var.locale]
  if (props === null) throw new Refusal('unavailable', t.notAnActor, { retryAfter: 2 })
  const { title: name, path } = entry.envelope
  return privatePage(
    deps,
    c,
    { title: t.networksOf(name), active: 'organisation', status },
    <JoiningPage {...props} organisation={{ name, path }} />,
  )
}

/** Of this hub by its number, of another by its address, which is looked for in the background. */
export const sayOne = (deps: Deps, side: Side) => async (c: Ctx) => {
  const entry = await (side === 'network' ? networkAt : organisationAt)(deps, c)
  const viewer = answering(c, entry)
  const sent = await formOf(c)
  const again = (field: string, text: string) => mended(deps, c, entry, side, sent, { [field]: text })
  const t = networkTexts[c.var.locale]
  const { other = '', address = '' } = sent
  if ((other === '') === (address.trim() === '')) return again('address', t.oneOfBoth)
  const aim = other === '' ? await aimOf(deps, address) : Number(other)
  if (aim === null) return again('address', t.addressWrong)
  if (typeof aim === 'string') {
    const me = await partyOfEntry(deps.db, entry.envelope.id)
    if (me === undefined) return again('address', t.notAnActor)
    await seek(deps, me, side, aim)
    setFlash(deps, c, 'membership-sought')
    return c.redirect(pathOf(entry, side), 303)
  }
  try {
    await say(deps, viewer, entry, { side, other: aim })
  } catch (error) {
    const fault = error instanceof Refusal && error.code === 'invalid' ? error.fields['other'] : undefined
    if (fault === undefined) throw error
    return again(other === '' ? 'address' : 'other', fault === 'not-a-network' ? t.notANetwork : t.wrongOther)
  }
  setFlash(deps, c, 'membership-said')
  return c.redirect(pathOf(entry, side), 303)
}

/** The number of one of ours; the address of another; null: neither. */
async function aimOf(deps: Deps, typed: string): Promise<number | string | null> {
  const address = readAddress(typed)
  if (address === null || address.includes(' ') || address.length > 500) return null
  const handle = readHandle(address)
  if (handle !== null && handle.host === hostOf(deps.hub.origin)) return localByHandle(deps.db, handle.user)
  if (handle === null && hostOf(address) === hostOf(deps.hub.origin)) return null
  return address
}

const mended = (
  deps: Deps,
  c: Ctx,
  entry: Entry,
  side: Side,
  values: Sent,
  errors: Record<string, string>,
): Promise<Response> =>
  side === 'network'
    ? membersPage(deps, c, entry, { values, errors }, 422)
    : joiningPage(deps, c, entry, { values, errors }, 422)

/** `…/membres/12/oui`, `…/adhesions/12/fin` */
export const answerOne = (deps: Deps, side: Side, act: 'oui' | 'fin') => async (c: Ctx) => {
  const entry = await (side === 'network' ? networkAt : organisationAt)(deps, c)
  const viewer = answering(c, entry)
  const membership = Number(c.req.param('membership'))
  if (act === 'fin') await end(deps, viewer, entry, { side, membership })
  else await accept(deps, c, entry, side, membership)
  setFlash(deps, c, act === 'fin' ? 'membership-ended' : 'membership-accepted')
  return c.redirect(pathOf(entry, side), 303)
}

/** Only what waits for this very organisation; pressed twice, it is said once. */
async function accept(deps: Deps, c: Ctx, entry: Entry, side: Side, membership: number): Promise<void> {
  const me = await partyOfEntry(deps.db, entry.envelope.id)
  const rows = me === undefined ? [] : await membershipsOf(deps.db, me.n, side)
  const row = rows.find(({ n }) => n === membership)
  if (row === undefined) throw new Refusal('absent', 'There is no such membership.')
  await say(deps, answering(c, entry), entry, { side, other: row.party.n })
}

export const putAway = (deps: Deps, side: Side) => async (c: Ctx) => {
  const entry = await organisationAt(deps, c)
  answering(c, entry)
  const me = await partyOfEntry(deps.db, entry.envelope.id)
  if (me !== undefined) await forgetSeeking(deps, me.n)
  return c.redirect(pathOf(entry, side), 303)
}
