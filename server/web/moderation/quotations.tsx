import { Hono } from 'hono'
import { z } from 'zod'
import type { Sent as Again } from '../../../views/moderation/decision-form.tsx'
import { Quotations, type WaitingQuotation } from '../../../views/moderation/quotations.tsx'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { heldQuotations, quotationById, type Quotation } from '../../entries/quotation-queries.ts'
import type { Federation } from '../../federation/federation.ts'
import { kindNamed } from '../../kinds/index.ts'
import { choice, optionalText } from '../../kinds/gate.ts'
import { decideQuotation, quotationOutcomes } from '../../moderation/quotations.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, mend, smallBody } from '../accounts/form.ts'
import { backPath } from '../back-path.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { moderator } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'

const list = '/moderation/citations'

const decisionInput = z.object({ outcome: choice(quotationOutcomes), reason: optionalText(1000) })

/** Quotations that wait, and each by itself. */
export const quotationRoutes = (deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> =>
  new Hono<Env>()
    .get('/', async (c) => {
      moderator(c)
      return shown(deps, c, await heldQuotations(deps.db), { back: list })
    })
    .get('/:id', async (c) => {
      moderator(c)
      const one = await sought(deps, c)
      return shown(deps, c, [one], { back: pathOf(one), alone: true })
    })
    .post('/:id', smallBody, async (c) => {
      const viewer = moderator(c)
      const one = await sought(deps, c)
      const sent = await formOf(c)
      const { input, faults } = parse(decisionInput, sent)
      const missing = input?.outcome === 'refused' && input.reason === null
      if (input === null || missing) {
        const again = mend(c, sent, missing ? [{ field: 'reason', code: 'required' }] : faults)
        return shown(deps, c, [one], { back: backPath(sent['retour'], list), alone: true, again })
      }
      await decideQuotation(deps, viewer, one.id, { outcome: input.outcome, reason: input.reason ?? '' })
      federation.wake()
      setFlash(deps, c, `quotation-${input.outcome}`)
      return c.redirect(backPath(sent['retour'], list), 303)
    })

async function sought(deps: Deps, c: Ctx): Promise<Quotation> {
  const one = await quotationById(deps.db, c.req.param('id') ?? '')
  if (one === undefined) throw new Refusal('absent', 'There is no such quotation.')
  return one
}

const shown = (
  deps: Deps,
  c: Ctx,
  quotations: readonly Quotation[],
  { back, alone = false, again }: { back: string; alone?: boolean; again?: Again },
): Promise<Response> =>
  moderationPage(
    deps,
    c,
    'quotations',
    <Quotations
      quotations={quotations.map(inWords)}
      now={deps.now()}
      back={back}
      alone={alone}
      failed={again === undefined ? null : { id: quotations[0]?.id ?? '', ...again }}
    />,
    again === undefined ? 200 : 422,
  )

const pathOf = ({ entry }: Quotation): string => `${kindNamed(entry.kind)?.path ?? ''}/${entry.slug}`

const inWords = (one: Quotation): WaitingQuotation => ({
  id: one.id,
  author: { name: one.author.name, handle: `@${one.author.handle}@${one.host}` },
  entry: { ...one.entry, path: pathOf(one) },
  url: one.url,
  at: one.publishedAt ?? one.createdAt,
  state: one.state,
})
