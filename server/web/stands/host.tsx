import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { StandRequests } from '../../../views/stands/host.tsx'
import { standTexts } from '../../../views/stands/texts.ts'
import { Villages } from '../../../views/stands/villages.tsx'
import { parse } from '../../accounts/input.ts'
import { later } from '../../accounts/letters.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { hosts } from '../../stands/access.ts'
import { decideStand, tellDecision } from '../../stands/commands.ts'
import { decisionInput, villageInput } from '../../stands/input.ts'
import { standById, standsOf, villagesOf } from '../../stands/queries.ts'
import { foundVillage, removeVillage, reviseVillage } from '../../stands/villages.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { ofEvent } from './public.tsx'

/** `/agenda/forum/stands/demandes` */
export const showRequests = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry } = await hosted(deps, c, kind)
  return requestsPage(deps, c, entry, null)
}

const decisions = { accepter: 'accepted', refuser: 'refused', attendre: 'waiting' } as const

export const sendDecision = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry, viewer } = await hosted(deps, c, kind)
  const sent = await formOf(c)
  const state = Object.entries(decisions).find(([word]) => word === sent['acte'])?.[1]
  const { input } = parse(decisionInput, sent)
  const stand = await standById(deps.db, c.req.param('stand') ?? '')
  if (stand === undefined) throw new Refusal('absent', 'There is no such stand.')
  if (state === undefined || input === null) throw new Refusal('invalid', 'There is nothing to decide.')
  const { decision } = input
  const outcome = await decideStand(deps, viewer, entry, stand, { state, decision })
  if (outcome !== 'done') return requestsPage(deps, c, entry, outcome)
  later(deps, () => tellDecision(deps, entry, stand, state, decision))
  return c.redirect(`${entry.envelope.path}/stands/demandes`, 303)
}

async function requestsPage(
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  outcome: 'full' | 'same' | null,
): Promise<Response> {
  const found = await standsOf(deps.db, envelope.n, ['asked', 'waiting', 'accepted', 'refused'])
  const rank = { asked: 0, waiting: 1, accepted: 2, refused: 3 } as const
  return privatePage(
    deps,
    c,
    {
      title: `${standTexts[c.var.locale].requests} – ${envelope.title}`,
      active: envelope.kind,
      status: outcome === 'full' ? 409 : 200,
    },
    <StandRequests
      entry={envelope}
      outcome={outcome}
      requests={found
        .toSorted((a, b) => rank[a.state] - rank[b.state])
        .map(({ village, ...stand }) => ({ ...stand, village: village.name }))}
    />,
  )
}

/** `/agenda/forum/villages` */
export const showVillages = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry } = await hosted(deps, c, kind)
  return villagesPage(deps, c, entry, blankForm)
}

export const changeVillages = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry, viewer } = await hosted(deps, c, kind)
  const sent = await formOf(c)
  const { id = '', acte = '' } = sent
  if (acte === 'supprimer') {
    if (await removeVillage(deps, viewer, entry, id)) return again(c, entry)
    return villagesPage(deps, c, entry, blankForm, { status: 409, outcome: 'notRemoved' })
  }
  const { input, faults } = parse(villageInput, sent)
  if (acte === 'fonder') {
    if (input === null) return villagesPage(deps, c, entry, mend(c, sent, faults), { status: 422 })
    await foundVillage(deps, viewer, entry, { ...input, id: idIn(sent) ?? deps.newId() })
    return again(c, entry)
  }
  if (acte !== 'changer' || input === null) throw new Refusal('invalid', 'There is nothing to do here.')
  if (await reviseVillage(deps, viewer, entry, id, input)) return again(c, entry)
  return villagesPage(deps, c, entry, blankForm, { status: 409, outcome: 'notRevised' })
}

const again = (c: Ctx, { envelope }: Entry): Response => c.redirect(`${envelope.path}/villages`, 303)

async function villagesPage(
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  form: FormState,
  {
    status = 200,
    outcome = null,
  }: { status?: ContentfulStatusCode; outcome?: 'notRevised' | 'notRemoved' | null } = {},
): Promise<Response> {
  return privatePage(
    deps,
    c,
    {
      title: `${standTexts[c.var.locale].villages} – ${envelope.title}`,
      active: envelope.kind,
      status,
    },
    <Villages
      {...form}
      entry={envelope}
      id={idIn(form.values) ?? deps.newId()}
      villages={await villagesOf(deps.db, envelope.n)}
      outcome={outcome}
    />,
  )
}

const idIn = ({ id = '' }: Sent): string | null =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null

/** Our event, for whoever publishes it. */
async function hosted(deps: Deps, c: Ctx, kind: Kind): Promise<{ entry: Entry; viewer: Viewer }> {
  const viewer = required(c.var.viewer, 'member')
  const entry = await ofEvent(deps, c, kind)
  if (!hosts(viewer, entry.envelope))
    throw new Refusal('forbidden', 'Stands are decided by those who publish the event.')
  return { entry, viewer }
}
