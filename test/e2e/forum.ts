import type { Page } from 'playwright-core'
import type { Stage } from './letter/stage.ts'
import { fillIn, inHours, publish } from './place.ts'
import { linkIn } from './relay.ts'

// What is done for any forum: an organisation asks for a stand and has it, somebody asks for a place.

interface AskedStand {
  organisation: string
  village: string
  does: string
  contact: string
  email: string
}

/** On the form for a stand, to the link in the letter that confirms the address; returns that link. */
export async function askForStand(page: Page, { relay }: Stage, stand: AskedStand): Promise<string> {
  await page.getByLabel('Organisation', { exact: true }).fill(stand.organisation)
  await page.getByLabel('Village').selectOption({ label: stand.village })
  await page.getByLabel('Ce que vous faites').fill(stand.does)
  await page.getByLabel('Nom de la personne').fill(stand.contact)
  await page.getByLabel('Adresse électronique').fill(stand.email)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  const own = linkIn((await relay.next(stand.email)).text, 'stand')
  await page.goto(own)
  await page.getByRole('button', { name: 'Envoyer la demande' }).click()
  await page.getByText('Votre demande est chez les personnes').waitFor()
  return own
}

/** The host, on the page of the event. */
export async function acceptStand(host: Page, organisation: string, sentence: string): Promise<void> {
  await host.getByRole('link', { name: 'Demandes de stand (1)' }).click()
  const request = host.getByRole('article', { name: organisation })
  await request.getByLabel('Votre phrase').fill(sentence)
  await host.getByRole('button', { name: `Accepter – ${organisation}` }).click()
  await request.getByText('Accepté', { exact: true }).waitFor()
}

/** Soon enough for its door to be open now. Returns the path. */
export async function announceOpen(host: Page, title: string, capacity: number): Promise<string> {
  await fillIn(host, '/agenda/nouveau', {
    Titre: title,
    'En une ou deux phrases': 'Contenu de démonstration\u00a0: rien de cela n’aura lieu.',
    Début: inHours(3),
    Fin: inHours(27),
    'Adresse pour s’inscrire': 'ateliers@deux-rives.example',
    Capacité: String(capacity),
    Lieu: 'Halle imaginaire',
  })
  await host.getByRole('radio', { name: 'Par e-mail' }).check()
  return publish(host)
}

/** To one’s own page, by the link in the letter: what is left is to say yes. */
export async function askForPlace(
  page: Page,
  { relay }: Stage,
  path: string,
  { name, email, button = 'Recevoir le lien' }: { name: string; email: string; button?: string },
  look: (page: Page) => Promise<void>,
): Promise<void> {
  await page.goto(`${path}/demande`)
  await page.getByLabel('Votre nom').fill(name)
  await page.getByLabel('Votre adresse électronique').fill(email)
  await page.getByLabel('Votre organisation').fill('Association imaginaire')
  await look(page)
  await page.getByRole('button', { name: button }).click()
  await page.goto(linkIn((await relay.next(email)).text, 'demandes'))
}
