import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fits, phone, picture } from '../browser.ts'
import { publish } from '../place.ts'
import type { Story } from './stage.ts'

const nadia = {
  name: 'Nadia Inventée',
  email: 'nadia@structure-inventee.example',
  organisation: 'Structure inventée',
}
const subject = 'À quels lots d’entretien puis-je répondre ?'

export const facilitator: Story = {
  proposal: 'L1, facilitator',
  title:
    'a structure without an account asks which lots it can answer, and is answered with a lot and a partner; everybody reads how many hours came of it, and nobody a name',
  async tell(stage) {
    const admin = await stage.admin(stage.network)
    const paul = await hired(stage, admin)
    const lot = await tender(admin)

    const structure = await stage.visitor(stage.network, { viewport: phone })
    const before = await counted(structure)
    await structure.goto('/marches')
    await structure.getByRole('navigation').getByRole('link', { name: 'Facilitation' }).click()
    await fits(structure)
    await picture(structure, 'l01-front-phone')
    await structure.getByRole('link', { name: 'Poser une question' }).click()
    await structure.getByRole('radio', { name: /Une structure/ }).check()
    await structure.getByLabel('Votre nom').fill(nadia.name)
    await structure.getByLabel('Votre adresse électronique').fill(nadia.email)
    await structure.getByLabel('Votre structure ou votre collectivité').fill(nadia.organisation)
    await structure.getByLabel('Votre question en une ligne').fill(subject)
    await structure.getByLabel('Votre demande').fill('Six personnes en parcours, et l’envie d’essayer.')
    await fits(structure)
    await picture(structure, 'l01-form-phone')
    await structure.getByRole('button', { name: 'Recevoir le lien' }).click()
    await structure.getByRole('heading', { name: 'Ouvrez votre boîte aux lettres' }).waitFor()
    const own = linkIn((await stage.relay.next(nadia.email)).text)
    await structure.goto(own)
    await structure.getByRole('button', { name: 'Envoyer au bureau' }).click()
    await structure.getByText('Le bureau a reçu votre demande').waitFor()

    // The desk is written to, finds a lot and a partner, and answers.
    await paul.goto(linkIn((await stage.relay.next('paul@deux-rives.example')).text))
    await paul.getByRole('button', { name: 'Prendre le dossier' }).click()
    await paul.getByRole('link', { name: 'Joindre un lot' }).click()
    await paul.getByRole('searchbox', { name: 'Chercher', exact: true }).fill(lot.tender)
    await paul.getByRole('button', { name: 'Chercher', exact: true }).click()
    await picture(paul, 'l01-pick')
    await paul.getByRole('button', { name: `Joindre : 1. ${lot.title}` }).click()
    await paul.getByRole('link', { name: 'Joindre une organisation' }).click()
    await paul.getByRole('searchbox', { name: 'Chercher', exact: true }).fill('Halage')
    await paul.getByRole('button', { name: 'Chercher', exact: true }).click()
    await paul
      .getByRole('button', { name: /Joindre : Les Jardins du Halage/ })
      .first()
      .click()
    await paul.getByLabel('Note interne').fill('Ne connaît pas encore les groupements.')
    await paul.getByRole('button', { name: 'Noter' }).click()
    await paul.getByLabel('Votre réponse').fill('Le premier lot vous va bien, à deux.')
    await paul.getByRole('button', { name: 'Répondre' }).click()
    await paul.getByText('Votre réponse est partie.').waitFor()
    await fits(paul)
    await picture(paul, 'l01-case')

    // Read by mail and at the link, where it is answered and closed.
    const answer = await stage.relay.next(nadia.email)
    expect(answer.text).toContain('Le premier lot vous va bien, à deux.')
    await structure.goto(linkIn(answer.text))
    const page = await structure.locator('main').innerText()
    expect(page).toContain(lot.title)
    expect(page).not.toContain('groupements')
    expect(page).not.toContain('Paul')
    await structure.getByRole('link', { name: new RegExp(lot.title) }).click()
    await structure.getByRole('heading', { level: 1, name: new RegExp(lot.title) }).waitFor()
    await structure.goto(own)
    await structure.getByLabel('Votre message').fill('Merci, nous répondons ensemble.')
    await structure.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await structure.getByText('Merci, nous répondons ensemble.').waitFor()
    await fits(structure)
    await picture(structure, 'l01-own-phone')
    expect((await stage.relay.next('paul@deux-rives.example')).subject).toContain(
      'Une réponse dans un dossier',
    )
    await structure.locator('summary', { hasText: 'Clore ma demande' }).click()
    await structure.getByRole('radio', { name: 'Réponse à un lot, en groupement' }).check()
    await structure.getByLabel(/^Heures d’insertion/).fill('300')
    await structure.getByRole('button', { name: 'Clore', exact: true }).click()
    await structure.getByText('déclarées par la structure').waitFor()
    await paul.goto('/facilitation/dossiers?etat=clos')
    await picture(paul, 'l01-desk')
    await paul.getByRole('link', { name: subject }).waitFor()

    const after = await counted(structure)
    expect([after.opened - before.opened, after.hours - before.hours]).toEqual([1, 300])
    await nowhere(structure)
  },
}

/** Whoever runs the hub gives somebody the role, by an invitation. */
async function hired(stage: Parameters<Story['tell']>[0], admin: Page): Promise<Page> {
  await admin.goto('/utilisateurs/inviter')
  await admin.getByLabel('Adresse électronique').fill('paul@deux-rives.example')
  await admin.getByRole('radio', { name: 'Facilitateur ou facilitatrice' }).check()
  await admin.getByRole('button', { name: 'Créer l’invitation' }).click()
  const paul = await stage.visitor(stage.network)
  await paul.goto(invitationIn((await stage.relay.next('paul@deux-rives.example')).text))
  await paul.getByLabel('Votre nom').fill('Paul Inventé')
  await paul.getByLabel('Mot de passe').fill('quatre mots sans rapport')
  await paul.getByLabel('Encore une fois').fill('quatre mots sans rapport')
  await paul.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await paul.waitForURL((url) => !url.pathname.startsWith('/invitation'))
  return paul
}

async function tender(admin: Page): Promise<{ tender: string; title: string }> {
  const names = { tender: 'Entretien du parc inventé', title: 'Tonte et haies du parc inventé' }
  await admin.goto('/marches/nouveau')
  await admin.getByRole('button', { name: 'Ajouter un lot' }).click()
  await admin.locator('#f-title').fill(names.tender)
  await admin.locator('#f-summary').fill('Un marché de démonstration, imaginé.')
  await admin.locator('#f-buyer').fill('Commune inventée')
  await admin.locator('#f-lots-0-title').fill(names.title)
  await publish(admin)
  return names
}

const linkIn = (text: string | undefined): string =>
  /https?:\/\/\S+\/facilitation\/(?:demandes|dossiers)\/\S+/.exec(text ?? '')?.[0] ?? ''

const invitationIn = (text: string | undefined): string =>
  /https?:\/\/\S+\/invitation\/\S+/.exec(text ?? '')?.[0] ?? ''

/** What everybody can read of the desk's work. */
async function counted(page: Page): Promise<{ opened: number; hours: number }> {
  await page.goto('/facilitation')
  const opened = await page
    .locator('.stat', { hasText: 'demandes ouvertes' })
    .locator('.stat-value')
    .innerText()
  const hours = await page.locator('strong', { hasText: 'déclarations' }).innerText()
  return { opened: numberIn(opened), hours: numberIn(/^[\d\s\u202f\u00a0]+/.exec(hours)?.[0] ?? '') }
}

const numberIn = (text: string): number => Number(text.replaceAll(/\D/g, ''))

/** No page that everybody can read knows who asked. */
async function nowhere(page: Page): Promise<void> {
  for (const path of [
    '/',
    '/facilitation',
    '/marches',
    '/recherche?q=invent%C3%A9e',
    '/sitemap-1.xml',
    '/actualites',
  ]) {
    await page.goto(path)
    expect(await page.content(), path).not.toMatch(/Nadia|Structure inventée|Paul Invent|nadia@/)
  }
}
