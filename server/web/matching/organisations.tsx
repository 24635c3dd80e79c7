import { NoMore } from '../../../views/components/no-more.tsx'
import { MatchPage, MatchPanel } from '../../../views/matching/matches.tsx'
import { inItsLanguage } from '../../../views/in-its-language.ts'
import { matchingTexts } from '../../../views/matching/texts.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { isOver, isPublic } from '../../entries/entry.ts'
import { pageNumber } from '../../entries/list.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Lot } from '../../kinds/tender/fields.ts'
import { lotTitle } from '../../kinds/tender/lot-facts.ts'
import { lotPath, tender as kind } from '../../kinds/tender/index.tsx'
import { orders, sorted, type Order } from '../../matching/match.ts'
import { organisationsFor } from '../../matching/matching.ts'
import type { Ctx } from '../env.ts'
import type { LotPanel } from '../lots/panels.ts'
import { soughtLot } from '../lots/seek-lot.ts'
import { page } from '../page.tsx'
import { shownOrganisation } from './shown.ts'

const firstOnes = 10
const perPage = 50

/** On the page of a lot that can still be answered: the first of those who could. */
export const organisationsPanel: LotPanel = async (deps, c, { envelope }, lot) => {
  if (!isAnswerable(deps, envelope, lot)) return null
  const { locale } = c.var
  const t = matchingTexts[locale]
  const found = sorted(await organisationsFor(deps, envelope.organisationId, lot), 'reasons')
  return (
    <MatchPanel
      id="qui-pourrait-repondre"
      title={t.who}
      lead={t.whoLead}
      matches={found.slice(0, firstOnes).map((one) => shownOrganisation(one, locale))}
      total={{ count: found.length, words: t.count }}
      all={{ href: `${lotPath(envelope, lot)}/organisations`, label: t.all }}
      none={{ title: t.none, text: t.noneHow }}
    />
  )
}

const isAnswerable = ({ now }: Pick<Deps, 'now'>, envelope: Envelope, lot: Lot): boolean =>
  isPublic(envelope.state) && !isOver(envelope, now()) && lot.state === 'open'

/** `/marches/entretien-des-parcs/lots/1/organisations` */
export const showOrganisations = (deps: Deps) => async (c: Ctx) => {
  const { entry, lot, moved } = await soughtLot(deps, c)
  const { envelope } = entry
  const { locale } = c.var
  const t = matchingTexts[locale]
  const back = lotPath(envelope, lot)
  if (moved) return c.redirect(`${back}/organisations`, 301)
  const title = `${t.who} – ${lotTitle(lot, locale)}`
  const about = { title, active: kind.name, robots: 'noindex' }
  if (!isAnswerable(deps, envelope, lot))
    return page(
      deps,
      c,
      { ...about, status: 409 },
      <NoMore title={t.closed} text={t.closedHow} back={{ href: back, label: t.backToLot }} />,
    )
  const order = orders.find((one) => one === c.req.query('sort')) ?? 'reasons'
  const found = sorted(await organisationsFor(deps, envelope.organisationId, lot), order)
  const number = pageNumber(c.req.query('page'))
  const from = (number - 1) * perPage
  return page(
    deps,
    c,
    about,
    <MatchPage
      title={t.who}
      lead={t.whoLead}
      about={
        <a href={back} {...inItsLanguage(envelope.language)}>
          {lotTitle(lot, locale)} – {envelope.title}
        </a>
      }
      back={{ href: back, label: t.backToLot }}
      matches={found.slice(from, from + perPage).map((one) => shownOrganisation(one, locale))}
      total={{ count: found.length, words: t.count }}
      none={{ title: t.none, text: t.noneHow }}
      orders={ordersOf(`${back}/organisations`, order, locale)}
      pager={pagerOf(`${back}/organisations`, order, number, found.length)}
    />,
  )
}

const ordersOf = (path: string, order: Order, locale: Locale) =>
  orders.map((one) => ({
    href: hrefOf(path, one, 1),
    label: matchingTexts[locale].orders[one],
    current: one === order,
  }))

export const hrefOf = (path: string, order: string, number: number): string => {
  const asked = new URLSearchParams()
  if (order !== 'reasons') asked.set('sort', order)
  if (number > 1) asked.set('page', String(number))
  const text = asked.toString()
  return text === '' ? path : `${path}?${text}`
}

export const pagerOf = (path: string, order: string, number: number, count: number) => ({
  page: number,
  pages: Math.max(1, Math.ceil(count / perPage)),
  href: (n: number) => hrefOf(path, order, n),
})
