import { Hono } from 'hono'
import { z } from 'zod'
import { BlockConfirmation, Blocks } from '../../../views/moderation/blocks.tsx'
import { blockTexts } from '../../../views/moderation/block-texts.ts'
import { nothingSent, type Sent as Again } from '../../../views/moderation/decision-form.tsx'
import { decisionTexts } from '../../../views/moderation/decision-texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { choice, flag, line, optionalText } from '../../kinds/gate.ts'
import { block, reachOf, readTarget, unblock } from '../../moderation/blocks.ts'
import { allBlocks } from '../../moderation/store.ts'
import { formOf, mend, smallBody } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { moderator } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'

const blockInput = z.object({
  type: choice(['host', 'actor']),
  target: line(500),
  reason: optionalText(1000).pipe(z.string('required')),
  confirmed: flag,
})
const liftInput = z.object({ reason: optionalText(1000) })

const page = '/moderation/blocages'

/** The form with an account filled in: what is of it here is counted, then erased with the block. */
export const blockPath = (actorId: string): string => `${page}?compte=${encodeURIComponent(actorId)}`

/** Whom this hub does not speak with. */
export const blockRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => blocksPage(deps, c, proposed(c)))
    .post('/', smallBody, async (c) => {
      const viewer = moderator(c)
      const sent = await formOf(c)
      const { input, faults } = parse(blockInput, sent)
      if (input === null) return blocksPage(deps, c, mend(c, sent, faults))
      const read = await readTarget(deps, input.type, input.target)
      if ('fault' in read) {
        const errors = { target: blockTexts[c.var.locale].faults[read.fault] }
        return blocksPage(deps, c, { values: sent, errors })
      }
      const { type, target } = read
      if (!input.confirmed) return confirmation(deps, c, { type, target, reason: input.reason })
      await block(deps, viewer, { type, target, reason: input.reason })
      setFlash(deps, c, 'blocked')
      return c.redirect(page, 303)
    })
    .post('/:id/levee', smallBody, async (c) => {
      const viewer = moderator(c)
      const { input } = parse(liftInput, await formOf(c))
      await unblock(deps, viewer, c.req.param('id'), input?.reason ?? '')
      setFlash(deps, c, 'unblocked')
      return c.redirect(page, 303)
    })

/** `?compte=` of an actor: whoever comes from something they wrote finds the form filled in. */
function proposed(c: Ctx): Again {
  const target = c.req.query('compte')
  return target === undefined ? nothingSent : { values: { type: 'actor', target }, errors: {} }
}

async function blocksPage(deps: Deps, c: Ctx, again: Again): Promise<Response> {
  moderator(c)
  const t = decisionTexts[c.var.locale]
  const blocks = (await allBlocks(deps.db)).map(({ id, type, target, reason, createdAt, byName }) => ({
    ...{ id, type, target, reason, at: createdAt },
    by: byName === null ? t.goneAccount : byName === 'console' ? t.console : byName,
  }))
  return moderationPage(
    deps,
    c,
    'blocks',
    <Blocks blocks={blocks} {...again} />,
    Object.keys(again.errors).length === 0 ? 200 : 422,
  )
}

const confirmation = async (
  deps: Deps,
  c: Ctx,
  fields: { type: 'host' | 'actor'; target: string; reason: string },
): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: blockTexts[c.var.locale].confirmTitle(fields.target) },
    <BlockConfirmation target={fields.target} fields={fields} counts={await reachOf(deps, fields)} />,
  )
