import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { AwardPage } from '../../../views/lots/award.tsx'
import { lotPageTexts } from '../../../views/lots/texts.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { sharedOf } from '../../entries/as-sent.ts'
import { revise } from '../../entries/commands.ts'
import { mayRevise } from '../../entries/entry.ts'
import { parseEntry } from '../../entries/input.ts'
import { sayAll, type Fault } from '../../kinds/faults.ts'
import { asObject, filled, sent } from '../../kinds/form-values.ts'
import type { FormValues } from '../../kinds/kind.ts'
import { AwardQuestions } from '../../kinds/tender/award-form.tsx'
import { awardNames, tenderIn } from '../../kinds/tender/fields.ts'
import { lotPath, tender as kind } from '../../kinds/tender/index.tsx'
import { lotTitle } from '../../kinds/tender/lot-facts.ts'
import { lotTexts } from '../../kinds/tender/lot-texts.ts'
import { awardFaults } from '../../kinds/tender/rules.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { page } from '../page.tsx'
import { soughtLot, type SoughtLot } from './seek-lot.ts'

/** What the short form is about; all else of a lot is for the editor. */
const names = ['state', ...awardNames] as const

/** `/marches/parcs/lots/1/attribution`: also once the tender is over, which is when one knows. */
export const showAward = (deps: Deps) => async (c: Ctx) => {
  const found = await revisableLot(deps, c)
  return awardPage(deps, c, found, { values: filled(found.lot), faults: [] })
}

export const recordAward = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const found = await revisableLot(deps, c)
  const { entry, lot, tender } = found
  const form = await formDataOf(c)
  const values = sent(form)
  const sentAward = Object.fromEntries(names.map((name) => [name, asObject(form)[name]]))
  const changed = tender.lots.map((one) => (one.number === lot.number ? { ...one, ...sentAward } : one))
  const { input, faults } = await parseEntry(
    deps,
    entry.kind,
    {
      shared: sharedOf(entry.envelope),
      fields: { ...entry.fields, lots: changed },
      hasPicture: entry.envelope.picture !== null,
      before: entry,
    },
    null,
  )
  const index = tender.lots.indexOf(lot)
  const said = input === null ? faults : ownFaults(input.fields, index)
  if (input === null || said.length > 0)
    return awardPage(deps, c, found, { values, faults: said.map(unprefixed(index)) }, 422)
  // Sent twice, it finds its work done.
  if (JSON.stringify(input.fields) !== JSON.stringify(entry.fields)) {
    try {
      const revision = Number(values.text('revision'))
      await revise(deps, viewer, entry, { revision, input, picture: undefined })
    } catch (error) {
      if (!isConflict(error)) throw error
      return awardPage(deps, c, await revisableLot(deps, c), { values, faults: [] }, 409)
    }
    setFlash(deps, c, 'entry-revised')
  }
  return c.redirect(lotPath(entry.envelope, lot), 303)
}

const ownFaults = (fields: Readonly<Record<string, unknown>>, index: number): Fault[] => {
  const lot = tenderIn(fields)?.lots[index]
  return lot === undefined ? [] : awardFaults(lot, index)
}

/** `lots.2.awardDate` is `awardDate` in a form about this lot alone. */
const unprefixed =
  (index: number) =>
  (fault: Fault): Fault => ({ ...fault, field: fault.field.replace(`lots.${index}.`, '') })

async function revisableLot(deps: Deps, c: Ctx): Promise<SoughtLot> {
  const found = await soughtLot(deps, c)
  required(c.var.viewer, 'member')
  if (!mayRevise(c.var.viewer, found.entry.envelope))
    throw new Refusal('forbidden', 'You cannot change this entry.')
  return found
}

function awardPage(
  deps: Deps,
  c: Ctx,
  { entry, lot }: SoughtLot,
  typed: { values: FormValues; faults: readonly Fault[] },
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { locale } = c.var
  const { envelope } = entry
  const path = lotPath(envelope, lot)
  const errors = sayAll(typed.faults, locale)
  return page(
    deps,
    c,
    {
      title: lotPageTexts[locale].award(lotTitle(lot, locale)),
      status,
      active: kind.name,
      robots: 'noindex',
    },
    <AwardPage
      list={{ href: kind.path, label: kind.texts[locale].many }}
      tender={{ href: envelope.path, title: envelope.title, language: envelope.language }}
      lot={{ href: path, name: lotTitle(lot, locale) }}
      action={`${path}/attribution`}
      revision={envelope.revision}
      conflict={status === 409}
      errors={errors}
      labels={lotTexts[locale].fields}
      questions={<AwardQuestions at="" values={typed.values} errors={errors} />}
    />,
  )
}
