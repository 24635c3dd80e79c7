import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { ListForm } from '../../../views/moderation/list-form.tsx'
import { ListPreview, partNames } from '../../../views/moderation/list-preview.tsx'
import { listTexts } from '../../../views/moderation/list-texts.ts'
import type { Sent } from '../../../views/moderation/decision-form.tsx'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { flag, optionalText } from '../../kinds/gate.ts'
import { hostBlocks } from '../../moderation/block-store.ts'
import { readList, writeList, type Listed, type ReadList } from '../../moderation/blocklist.ts'
import { followedHosts } from '../../moderation/circle.ts'
import { differenceOf, importList, type Difference } from '../../moderation/import-list.ts'
import { Refusal } from '../../refusal.ts'
import { hostKey } from '../../text/host.ts'
import { formDataOf, mend, textIn } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { moderator } from './deciding.ts'

/** Room for the longest list with a comment on each line, escaped as a form does it. */
const listBody = bodyLimit({
  maxSize: 6_000_000,
  onError: () => {
    throw new Refusal('too-large', 'This list is too long.')
  },
})

const chosenInput = z.object({
  list: z.string(),
  fresh: flag,
  stricter: flag,
  milder: flag,
  reason: optionalText(1000).pipe(z.string('required')),
})

/** Lists of servers, in and out. What was read travels in the form: nothing is kept before it is agreed to. */
export const listRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/moderation/blocages/liste', (c) => formPage(deps, c, {}))
    .get('/moderation/blocages/liste.csv', async (c) => {
      moderator(c)
      const rows = await hostBlocks(deps.db)
      c.header('Content-Disposition', 'attachment; filename="domain_blocks.csv"')
      c.header('Cache-Control', 'private, no-store')
      return c.body(await writeList(rows.map(({ target, ...row }) => ({ ...row, host: target }))), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
      })
    })
    .post('/moderation/blocages/liste', listBody, async (c) => {
      moderator(c)
      const form = await formDataOf(c)
      const file = form.get('file')
      const pasted = textIn(form)['text'] ?? ''
      const text = file instanceof File && file.size > 0 ? await file.text() : pasted
      const t = listTexts[c.var.locale]
      if (text.trim() === '') return formPage(deps, c, { file: t.nothingSent })
      const read = await readList(text, ownHost(deps))
      if (read.listed.length + read.faults.length === 0) return formPage(deps, c, { file: t.nothingRead })
      return previewPage(deps, c, read, await difference(deps, read.listed), fromTheList)
    })
    .post('/moderation/blocages/liste/import', listBody, async (c) => {
      const viewer = moderator(c)
      const form = await formDataOf(c)
      const { input, faults } = parse(chosenInput, textIn(form))
      if (input === null) {
        const sent = textIn(form)
        const read = await readList(sent['list'] ?? '', ownHost(deps))
        return previewPage(deps, c, read, await difference(deps, read.listed), {
          ...mend(c, sent, faults),
          ticked: form.getAll('followed').map(String),
        })
      }
      const { listed } = await readList(input.list, ownHost(deps))
      const found = await difference(deps, listed)
      const ticked = new Set(form.getAll('followed'))
      const chosen = [
        ...partNames.flatMap((part) => (input[part] ? found[part] : [])),
        ...found.followed.filter(({ host }) => ticked.has(host)),
      ]
      await importList(deps, viewer, chosen, input.reason)
      setFlash(deps, c, 'list-imported')
      return c.redirect('/moderation/blocages', 303)
    })

const ownHost = ({ hub }: Deps): string => hostKey(hub.origin) ?? ''

const difference = async (deps: Deps, listed: readonly Listed[]): Promise<Difference> =>
  differenceOf(deps, listed, await followedHosts(deps.db))

function formPage(deps: Deps, c: Ctx, errors: Record<string, string>): Promise<Response> {
  moderator(c)
  const status = Object.keys(errors).length > 0 ? 422 : 200
  return privatePage(
    deps,
    c,
    { title: listTexts[c.var.locale].title, status },
    <ListForm values={{}} errors={errors} />,
  )
}

type Again = Sent & { ticked: readonly string[] }

/** A list that asks for less than was decided here is no reason to undo that, and nobody we follow goes unseen. */
const fromTheList: Again = { values: { fresh: 'true', stricter: 'true' }, errors: {}, ticked: [] }

async function previewPage(
  deps: Deps,
  c: Ctx,
  read: ReadList,
  found: Difference,
  again: Again,
): Promise<Response> {
  const { fresh, stricter, milder, same, followed } = found
  return privatePage(
    deps,
    c,
    {
      title: listTexts[c.var.locale].previewTitle,
      status: Object.keys(again.errors).length > 0 ? 422 : 200,
    },
    <ListPreview
      {...again}
      parts={{ fresh, stricter, milder }}
      {...{ same, followed, faults: read.faults, cut: read.cut }}
      list={await writeList([...fresh, ...stricter, ...milder, ...followed])}
    />,
  )
}
