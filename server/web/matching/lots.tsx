import { TellLots } from '../../../views/matching/tell.tsx'
import { MatchPage, MatchPanel } from '../../../views/matching/matches.tsx'
import { matchingTexts } from '../../../views/matching/texts.ts'
import { TitleLink } from '../../../views/quoting.tsx'
import { parse } from '../../accounts/input.ts'
import { required, type Visitor } from '../../accounts/viewer.ts'
import { fitting, mayBeTold } from '../../alerts/fitting.ts'
import { rhythmInput } from '../../alerts/input.ts'
import { confirmedTwin } from '../../alerts/queries.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { pageNumber } from '../../entries/list.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import { organisation as kind } from '../../kinds/organisation/index.tsx'
import { kindNamed } from '../../kinds/index.ts'
import { sorted } from '../../matching/match.ts'
import { lotsFor, type MatchedLot } from '../../matching/matching.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { saveOwn } from '../alerts/saving.tsx'
import type { Panel } from '../entries/panels.ts'
import { sought, soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { hrefOf, pagerOf } from './organisations.tsx'
import { shownLot } from './shown.ts'

const firstOnes = 5
const perPage = 50
const orders = ['reasons', 'soon', 'near'] as const
type Order = (typeof orders)[number]

const pathOf = ({ path }: Pick<Envelope, 'path'>): string => `${path}/marches`

/** On the page of an organisation: the first open lots that it could take; where there is none, nothing. */
export const fittingLotsPanel: Panel = async (deps, c, { envelope }) => {
  if (envelope.kind !== kind.name || !isPublic(envelope.state)) return null
  const found = await lotsFor(deps, envelope.id)
  const told = deps.mailer !== null && mayBeTold(c.var.viewer, envelope)
  if (found === null || (found.length === 0 && !told)) return null
  const { locale } = c.var
  const t = matchingTexts[locale]
  return (
    <MatchPanel
      id="marches-a-sa-portee"
      title={t.lots}
      lead={t.lotsLead}
      matches={inOrder(found, 'reasons')
        .slice(0, firstOnes)
        .map((one) => shownLot(one, locale))}
      total={{ count: found.length, words: t.lotCount }}
      all={{ href: pathOf(envelope), label: t.allLots }}
      none={{ title: t.lotsNone, text: t.lotsNoneHow }}
    />
  )
}

/** `/annuaire/les-jardins/marches` */
export const showLots = (deps: Deps) => async (c: Ctx) => {
  const { entry, moved } = await sought(deps, c, organisationKind())
  const { envelope } = entry
  const path = pathOf(envelope)
  if (moved) return c.redirect(path, 301)
  if (!isPublic(envelope.state)) throw new Refusal('absent', 'A draft has no lots yet.')
  const { locale, viewer } = c.var
  const t = matchingTexts[locale]
  const order = orders.find((one) => one === c.req.query('sort')) ?? 'reasons'
  const number = pageNumber(c.req.query('page'))
  const found = inOrder((await lotsFor(deps, envelope.id)) ?? [], order)
  const from = (number - 1) * perPage
  return page(
    deps,
    c,
    { title: t.lotsOf(envelope.title), active: kind.name, robots: 'noindex' },
    <MatchPage
      title={t.lots}
      lead={t.lotsLead}
      about={<TitleLink {...envelope} />}
      back={{ href: envelope.path, label: t.backToOrganisation }}
      matches={found.slice(from, from + perPage).map((one) => shownLot(one, locale))}
      total={{ count: found.length, words: t.lotCount }}
      none={{ title: t.lotsNone, text: t.lotsNoneHow }}
      orders={orders.map((one) => ({
        ...{ href: hrefOf(path, one, 1), label: t.orders[one], current: one === order },
      }))}
      pager={pagerOf(path, order, number, found.length)}
      foot={await tellForm(deps, viewer, envelope, path)}
    />,
  )
}

/** For those who publish for it: to be told of the next ones. */
async function tellForm(deps: Deps, viewer: Visitor, envelope: Envelope, path: string) {
  if (deps.mailer === null || viewer === null || !mayBeTold(viewer, envelope)) return null
  const told = await confirmedTwin(deps.db, viewer.id, fitting(envelope.id))
  return <TellLots action={`${path}/alerte`} email={viewer.email} rhythm={told?.rhythm ?? null} />
}

/** Whoever presses twice, or another rhythm, has one alert all the same. */
export const tellOfLots = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const { envelope } = await soughtEntry(deps, c, organisationKind())
  if (!mayBeTold(viewer, envelope)) throw new Refusal('forbidden', 'This is for those who publish for it.')
  if (deps.mailer === null) throw new Refusal('conflict', 'This hub sends no letters.')
  const { input } = parse(rhythmInput, await formOf(c))
  if (input === null) throw new Refusal('invalid', 'Alerts come daily or weekly.')
  return saveOwn(deps, c, fitting(envelope.id), { ...input, name: '' }, () => {
    throw new Refusal('conflict', 'There are too many alerts already.')
  })
}

function organisationKind() {
  const found = kindNamed(kind.name)
  if (found === undefined) throw new Error('There are no organisations.')
  return found
}

/** A date that nobody says comes last. */
const inOrder = (found: readonly MatchedLot[], order: Order): MatchedLot[] =>
  order === 'soon'
    ? sorted(found, 'reasons').toSorted(
        (a, b) => (a.tender.closesAt ?? Infinity) - (b.tender.closesAt ?? Infinity) || 0,
      )
    : sorted(found, order)
