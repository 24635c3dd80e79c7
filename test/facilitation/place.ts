import { and, eq } from 'drizzle-orm'
import { caseEvents, caseLinks, cases, tallies } from '../../db/schema/facilitation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { pathIn, type Answer } from '../accounts/browser.ts'
import { person, published } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

/** A hub with mail, and somebody who was given its desk. */
export async function openDesk(options: { mail?: boolean } = {}): Promise<Pages & { facilitator: Viewer }> {
  const pages = await openPages({ mail: options.mail ?? true })
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  return { ...pages, facilitator: await person(pages.deps, 'facilitator') }
}

export type Desk = Awaited<ReturnType<typeof openDesk>>

export const nadia = {
  side: 'structure',
  name: 'Nadia Imaginaire',
  email: 'nadia@halage.example',
  organisationName: 'Les Jardins imaginaires',
  subject: 'À quels lots puis-je répondre ?',
  body: 'Nous entretenons des espaces verts avec douze personnes.',
}

let visitors = 0
/** Somebody at an address of their own, so that no throttle counts two people as one. */
export const visitor = (pages: Pages) => pages.as(undefined, `203.0.113.${(visitors += 1) % 250}`)

/** Fills the form and sends it; gives back the way that the letter shows; null: no letter came. */
export async function ask(
  desk: Desk,
  sent: Record<string, string> = nadia,
): Promise<{ answer: Answer; link: string | null }> {
  const one = visitor(desk)
  const form = formIn(await one.get('/facilitation/demande'), '/facilitation/demande')
  const before = desk.deps.letters.length
  const answer = await one.post('/facilitation/demande', { ...form, ...sent })
  // Others may be on their way: of an answer in another case, say.
  const letter = desk.deps.letters.slice(before).find(({ subject }) => subject.startsWith('Confirmez'))
  return { answer, link: letter === undefined ? null : pathIn(letter.text, 'facilitation/demandes') }
}

/** Asks and confirms: the desk has it, and has been told. */
export async function asked(
  desk: Desk,
  sent: Record<string, string> = nadia,
): Promise<{ link: string; id: string; path: string }> {
  const { link } = await ask(desk, sent)
  if (link === null) throw new Error('No letter came.')
  const before = desk.deps.letters.length
  const answer = await visitor(desk).post(link, { acte: 'envoyer' })
  if (answer.status !== 303) throw new Error(`It was not sent: ${answer.status}`)
  await until('the letter to the desk', () => desk.deps.letters.length > before)
  const id = link.split('/')[3] ?? ''
  return { link, id, path: `/facilitation/dossiers/${id}` }
}

/** Presses one of the buttons of a case, as its page has it. */
export async function press(
  desk: Desk,
  path: string,
  word: string,
  typed: Record<string, string> = {},
  by: Viewer = desk.facilitator,
): Promise<Answer> {
  const one = desk.as(by)
  return one.post(`${path}/${word}`, { ...formIn(await one.get(path), `${path}/${word}`), ...typed })
}

export const rowOf = async ({ deps }: Desk, id: string) =>
  (await deps.db.read.select().from(cases).where(eq(cases.id, id)))[0]

export const talliesOf = ({ deps }: Desk) => deps.db.read.select().from(tallies).orderBy(tallies.n)

export async function eventsOf(desk: Desk, id: string, act: string) {
  const row = await rowOf(desk, id)
  const events = await desk.deps.db.read
    .select()
    .from(caseEvents)
    .where(and(eq(caseEvents.caseN, row?.n ?? 0)))
  return events.filter((event) => event.act === act)
}

export const linksIn = ({ deps }: Desk) => deps.db.read.select().from(caseLinks)

/** A call for tenders with two lots, and an organisation of the directory. */
export async function catalogue(
  desk: Desk,
): Promise<{ tender: WholeEntry; organisation: WholeEntry; admin: Viewer }> {
  const admin = await person(desk.deps, 'admin')
  const lots = [
    { number: 1, title: 'Entretien des berges' },
    { number: 2, title: 'Plantations' },
  ]
  return {
    admin,
    organisation: await published(desk.deps, admin, 'organisation', { title: 'Les Ateliers du fleuve' }),
    tender: await published(
      desk.deps,
      admin,
      'tender',
      { title: 'Espaces verts de la Boucle' },
      { lots, deadline: '2027-01-15T12:00' },
    ),
  }
}
