import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { ontoPaper } from '../browser.ts'
import { acceptStand, announceOpen, askForPlace, askForStand } from '../forum.ts'
import { fillIn, inHours, publish } from '../place.ts'
import type { Journey, Walk } from './journey.ts'
import { newcomer } from './newcomer.ts'

const debate = 'Acheter près de chez soi'
const question = 'Comment répartir les frais de livraison ?'

export const prepareForum: Journey = {
  name: 'prepare-forum',
  title: 'an editor prepares a forum: a debate, a village with its stand, who comes, and what is printed',
  async walk(walk) {
    const host = await walk.stage.admin(walk.stage.network, walk.how)
    const path = await announceOpen(host, `Petit forum ${walk.mark}`, 40)
    await walk.look(host, 'announced')
    const village = await layOut(host, walk)
    const at = await addDebate(host, walk, path)
    const visitor = await walk.stage.visitor(walk.stage.network, walk.how)
    await stand(host, visitor, walk, { path, village })
    await asked(host, visitor, walk, at)
    await register(visitor, walk, path)
    await printed(host, walk, path)
    await visitor.context().close()
    await host.context().close()
  },
}

/** From the page of the forum, that offers it to whoever made it. */
async function layOut(host: Page, { look }: Walk): Promise<string> {
  const name = 'Village des coopératives'
  await host.getByRole('link', { name: 'Aménager les villages' }).click()
  await host.getByLabel('Nom du village').fill(name)
  await host.getByLabel('Famille').selectOption({ label: 'SCOP' })
  await host.getByLabel('Nombre de stands').fill('2')
  await host.getByRole('button', { name: 'Ajouter ce village' }).click()
  await host.getByRole('button', { name: `Enregistrer\u00a0: ${name}` }).waitFor()
  await look(host, 'village')
  return name
}

/** Its form knows the forum already. */
async function addDebate(host: Page, { look }: Walk, path: string): Promise<string> {
  await host.goto(path)
  await host.getByRole('link', { name: 'Ajouter un débat' }).click()
  await host.getByLabel('Titre').waitFor()
  await look(host, 'debate-form')
  await fillIn(host, new URL(host.url()).pathname + new URL(host.url()).search, {
    Titre: debate,
    'En une ou deux phrases': 'Contenu de démonstration\u00a0: un débat imaginaire.',
    Début: inHours(4),
    Fin: inHours(5),
    Lieu: 'Halle imaginaire',
    Salle: 'Grande halle',
  })
  const at = await publish(host)
  await host.goto(path)
  await host.locator('.programme h3').getByRole('link', { name: debate }).waitFor()
  await look(host, 'programme')
  return at
}

/** An organisation asks for it by its mailbox, and is on the page of the forum once it is accepted. */
async function stand(
  host: Page,
  page: Page,
  { stage, mark, look }: Walk,
  { path, village }: { path: string; village: string },
): Promise<void> {
  const organisation = `Fournil ${mark}`
  await page.goto(path)
  await page.getByRole('link', { name: 'Demander un stand' }).click()
  await look(page, 'stand-form')
  await askForStand(page, stage, {
    organisation,
    village,
    does: 'Du pain, à neuf associés.',
    contact: 'Une boulangère imaginaire',
    email: `fournil-${mark}@exemple.example`,
  })
  await look(page, 'stand-asked')
  await host.goto(path)
  await acceptStand(host, organisation, 'Bienvenue, venez avec votre four.')
  await look(host, 'stand-accepted')
  await page.goto(path)
  await page.getByRole('link', { name: 'Tous les stands' }).click()
  await page.getByRole('link', { name: organisation }).waitFor()
  await look(page, 'stands')
}

/** Before it begins, a member asks something on the page of the debate: everybody reads it there. */
async function asked(host: Page, page: Page, walk: Walk, at: string): Promise<void> {
  const member = await newcomer(walk, host, 'Rose')
  await member.goto(at)
  await member.getByRole('heading', { name: 'Questions', exact: true }).waitFor()
  await member.getByLabel('Votre réponse').fill(question)
  await member.getByRole('button', { name: 'Publier la réponse' }).click()
  await member.getByText(question).waitFor()
  await member.context().close()
  await page.goto(at)
  await page.getByText(question).waitFor()
  await page.getByText('Question', { exact: true }).waitFor()
  await walk.look(page, 'question')
}

async function register(page: Page, { stage, mark, look }: Walk, path: string): Promise<void> {
  const who = { name: 'Awa Imaginaire', email: `awa-${mark}@exemple.example` }
  await askForPlace(page, stage, path, who, (form) => look(form, 'register'))
  await page.getByRole('button', { name: 'S’inscrire', exact: true }).click()
  await page.getByRole('heading', { name: 'Vous êtes inscrit·e' }).waitFor()
  await page.getByRole('img', { name: 'Code QR à montrer à l’entrée' }).waitFor()
  await look(page, 'registered')
}

/** The sheet for the door and a badge for each person, as paper shows them: without what only a screen needs. */
async function printed(host: Page, { look, viewport }: Walk, path: string): Promise<void> {
  await host.goto(`${path}/affiche`)
  await onPaper(host, host.getByRole('article').getByRole('img', { name: /^Code QR qui mène à/ }))
  await look(host, 'poster')
  await host.emulateMedia({ media: 'screen' })
  await host.setViewportSize(viewport)
  await host.goto(`${path}/accueil`)
  await host.getByRole('link', { name: 'Badges' }).click()
  await onPaper(host, host.getByRole('listitem').getByText('Awa Imaginaire'))
  await look(host, 'badges')
}

async function onPaper(page: Page, sheet: ReturnType<Page['getByText']>): Promise<void> {
  await sheet.waitFor()
  await ontoPaper(page)
  expect(await sheet.isVisible()).toBe(true)
  expect(await page.locator('.poster-how').isVisible()).toBe(false)
}
