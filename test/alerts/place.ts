import { alerts } from '../../db/schema/alerts.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { pathIn } from '../accounts/browser.ts'
import { person } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

export type Place = Pages & { editor: Viewer }

/** A hub with mail, and somebody who publishes. */
export async function openAlerts(): Promise<Place> {
  const pages = await openPages({ mail: true })
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  return { ...pages, editor: await person(pages.deps, 'editor') }
}

export const zoe = 'zoe@exemple.example'
export const day = 86_400_000

let visitors = 0
/** Somebody at an address of their own, so that no throttle counts two people as one. */
export const visitor = (pages: Pages) => pages.as(undefined, `203.0.113.${(visitors += 1) % 250}`)

/** From the list to the form, as a person goes, and sends it; the link that the letter shows, if one came. */
export async function ask(
  pages: Pages,
  list: string,
  { email = zoe, rhythm = 'daily' }: { email?: string; rhythm?: string } = {},
) {
  const browser = visitor(pages)
  const [, href = ''] = /href="(\/alertes\/nouvelle[^"]*)"/.exec((await browser.get(list)).text) ?? []
  const form = await browser.get(href.replaceAll('&amp;', '&'))
  const before = pages.deps.letters.length
  const answer = await browser.post('/alertes/nouvelle', {
    ...formIn(form, '/alertes/nouvelle'),
    email,
    rhythm,
  })
  const letter = pages.deps.letters.slice(before)[0]
  return { form, answer, link: letter === undefined ? null : pathIn(letter.text, 'alertes') }
}

/** Asks and confirms. */
export async function told(pages: Pages, list: string, how: Parameters<typeof ask>[2] = {}): Promise<string> {
  const { link } = await ask(pages, list, how)
  if (link === null) throw new Error('No letter came.')
  const answer = await visitor(pages).post(link, { acte: 'confirmer' })
  if (answer.status !== 303) throw new Error(`It was not confirmed: ${answer.status}`)
  return link
}

export const rows = ({ deps }: Pages) => deps.db.read.select().from(alerts)
