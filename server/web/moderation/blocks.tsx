import { Hono } from 'hono'
import { z } from 'zod'
import { BlockConfirmation } from '../../../views/moderation/block-confirmation.tsx'
import { Aside } from '../../../views/moderation/aside.tsx'
import { Blocks } from '../../../views/moderation/blocks.tsx'
import { blockTexts } from '../../../views/moderation/block-texts.ts'
import { nothingSent, type Sent as Again } from '../../../views/moderation/decision-form.tsx'
import { decisionTexts } from '../../../views/moderation/decision-texts.ts'
import { hasRole } from '../../accounts/viewer.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import { choice, defaultChoice, flag, line, optionalText } from '../../kinds/gate.ts'
import {
  asideOf,
  block,
  reachOf,
  readTarget,
  unblock,
  type BlockTarget,
  type Measure,
} from '../../moderation/blocks.ts'
import { blockById, blockOf, blocksLike, countBlocks, type NamedBlock } from '../../moderation/block-store.ts'
import { formOf, mend, smallBody } from '../accounts/form.ts'
import { Refusal } from '../../refusal.ts'
import { Card } from '../entries/card.tsx'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { moderator } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'

const blockInput = z.object({
  type: choice(['host', 'actor']),
  target: line(500),
  severity: defaultChoice(['suspend', 'silence', 'noop']),
  rejectMedia: flag,
  rejectReports: flag,
  reason: optionalText(1000).pipe(z.string('required')),
  publicComment: optionalText(1000),
  obfuscate: flag,
  confirmed: flag,
})
const liftInput = z.object({ reason: optionalText(1000) })

const page = '/moderation/blocages'

/** The form with an account filled in: what is of it here is counted, then erased with the block. */
export const blockPath = (actorId: string): string => `${page}?compte=${encodeURIComponent(actorId)}`

/** Whom this hub keeps at a distance, and how far. */
export const blockRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/', async (c) => blocksPage(deps, c, await proposed(deps, c)))
    .post('/', smallBody, async (c) => {
      const viewer = moderator(c)
      const t = blockTexts[c.var.locale]
      const sent = await formOf(c)
      const { input, faults } = parse(blockInput, sent)
      if (input === null) return blocksPage(deps, c, mend(c, sent, faults))
      const { confirmed, type, target: typed, ...given } = input
      const wrong = (errors: Again['errors']) => blocksPage(deps, c, { values: sent, errors })
      if (given.severity === 'noop' && !given.rejectMedia && !given.rejectReports)
        return wrong({ severity: t.noopNeeds })
      const read = await readTarget(deps, type, typed)
      if ('fault' in read) return wrong({ target: t.faults[read.fault] })
      const measure = { ...given, publicComment: given.publicComment ?? '' }
      if (!confirmed) return confirmation(deps, c, read, measure)
      await block(deps, viewer, { ...read, ...measure })
      setFlash(deps, c, flashOf[measure.severity])
      return c.redirect(page, 303)
    })
    .get('/:id/retrait', async (c) => {
      moderator(c)
      const found = await blockById(deps.db, c.req.param('id'))
      if (found === undefined) throw new Refusal('absent', 'There is no such block.')
      const number = pageNumber(c.req.query('page'))
      const { entries, more } = await asideOf(deps, found, number)
      const now = deps.now()
      return privatePage(
        deps,
        c,
        { title: blockTexts[c.var.locale].asideTitle(found.target) },
        <Aside
          {...{ target: found.target, more, page: number, href: `${page}/${found.id}/retrait` }}
          cards={entries.map((entry) => (
            <Card entry={entry} now={now} level={2} />
          ))}
        />,
      )
    })
    .post('/:id/levee', smallBody, async (c) => {
      const viewer = moderator(c)
      const { input } = parse(liftInput, await formOf(c))
      await unblock(deps, viewer, c.req.param('id'), input?.reason ?? '')
      setFlash(deps, c, 'unblocked')
      return c.redirect(page, 303)
    })

const flashOf = { suspend: 'blocked', silence: 'silenced', noop: 'restricted' } as const

/** `?compte=` of an actor: whoever comes from something they wrote finds the form filled in; `?blocage=`: to change it. */
async function proposed(deps: Deps, c: Ctx): Promise<Again> {
  const { compte, blocage } = c.req.query()
  if (compte !== undefined)
    return { values: { type: 'actor', target: compte, severity: 'suspend' }, errors: {} }
  const known = blocage === undefined ? undefined : await blockById(deps.db, blocage)
  if (known === undefined) return nothingSent
  return { values: formValues(known, known), errors: {} }
}

const formValues = (
  { type, target }: BlockTarget,
  { severity, reason, publicComment, ...measure }: Measure,
): Record<string, string> => ({
  ...{ type, target, severity, reason, publicComment },
  rejectMedia: String(measure.rejectMedia),
  rejectReports: String(measure.rejectReports),
  obfuscate: String(measure.obfuscate),
})

async function blocksPage(deps: Deps, c: Ctx, again: Again): Promise<Response> {
  const viewer = moderator(c)
  const q = (c.req.query('q') ?? '').trim().toLowerCase().slice(0, 200)
  const number = pageNumber(c.req.query('page'))
  const { blocks, more } = await blocksLike(deps.db, { q, page: number })
  const isWrong = Object.keys(again.errors).length > 0
  return moderationPage(
    deps,
    c,
    'blocks',
    <Blocks
      blocks={blocks.map((row) => shown(row, c))}
      {...{ q, more, page: number }}
      any={blocks.length > 0 || (await countBlocks(deps.db)) > 0}
      circleHref={hasRole(viewer, 'admin') ? '/reglages/federation' : null}
      {...again}
    />,
    isWrong ? 422 : 200,
  )
}

function shown({ createdAt, byName, ...row }: NamedBlock, c: Ctx) {
  const t = decisionTexts[c.var.locale]
  return {
    ...row,
    at: createdAt,
    by: byName === null ? t.goneAccount : byName === 'console' ? t.console : byName,
  }
}

async function confirmation(deps: Deps, c: Ctx, target: BlockTarget, measure: Measure): Promise<Response> {
  const before = await blockOf(deps.db, target.type, target.target)
  return privatePage(
    deps,
    c,
    { title: blockTexts[c.var.locale].confirmTitle[measure.severity](target.target) },
    <BlockConfirmation
      target={target.target}
      {...measure}
      before={before?.severity ?? null}
      fields={formValues(target, measure)}
      counts={await reachOf(deps, target)}
    />,
  )
}
