import { Desk } from '../../../views/facilitation/desk.tsx'
import { deskTexts } from '../../../views/facilitation/desk-texts.ts'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import { deskOf } from '../../facilitation/access.ts'
import { deskPath } from '../../facilitation/link.ts'
import {
  casesIn,
  casesPerPage,
  countIn,
  workLists,
  type ListedCase,
  type WorkList,
} from '../../facilitation/queries.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { organisationOf } from './shown.ts'

/** French in the address, as everywhere. */
const words = { new: 'nouveaux', mine: 'miens', waiting: 'attente', open: 'ouverts', closed: 'clos' } as const

/** For how many days somebody has been waiting at least. */
const ages = [0, 2, 7, 15] as const

const day = 86_400_000

const hrefOf = (list: WorkList, days = 0, page = 1): string => {
  const asked = new URLSearchParams()
  if (list !== 'new') asked.set('etat', words[list])
  if (days > 0) asked.set('jours', String(days))
  if (page > 1) asked.set('page', String(page))
  return `/facilitation/dossiers${asked.size === 0 ? '' : `?${asked}`}`
}

/** `/facilitation/dossiers?etat=attente&jours=7` */
export const showDesk = (deps: Deps) => async (c: Ctx) => {
  const viewer = deskOf(c.var.viewer)
  const list = workLists.find((one) => words[one] === c.req.query('etat')) ?? 'new'
  const days = list === 'waiting' ? (ages.find((age) => String(age) === c.req.query('jours')) ?? 0) : 0
  const before = deps.now() - days * day
  const number = pageNumber(c.req.query('page'))
  const all = await countIn(deps.db, list, viewer, before)
  const found = await casesIn(deps.db, list, viewer, {
    ...{ limit: casesPerPage, offset: (number - 1) * casesPerPage, before },
  })
  const t = deskTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.title },
    <Desk
      list={list}
      tabs={await Promise.all(
        workLists.map(async (one) => ({
          ...{ href: hrefOf(one), label: t.lists[one], current: one === list },
          ...(one === 'closed' ? {} : { count: await countIn(deps.db, one, viewer, deps.now()) }),
        })),
      )}
      ages={
        list === 'waiting'
          ? ages.map((age) => ({ href: hrefOf('waiting', age), days: age, current: age === days }))
          : null
      }
      cases={await Promise.all(found.map((one) => listed(deps, one)))}
      pager={{
        page: number,
        pages: Math.max(1, Math.ceil(all / casesPerPage)),
        href: (other) => hrefOf(list, days, other),
      }}
      now={deps.now()}
    />,
  )
}

const listed = async (deps: Deps, found: ListedCase) => ({
  href: deskPath(found.id),
  subject: found.subject,
  side: found.side,
  organisation: (await organisationOf(deps, found))?.name ?? null,
  place: found.placeLabel,
  owner: found.takenByName,
  waitingSince: found.waitingSince,
  receivedAt: found.confirmedAt ?? found.createdAt,
  closed:
    found.closedAt === null || found.outcome === null ? null : { at: found.closedAt, outcome: found.outcome },
})
