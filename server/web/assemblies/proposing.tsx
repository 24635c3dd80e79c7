import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Told } from '../../../views/accounts/reset.tsx'
import type { FormState } from '../../../views/accounts/form.ts'
import { confirmingTexts } from '../../../views/assemblies/confirming-texts.ts'
import { formTexts } from '../../../views/assemblies/form-texts.ts'
import { proposalTexts } from '../../../views/assemblies/proposal-texts.ts'
import { RecordForm, type Asked } from '../../../views/assemblies/record-form.tsx'
import { formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { keptDays } from '../../assemblies/forget.ts'
import { candidatureInput, itemInput } from '../../assemblies/input.ts'
import { propose, stand, vacant, type Sent as Outcome } from '../../assemblies/proposals.ts'
import type { Seat } from '../../assemblies/queries.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { formOf, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { chosen } from '../networks/needs.tsx'
import { backTo, mended, placeAt, type Place } from './place.ts'
import { families } from './sorts.ts'

// What anybody may send to an assembly: a candidature for a vacant seat, an item for its agenda.

type What = 'candidature' | 'point'

function askedOf(what: What, locale: Locale, seats: readonly Seat[]): Asked[] {
  const { stand: s, item } = proposalTexts[locale]
  const { seat } = formTexts[locale]
  return what === 'candidature'
    ? [
        {
          ...{ name: 'seatId', label: s.seat, as: 'select' as const, required: true },
          options: seats.map(({ id, label }) => ({ value: id, label })),
        },
        { name: 'organisation', label: s.organisation, max: 160, required: true },
        { name: 'person', label: s.person, hint: s.personHint, max: 120 },
        { name: 'agreed', label: seat.agreed, as: 'checkbox' },
        { name: 'email', label: s.email, as: 'email', max: 254, required: true },
        { name: 'body', label: s.body, as: 'area', max: 3000 },
      ]
    : [
        { name: 'title', label: item.what, max: 160, required: true },
        { name: 'body', label: item.body, as: 'area', max: 3000 },
        { name: 'family', label: item.family, as: 'select', options: families(locale), required: true },
        { name: 'organisation', label: item.organisation, max: 160 },
        { name: 'email', label: item.email, as: 'email', max: 254, required: true },
      ]
}

export const showProposing = (deps: Deps, what: What) => async (c: Ctx) => {
  const values: Sent = { email: c.var.viewer?.email ?? '', seatId: c.req.query('siege') ?? '' }
  return proposingPage(deps, c, what, await placeAt(deps, c), { values, errors: {} })
}

function proposingPage(
  deps: Deps,
  c: Ctx,
  what: What,
  place: Place,
  { values, errors }: FormState,
  { status = 200, notice }: { status?: ContentfulStatusCode; notice?: string } = {},
): Promise<Response> {
  const { locale, viewer } = c.var
  const t = proposalTexts[locale]
  const own = what === 'candidature' ? t.stand : t.item
  const title = own.title(place.assembly.name)
  const seats = vacant(place.inside.seats)
  const isClosed = what === 'candidature' && seats.length === 0
  if (isClosed)
    return privatePage(
      deps,
      c,
      { title, active: 'assemblies', status: status === 200 ? 200 : 409 },
      <Told title={title} text={t.stand.none} />,
    )
  const cannotMail = deps.mailer === null && viewer === null
  return privatePage(
    deps,
    c,
    { title, active: 'assemblies', status },
    <RecordForm
      title={title}
      lead={own.lead}
      back={backTo(place)}
      action={`${place.shown.path}/${what}`}
      hidden={{ id: values['id'] ?? deps.newId() }}
      asked={askedOf(what, locale, seats)}
      values={values}
      errors={errors}
      submit={own.submit}
      trap
      notice={notice ?? (cannotMail ? confirmingTexts[locale].noMail : undefined)}
      after={<p class="hint">{t.stand.kept(formatNumber(keptDays, locale))}</p>}
    />,
  )
}

export const sendProposal =
  (deps: Deps, what: What, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
    const place = await placeAt(deps, c)
    const { locale, viewer } = c.var
    const sent = await formOf(c)
    const faulty = (faults: Parameters<typeof mended>[2]) => {
      const { errors } = mended(c, sent, faults)
      return proposingPage(deps, c, what, place, { values: sent, errors }, { status: 422 })
    }
    const told = c.redirect(`${place.shown.path}/lettre`, 303)
    // A machine: it is told what people are told, and nothing happens.
    if ((sent['site'] ?? '') !== '') return told
    const id = chosen(sent['id'])
    const isLetter = (email: string) => viewer?.email !== email
    const outcome = async (): Promise<Outcome | Response> => {
      if (what === 'point') {
        const { input, faults } = parse(itemInput, sent)
        if (input === null) return faulty(faults)
        if (isLetter(input.email)) await throttle.letter(addressOf(deps.config, c), input.email)
        return propose(deps, viewer, place.assembly, id, { ...input, locale })
      }
      const { input, faults } = parse(candidatureInput, sent)
      if (input === null) return faulty(faults)
      const seat = vacant(place.inside.seats).find((one) => one.id === input.seatId)
      if (seat === undefined) return faulty([{ field: 'seatId', code: 'choice' }])
      if (isLetter(input.email)) await throttle.letter(addressOf(deps.config, c), input.email)
      return stand(deps, viewer, { assembly: place.assembly, seat }, id, { ...input, locale })
    }
    const done = await outcome()
    if (done instanceof Response) return done
    if (done === 'letter') return told
    if (done === 'sent') {
      setFlash(deps, c, 'proposal-sent')
      return c.redirect(place.shown.path, 303)
    }
    const t = confirmingTexts[locale]
    return proposingPage(
      deps,
      c,
      what,
      place,
      { values: sent, errors: {} },
      done === 'crowded' ? { status: 429, notice: t.crowded } : { status: 503, notice: t.unsent },
    )
  }

export const showLetter = (deps: Deps) => async (c: Ctx) => {
  await placeAt(deps, c)
  const t = confirmingTexts[c.var.locale]
  return privatePage(deps, c, { title: t.letterTitle }, <Told title={t.letterTitle} text={t.letter} />)
}
