import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import type { KindName } from '../../server/kinds/index.ts'
import type { Answer } from '../accounts/browser.ts'
import { pathIn } from '../accounts/browser.ts'
import { until } from '../support/until.ts'
import { person, published } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

/** A hub with mail, its people, and one entry that can be written to. */
export async function openInquiries(): Promise<Pages & { editor: Viewer }> {
  const pages = await openPages({ mail: true })
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  return { ...pages, editor: await person(pages.deps, 'editor') }
}

export const zoe = {
  name: 'Zoé Martin',
  email: 'zoe@exemple.example',
  body: 'Je cherche un poste dans le bois.',
}

/** An entry of each kind, to which people write here. */
export const open = {
  job: (pages: Pages & { editor: Viewer }, fields: Record<string, unknown> = {}) =>
    entry(pages, 'job', { applyUrl: null, ...fields }),
  resource: (pages: Pages & { editor: Viewer }, fields: Record<string, unknown> = {}) =>
    entry(pages, 'resource', { contactUrl: null, ...fields }),
  event: (pages: Pages & { editor: Viewer }, fields: Record<string, unknown> = {}) =>
    entry(pages, 'event', { capacity: 3, ...fields }),
}

const entry = async (
  { deps, editor }: Pages & { editor: Viewer },
  kind: KindName,
  fields: Record<string, unknown>,
) => (await published(deps, editor, kind, { title: `Une annonce (${kind})` }, fields)).envelope

let visitors = 0
/** Somebody at an address of their own, so that no throttle counts two people as one. */
export const visitor = (pages: Pages) => pages.as(undefined, `203.0.113.${(visitors += 1) % 250}`)

/** Writes, and gives back the way that the letter shows; null: no letter came. */
export async function write(
  pages: Pages,
  path: string,
  sent: Record<string, string> = zoe,
): Promise<{ answer: Answer; link: string | null }> {
  const before = pages.deps.letters.length
  const answer = await visitor(pages).post(`${path}/demande`, sent)
  const letter = pages.deps.letters.slice(before)[0]
  return { answer, link: letter === undefined ? null : pathIn(letter.text, 'demandes') }
}

/** Writes and confirms. */
export async function wrote(pages: Pages, path: string, sent: Record<string, string> = zoe): Promise<string> {
  const { link } = await write(pages, path, sent)
  if (link === null) throw new Error('No letter came.')
  const before = pages.deps.letters.length
  const answer = await visitor(pages).post(link, { acte: 'envoyer' })
  if (answer.status !== 303) throw new Error(`It was not sent: ${answer.status}`)
  // To those who publish, and to its writer.
  await until('both letters', () => pages.deps.letters.length >= before + 2)
  return link
}
