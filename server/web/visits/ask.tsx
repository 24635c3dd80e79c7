import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { AskVisit, VisitsClosed } from '../../../views/visits/ask.tsx'
import { visitTexts } from '../../../views/visits/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import type { Fault } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { listOf } from '../../kinds/received.ts'
import { resource } from '../../kinds/resource/index.tsx'
import { communesByCode, meantPlace, type Commune } from '../../places/communes.ts'
import { takesVisits } from '../../visits/access.ts'
import { ask, isCrowded } from '../../visits/commands.ts'
import { keptDays } from '../../visits/forget.ts'
import { mostPupils, mostWords, visitInput } from '../../visits/input.ts'
import { formOf, mend, type Sent } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'

export const talkKind: Kind = resource

/** `/ressources/…/intervention` */
export const showAsk = (deps: Deps) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, talkKind)
  return isOpen(deps, entry) ? askPage(deps, c, entry, blankForm) : closed(deps, c, entry)
}

export const sendAsk = (deps: Deps, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, talkKind)
  const sent = await formOf(c)
  if (!isOpen(deps, entry)) return closed(deps, c, entry)
  const { input, faults } = parse(visitInput, sent)
  const place = await placeOf(deps, sent)
  const all = [...faults, ...place.faults]
  if (input === null || place.commune === null || all.length > 0)
    return askPage(deps, c, entry, mend(c, sent, all), { status: 422, places: place.choices })
  // The letter's own page is the one of inquiries: it says what comes next, and of nobody.
  const done = c.redirect('/demandes/lien-envoye', 303)
  // A machine: it is told what people are told, and nothing happens.
  if ((sent['site'] ?? '') !== '') return done
  const again = { values: sent, errors: {} }
  if (await isCrowded(deps, entry.envelope.n))
    return askPage(deps, c, entry, again, { status: 429, trouble: 'crowded' })
  await throttle.letter(addressOf(deps.config, c), input.email)
  const { code, label } = place.commune
  const asked = { ...input, placeCode: code, placeLabel: label, locale: c.var.locale }
  if (await ask(deps, entry, asked)) return done
  return askPage(deps, c, entry, again, { status: 503, trouble: 'unsent' })
}

const isOpen = (deps: Deps, entry: Entry): boolean => deps.mailer !== null && takesVisits(entry, deps.now())

interface Placed {
  commune: Commune | null
  choices: Commune[]
  faults: Fault[]
}

async function placeOf({ db, hub }: Deps, sent: Sent): Promise<Placed> {
  const typed = (sent['place'] ?? '').slice(0, 80)
  const { code, choices } = await meantPlace(db, typed, sent['placeCode'] ?? '', hub.settings.territory)
  const [commune = null] = code === null ? [] : await communesByCode(db, [code])
  if (commune !== null) return { commune, choices, faults: [] }
  const field = choices.length > 0 ? 'placeCode' : 'place'
  const wrong = choices.length > 0 ? 'choice' : typed.trim() === '' ? 'required' : 'place'
  return { commune: null, choices, faults: [{ field, code: wrong }] }
}

interface Shown {
  status?: ContentfulStatusCode
  places?: readonly Commune[]
  trouble?: 'crowded' | 'unsent'
}

async function askPage(
  deps: Deps,
  c: Ctx,
  { envelope, fields }: Entry,
  form: FormState,
  { status = 200, places = [], trouble }: Shown = {},
): Promise<Response> {
  const t = visitTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.askTitle(envelope.title), active: 'talks', status },
    <AskVisit
      {...form}
      entry={envelope}
      levels={listOf(fields?.['levels']).map(String)}
      places={places}
      most={{ pupils: mostPupils, words: mostWords }}
      keptDays={keptDays}
      trouble={trouble && t[trouble]}
    />,
  )
}

const closed = (deps: Deps, c: Ctx, { envelope }: Entry): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: visitTexts[c.var.locale].notOpen, active: 'talks', status: 409 },
    <VisitsClosed back={envelope.path} />,
  )
