import type { Viewer } from '../../server/accounts/viewer.ts'
import { pathIn, type Answer } from '../accounts/browser.ts'
import { person, published } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

/** A hub with mail, and who publishes on it. */
export async function openSupports(): Promise<Pages & { editor: Viewer }> {
  const pages = await openPages({ mail: true })
  return { ...pages, editor: await person(pages.deps, 'editor') }
}

export const proposal = (
  { deps, editor }: Pages & { editor: Viewer },
  title = 'Un pour cent',
  fields: Record<string, unknown> = {},
) => published(deps, editor, 'proposal', { title }, fields)

let visitors = 0
/** Somebody at an address of their own, so that no throttle counts two people as one. */
export const visitor = (pages: Pages) => pages.as(undefined, `198.51.100.${(visitors += 1) % 250}`)

/** Asks, and gives back the way that the letter shows; null: no letter came. */
export async function askFor(
  pages: Pages,
  path: string,
  email = 'zoe@exemple.example',
): Promise<{ answer: Answer; link: string | null }> {
  const before = pages.deps.letters.length
  const answer = await visitor(pages).post(`${path}/soutenir`, { email })
  const letter = pages.deps.letters.slice(before)[0]
  return { answer, link: letter === undefined ? null : pathIn(letter.text, 'soutiens') }
}

/** Asks and confirms. */
export async function supported(pages: Pages, path: string, email: string, name = ''): Promise<string> {
  const { link } = await askFor(pages, path, email)
  if (link === null) throw new Error('No letter came.')
  const answer = await visitor(pages).post(link, { acte: 'soutenir', name })
  if (answer.status !== 303) throw new Error(`It was not counted: ${answer.status}`)
  return link
}
