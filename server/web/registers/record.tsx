import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { RecordFinding } from '../../../views/registers/record.tsx'
import { registerTexts } from '../../../views/registers/texts.ts'
import { parse } from '../../accounts/input.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { directory } from '../directory/kind.ts'
import { Refusal } from '../../refusal.ts'
import { mayRecord, recordFinding, withdrawFinding } from '../../registers/commands.ts'
import { findingInput, findingRules } from '../../registers/input.ts'
import { findingsOf, numbersIn } from '../../registers/queries.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** `/annuaire/…/identite` */
export const showRecord = (deps: Deps) => async (c: Ctx) =>
  recordPage(deps, c, await recordable(deps, c), blankForm)

export const makeRecord = (deps: Deps) => async (c: Ctx) => {
  const entry = await recordable(deps, c)
  const sent = await formOf(c)
  const { input, faults } = parse(findingInput, sent)
  const broken =
    input === null
      ? faults
      : findingRules(input, { numbers: numbersIn(entry.fields ?? {}), today: today(deps) })
  if (input === null || broken.length > 0)
    return recordPage(deps, c, entry, mend(c, sent, broken), { status: 422, id: idIn(sent['id']) })
  await recordFinding(deps, required(c.var.viewer, 'editor'), entry, {
    ...input,
    id: idIn(sent['id']) ?? deps.newId(),
  })
  setFlash(deps, c, 'finding-recorded')
  return c.redirect(`${entry.envelope.path}/identite`, 303)
}

export const removeRecord = (deps: Deps) => async (c: Ctx) => {
  const entry = await recordable(deps, c)
  await withdrawFinding(deps, required(c.var.viewer, 'editor'), entry, c.req.param('finding') ?? '')
  setFlash(deps, c, 'finding-erased')
  return c.redirect(`${entry.envelope.path}/identite`, 303)
}

async function recordable(deps: Deps, c: Ctx): Promise<Entry> {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, directory)
  if (!mayRecord(viewer, entry.envelope))
    throw new Refusal(
      'forbidden',
      'Only editors of this site record what they found about its organisations.',
    )
  return entry
}

async function recordPage(
  deps: Deps,
  c: Ctx,
  { envelope, fields }: Entry,
  form: FormState,
  { status = 200, id }: { status?: ContentfulStatusCode; id?: string | null } = {},
): Promise<Response> {
  return privatePage(
    deps,
    c,
    { title: registerTexts[c.var.locale].pageTitle(envelope.title), active: 'organisation', status },
    <RecordFinding
      {...form}
      id={id ?? deps.newId()}
      organisation={envelope}
      numbers={numbersIn(fields ?? {})}
      today={today(deps)}
      findings={await findingsOf(deps.db, envelope.n)}
    />,
  )
}

const today = ({ now }: Deps): string => new Date(now()).toISOString().slice(0, 10)

const idIn = (text: string | undefined): string | null =>
  text !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : null
