import { foundingActors } from '../../server/federation/index.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { fields as gate, type Lot } from '../../server/kinds/tender/fields.ts'
import { fields as organisationGate } from '../../server/kinds/organisation/fields.ts'
import { person, published } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

export type Place = Pages & { editor: Viewer }

export async function openMatching(): Promise<Place> {
  const pages = await openPages({ mail: true })
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  return { ...pages, editor: await person(pages.deps, 'editor') }
}

/** Fields that say nothing but what is given. */
export const bare = (given: Record<string, unknown>) =>
  organisationGate.parse({ family: 'association', ...given })

export const organisation = async (
  { deps, editor }: Place,
  title: string,
  place: string | null,
  given: Record<string, unknown>,
) => (await published(deps, editor, 'organisation', { title, place }, bare(given))).envelope

export const lotsOf = (...given: Partial<Lot>[]): Record<string, unknown> => ({
  ...gate.parse({ buyer: 'Ville imaginaire', lots: given.map((lot) => ({ title: 'Un lot', ...lot })) }),
})

export const tender = async (
  { deps, editor }: Place,
  lots: Partial<Lot>[],
  shared: Record<string, unknown> = {},
  more: Record<string, unknown> = {},
) =>
  (
    await published(
      deps,
      editor,
      'tender',
      { title: 'Parcs et jardins', ...shared },
      { ...lotsOf(...lots), deadline: '2027-01-15T12:00', ...more },
    )
  ).envelope

/** The names on a page of matches, in its order. */
export const namesIn = (html: string): string[] =>
  [...html.matchAll(/<li class="panel match"[^>]*><h[23]><a href="[^"]*">([^<]*)</g)].map(
    ([, name = '']) => name,
  )
