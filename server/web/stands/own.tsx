import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { OwnStand, type OwnStandProps } from '../../../views/stands/own.tsx'
import { standTexts } from '../../../views/stands/texts.ts'
import { parse } from '../../accounts/input.ts'
import { later } from '../../accounts/letters.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { Refusal } from '../../refusal.ts'
import { takesStands } from '../../stands/access.ts'
import { markMet, pinNotice, unpinNotice } from '../../stands/board.ts'
import { confirmStand, confirmWithin, reviseSheet, tellHost, withdrawStand } from '../../stands/commands.ts'
import { noticeInput, sheetInput } from '../../stands/input.ts'
import { isStandKey } from '../../stands/link.ts'
import { standById, type Stand } from '../../stands/queries.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { shownNotices } from './shown.ts'

interface Own {
  entry: Entry
  stand: Stand
}

/** The link of the letters. Looking changes nothing: mail scanners look too. */
export const showOwnStand = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  return own === null ? spentLink(deps, c) : ownPage(deps, c, own)
}

export const actOnOwnStand = (deps: Deps) => async (c: Ctx) => {
  const sent = await formOf(c)
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const { acte = '' } = sent
  const act = Object.hasOwn(acts, acte) ? acts[acte] : undefined
  if (act === undefined) throw new Refusal('invalid', 'There is nothing to do here.')
  return (await act(deps, c, own, sent)) ?? c.redirect(c.req.path, 303)
}

/** A page to show, or nothing: then the same page again. */
type Act = (deps: Deps, c: Ctx, own: Own, sent: Sent) => Promise<Response | undefined>

const acts: Readonly<Record<string, Act>> = {
  async envoyer(deps, c, own) {
    const { entry, stand } = own
    const outcome = await confirmStand(deps, entry, stand)
    if (outcome !== 'asked') return ownPage(deps, c, own, { status: 409 })
    // Pressed twice, it is told once.
    if (stand.confirmedAt === null) later(deps, () => tellHost(deps, entry, stand, 'asked'))
    return undefined
  },
  async corriger(deps, c, own, sent) {
    const { input, faults } = parse(sheetInput, sent)
    if (input === null) return ownPage(deps, c, own, { status: 422, form: mend(c, sent, faults) })
    await reviseSheet(deps, own.stand, input)
    return undefined
  },
  async afficher(deps, c, own, sent) {
    if (own.stand.state !== 'accepted') throw new Refusal('forbidden', 'The stand has no board yet.')
    const { input, faults } = parse(noticeInput, sent)
    if (input === null) {
      const { does, seeks, shows, website } = own.stand
      const form = mend(c, { ...sent, does, seeks, shows, website: website ?? '' }, faults)
      return ownPage(deps, c, own, { status: 422, form })
    }
    const pinned = await pinNotice(deps, own.stand, { ...input, id: idIn(sent) ?? deps.newId() })
    return pinned ? undefined : ownPage(deps, c, own, { status: 409, boardFull: true })
  },
  async trouver(deps, _c, { stand }, sent) {
    await markMet(deps, stand, sent['annonce'] ?? '', true)
    return undefined
  },
  async remettre(deps, _c, { stand }, sent) {
    await markMet(deps, stand, sent['annonce'] ?? '', false)
    return undefined
  },
  async enlever(deps, _c, { stand }, sent) {
    await unpinNotice(deps, stand, sent['annonce'] ?? '')
    return undefined
  },
  async retirer(deps, c, { entry, stand }) {
    await withdrawStand(deps, stand)
    if (stand.confirmedAt !== null) later(deps, () => tellHost(deps, entry, stand, 'withdrawn'))
    return c.redirect('/stand/retire', 303)
  },
}

export const showWithdrawn = (deps: Deps) => (c: Ctx) => {
  const t = standTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.withdrawnTitle },
    <Told title={t.withdrawnTitle} text={t.withdrawn} />,
  )
}

const idIn = ({ annonce = '' }: Sent): string | null =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(annonce) ? annonce : null

/** Null: withdrawn, forgotten, or no link of ours. Which of these, it does not say. */
async function ownOf(deps: Deps, c: Ctx): Promise<Own | null> {
  const { id = '', key = '' } = c.req.param()
  if (!isStandKey(deps, id, key)) return null
  const stand = await standById(deps.db, id)
  const entry = stand && (await entryOfRow(deps, stand.village.entryN))
  return stand === undefined || entry === undefined ? null : { stand, entry }
}

function stateOf(deps: Deps, { entry, stand }: Own): OwnStandProps['state'] {
  if (stand.confirmedAt !== null) return stand.state
  if (stand.createdAt + confirmWithin < deps.now()) return 'late'
  return takesStands(entry, deps.now()) ? 'unconfirmed' : 'over'
}

async function ownPage(
  deps: Deps,
  c: Ctx,
  own: Own,
  again: { status?: ContentfulStatusCode; form?: FormState; boardFull?: boolean } = {},
): Promise<Response> {
  const { entry, stand } = own
  const { name, does, seeks, shows, website, decision, village, id } = stand
  const { path, state } = entry.envelope
  const kept: FormState = { values: { does, seeks, shows, website: website ?? '' }, errors: {} }
  return privatePage(
    deps,
    c,
    { title: standTexts[c.var.locale].ownTitle(name), status: again.status ?? 200 },
    <OwnStand
      {...{ name, decision }}
      {...(again.form ?? kept)}
      entry={entry.envelope}
      village={village.name}
      state={stateOf(deps, own)}
      sheet={stand.state === 'accepted' && isPublic(state) ? `${path}/stands/${id}` : null}
      notices={await shownNotices(deps, stand)}
      noticeId={deps.newId()}
      boardFull={again.boardFull ?? false}
    />,
  )
}
