import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { NoMail, Request } from '../../../views/facilitation/request.tsx'
import { requestTexts } from '../../../views/facilitation/request-texts.ts'
import { later } from '../../accounts/letters.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { hostedOrganisations } from '../../entries/queries.ts'
import { askAsMember, askByMail, speaksFor, type Asked, type Trouble } from '../../facilitation/ask.ts'
import { keptDays } from '../../facilitation/forget.ts'
import { mostHours, mostWords, requestInput, type RequestInput } from '../../facilitation/input.ts'
import { ownPath } from '../../facilitation/link.ts'
import { tellCase } from '../../facilitation/tell.ts'
import type { Fault } from '../../kinds/faults.ts'
import { sectors } from '../../kinds/organisation/table.ts'
import { words as organisationWords } from '../../kinds/organisation/words.ts'
import { communesByCode, meantPlace, type Commune } from '../../places/communes.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import type { Ctx } from '../env.ts'
import { facilitationKey } from './front.tsx'

/** As an address says it. */
const sideOf = { structure: 'structure', acheteur: 'buyer' } as const

/** `/facilitation/demande?cote=acheteur` */
export const showRequest = (deps: Deps) => (c: Ctx) => {
  const { viewer } = c.var
  if (!mayAsk(deps, viewer)) return noMail(deps, c)
  const asked = c.req.query('cote')
  const side = asked === 'structure' || asked === 'acheteur' ? sideOf[asked] : ''
  return requestPage(deps, c, { form: { values: { side, name: viewer?.name ?? '' }, errors: {} } })
}

export const sendRequest = (deps: Deps, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
  const { viewer } = c.var
  const sent = await formOf(c)
  if (!mayAsk(deps, viewer)) return noMail(deps, c)
  const { input, asked, faults, choices } = await read(deps, c, sent)
  if (input === null || asked === null)
    return requestPage(deps, c, { form: mend(c, sent, faults), choices, status: 422 })
  const done = c.redirect('/facilitation/lien-envoye', 303)
  // A machine: it is told what people are told, and nothing happens.
  if (viewer === null && (sent['site'] ?? '') !== '') return done
  const form = sent['form'] ?? ''
  if (viewer === null) {
    await throttle.letter(addressOf(deps.config, c), asked.email)
    const outcome = await askByMail(deps, form, asked)
    return outcome === 'sent' ? done : refused(deps, c, sent, outcome)
  }
  const id = await askAsMember(deps, viewer, form, asked)
  if (id === 'enough') return refused(deps, c, sent, id)
  later(deps, () => tellCase(deps, id))
  return c.redirect(ownPath(deps, id), 303)
}

export const showLinkSent = (deps: Deps) => (c: Ctx) => {
  const t = requestTexts[c.var.locale]
  return privatePage(deps, c, { title: t.mailTitle }, <Told title={t.mailTitle} text={t.mail} />)
}

export const showErased = (deps: Deps) => (c: Ctx) => {
  const t = requestTexts[c.var.locale]
  return privatePage(deps, c, { title: t.erasedTitle }, <Told title={t.erasedTitle} text={t.erased} />)
}

/** Where no letter can leave, only those can be answered who come back to read. */
const mayAsk = (deps: Deps, viewer: Viewer | null): boolean => viewer !== null || deps.mailer !== null

/** All that is wrong at once, the commune included. */
async function read(
  deps: Deps,
  c: Ctx,
  sent: Sent,
): Promise<{ input: RequestInput | null; asked: Asked | null; faults: Fault[]; choices: Commune[] }> {
  const { viewer, locale } = c.var
  const known: Sent = viewer === null ? sent : { ...sent, email: viewer.email }
  const { input, faults: found } = parse(requestInput(sectors), known)
  const faults: Fault[] = [...found]
  const place = await meantPlace(
    deps.db,
    sent['place'] ?? '',
    sent['placeCode'] ?? '',
    deps.hub.settings.territory,
  )
  if (place.unknown) faults.push({ field: 'place', code: 'place' })
  else if (place.code === null && place.choices.length > 0)
    faults.push({ field: 'placeCode', code: 'choice' })
  if (
    input !== null &&
    input.organisation !== null &&
    (viewer === null || !speaksFor(viewer, input.organisation))
  )
    faults.push({ field: 'organisation', code: 'choice' })
  if (input === null || faults.length > 0) return { input: null, asked: null, faults, choices: place.choices }
  const { organisation, ...rest } = input
  const [commune] = await communesByCode(deps.db, place.code === null ? [] : [place.code])
  const asked: Asked = {
    ...rest,
    organisationId: organisation,
    placeCode: place.code,
    placeLabel: commune?.label ?? null,
    locale,
  }
  return { input, asked, faults: [], choices: [] }
}

const refused = (deps: Deps, c: Ctx, sent: Sent, trouble: Trouble): Promise<Response> =>
  requestPage(deps, c, {
    form: { values: sent, errors: {} },
    trouble,
    status: trouble === 'unsent' ? 503 : trouble === 'enough' ? 409 : 429,
  })

async function requestPage(
  deps: Deps,
  c: Ctx,
  {
    form,
    choices = [],
    trouble,
    status = 200,
  }: { form: FormState; choices?: Commune[]; trouble?: Trouble; status?: ContentfulStatusCode },
): Promise<Response> {
  const { viewer, locale } = c.var
  const t = requestTexts[locale]
  return privatePage(
    deps,
    c,
    { title: t.title, active: facilitationKey, status },
    <Request
      {...form}
      form={form.values['form'] ?? deps.newId()}
      member={viewer === null ? null : { organisations: await organisationsOf(deps, viewer) }}
      sectors={sectors.map((value) => ({ value, label: organisationWords[locale].sectors[value] }))}
      placeChoices={choices.map(({ code, label }) => ({ value: code, label: `${label} – ${code}` }))}
      most={{ words: mostWords, hours: mostHours }}
      keptMonths={Math.round(keptDays / 30.4)}
      trouble={trouble && t.trouble[trouble]}
    />,
  )
}

async function organisationsOf(deps: Deps, viewer: Viewer) {
  if (viewer.memberships.length === 0) return []
  const hosted = await hostedOrganisations(deps.db)
  return hosted
    .filter(({ id }) => speaksFor(viewer, id))
    .map(({ id, title }) => ({ value: id, label: title }))
}

const noMail = (deps: Deps, c: Ctx): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: requestTexts[c.var.locale].noMail, active: facilitationKey, status: 409 },
    <NoMail />,
  )
