import { Pick } from '../../../views/facilitation/pick.tsx'
import { deskTexts } from '../../../views/facilitation/desk-texts.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { deskOf } from '../../facilitation/access.ts'
import { deskCase } from '../../facilitation/commands.ts'
import { deskPath } from '../../facilitation/link.ts'
import { linkable, linkedIn, type LinkSort } from '../../facilitation/linking.ts'
import { lotsOf } from '../../facilitation/lots.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

/** `…/lots?q=espaces verts` and `…/organisations?q=`: what to add to a case. */
export const showPick = (deps: Deps, sort: LinkSort) => async (c: Ctx) => {
  const viewer = deskOf(c.var.viewer)
  const { id, n, subject } = await deskCase(deps, viewer, c.req.param('id') ?? '')
  const q = (c.req.query('q') ?? '').slice(0, 200).trim()
  const { locale } = c.var
  const linked = await linkedIn(deps, n)
  const choicesOf = (entry: Entry) =>
    offered(entry, sort).map((choice) => ({
      ...choice,
      linked: linked.some(({ entryN, lot }) => entryN === entry.envelope.n && lot === choice.lot),
    }))
  const found = await linkable(deps, sort, q)
  return privatePage(
    deps,
    c,
    { title: deskTexts[locale].pick[sort] },
    <Pick
      {...{ sort, subject, q }}
      path={deskPath(id)}
      found={found.map((entry) => ({
        id: entry.envelope.id,
        title: entry.envelope.title,
        path: entry.envelope.path,
        language: entry.envelope.language,
        from: entry.envelope.origin?.name ?? null,
        facts: entry.envelope.placeLabel ?? '',
        choices: choicesOf(entry),
      }))}
    />,
  )
}

/** Lot by lot, those that can still be answered; what has none, or is an organisation, as a whole. */
function offered(entry: Entry, sort: LinkSort): { lot: number; title: string }[] {
  const lots = sort === 'lot' ? lotsOf(entry) : []
  return lots.length === 0
    ? [{ lot: 0, title: entry.envelope.title }]
    : lots
        .filter(({ state }) => state === 'open')
        .map(({ number, title }) => ({ lot: number, title: `${number}. ${title}` }))
}
