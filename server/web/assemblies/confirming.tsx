import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Told } from '../../../views/accounts/reset.tsx'
import { confirmingTexts } from '../../../views/assemblies/confirming-texts.ts'
import { ConfirmPage } from '../../../views/assemblies/confirming.tsx'
import { confirmSent, confirmWithin, takeSentBack } from '../../assemblies/proposals.ts'
import { assemblyById, candidatureById, itemById } from '../../assemblies/queries.ts'
import type { Deps } from '../../deps.ts'
import { isKeyOf } from '../../inquiries/link.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

/** `/assemblees/confirmer/<id>/<key>`. Looking changes nothing: mail scanners look too. */
export const showConfirming = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const isLate = own.row.createdAt + confirmWithin < deps.now()
  return confirmPage(
    deps,
    c,
    own,
    own.row.state === 'unconfirmed' ? (isLate ? 'late' : 'unconfirmed') : 'confirmed',
  )
}

export const actOnProposal = (deps: Deps) => async (c: Ctx) => {
  const { acte } = await formOf(c)
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const t = confirmingTexts[c.var.locale]
  if (acte === 'retirer') {
    await takeSentBack(deps, own.table, own.row)
    return privatePage(
      deps,
      c,
      { title: t.takenBackTitle },
      <Told title={t.takenBackTitle} text={t.takenBack} />,
    )
  }
  if (acte !== 'confirmer') throw new Refusal('invalid', 'There is nothing to do here.')
  const isDone = await confirmSent(deps, own.table, own.row)
  return isDone ? c.redirect(c.req.path, 303) : confirmPage(deps, c, own, 'late', 409)
}

/** What the link opens; null: taken back, forgotten, or no link of ours. Which of these, it does not say. */
async function ownOf(deps: Deps, c: Ctx) {
  const { id = '', key = '' } = c.req.param()
  if (!isKeyOf(deps, id, key)) return null
  const candidature = await candidatureById(deps.db, id)
  if (candidature !== undefined) {
    const { organisation, person, body } = candidature
    const lines = [organisation, person ?? '', body]
    return { table: 'assembly_candidatures' as const, row: candidature, lines }
  }
  const item = await itemById(deps.db, id)
  return item === undefined
    ? null
    : { table: 'assembly_items' as const, row: item, lines: [item.title, item.organisation ?? '', item.body] }
}

async function confirmPage(
  deps: Deps,
  c: Ctx,
  { row, lines }: NonNullable<Awaited<ReturnType<typeof ownOf>>>,
  state: 'unconfirmed' | 'confirmed' | 'late',
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const assembly = await assemblyById(deps.db, row.assemblyId)
  return privatePage(
    deps,
    c,
    { title: confirmingTexts[c.var.locale].confirmTitle, status },
    <ConfirmPage
      title={assembly?.name ?? ''}
      lines={lines.filter((line) => line !== '')}
      state={state}
      action={c.req.path}
    />,
  )
}
