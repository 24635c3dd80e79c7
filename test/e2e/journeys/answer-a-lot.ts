import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { fillIn, inDays, publish } from '../place.ts'
import type { Journey, Walk } from './journey.ts'

const lead = 'Les Jardins du Halage'

export const answerALot: Journey = {
  name: 'answer-a-lot',
  title: 'an organisation finds a lot within its reach, looks for partners, and one of another site joins',
  async walk(walk) {
    const { stage, how, look, mark } = walk
    const here = await stage.admin(stage.network, how)
    const tender = await tenderWithALot(here, mark)

    await here.goto('/annuaire')
    await here.getByRole('link', { name: lead, exact: true }).first().click()
    await here.getByRole('link', { name: 'Voir tous les lots' }).first().click()
    const found = here.locator('article, li').filter({ hasText: tender.title }).first()
    await found.getByText('Sait faire 773').first().waitFor()
    await look(here, '1-lots')

    await here.goto(`${tender.path}/lots/1`)
    await look(here, '2-lot')
    await here.getByRole('link', { name: 'Chercher des partenaires' }).click()
    await here.getByLabel('Pour quelle organisation').selectOption({ label: lead })
    await here.getByLabel('Qui est cherché').fill('Une équipe pour poser des bancs en bois.')
    await here.getByLabel('Ce que l’organisation qui appelle apporte').fill('Les plantations et l’entretien.')
    await look(here, '3-call')
    await here.getByRole('button', { name: 'Publier l’appel' }).click()
    await here.getByText('L’appel est publié.').waitFor()
    const call = new URL(here.url()).pathname

    const answer = await joinedFromTheOtherSite(walk, call)
    await until('the proposal arrives', async () => {
      await here.goto(call)
      return (await here.getByText(`Nous sommes voisins (${mark}).`).count()) > 0
    })
    await look(here, '5-asked')
    await here.getByLabel('Un mot avec votre réponse').fill('Avec plaisir.')
    await here.getByRole('button', { name: 'Accepter' }).click()
    await here.getByText('Votre réponse est partie.').waitFor()
    await here.getByLabel('Votre message').fill('Nous portons le dossier, d’accord ?')
    await here.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await here.getByText('Nous portons le dossier, d’accord ?').waitFor()
    // What each brings: the one that leads, and the one that joined.
    const page = await here.getByRole('main').innerText()
    for (const said of ['Les plantations et l’entretien.', 'Les bancs, à quatre'])
      expect(page).toContain(said)
    await look(here, '6-together')

    await until('the answer comes back', async () => {
      await answer.page.goto(answer.path)
      return (await answer.page.getByText('Nous portons le dossier, d’accord ?').count()) > 0
    })
    await look(answer.page, '7-joined')
    await here.context().close()
    await answer.page.context().close()
  },
}

async function joinedFromTheOtherSite(
  { stage, how, look, mark }: Walk,
  call: string,
): Promise<{ page: Page; path: string }> {
  const page = await stage.admin(stage.coop, how)
  await page.goto('/groupements')
  await page.getByRole('link', { name: 'Répondre à un appel d’un autre site' }).click()
  await page.getByLabel('Adresse de l’appel').fill(stage.network + call)
  await page.getByRole('button', { name: 'Lire l’appel' }).click()
  await page.getByText('Une équipe pour poser des bancs en bois.').waitFor()
  await page.getByLabel('Ce que vous feriez').fill('Les bancs, à quatre')
  await page.getByLabel('Une note pour l’organisation qui appelle').fill(`Nous sommes voisins (${mark}).`)
  await look(page, '4-join')
  await page.getByRole('button', { name: 'Envoyer la proposition' }).click()
  await page.getByText('Votre proposition est envoyée. Elle n’engage à rien.').waitFor()
  return { page, path: new URL(page.url()).pathname }
}

/** By the form, lot included. */
async function tenderWithALot(page: Page, mark: string): Promise<{ title: string; path: string }> {
  const title = `Un square à planter (${mark})`
  await fillIn(page, '/marches/nouveau', {
    Titre: title,
    'En une ou deux phrases': 'Un marché de démonstration, découpé en lots.',
    Acheteur: 'Une communauté fictive',
    'Date limite': `${inDays(40)}T12:00`,
  })
  await page.getByRole('button', { name: 'Ajouter un lot' }).click()
  await page.locator('[name="lots.0.title"]').fill('Plantations et bancs')
  await page.locator('[name="lots.0.cpv"]').fill('77310000')
  await page.locator('[name="lots.0.placeName"]').fill('Gennevilliers')
  return { title, path: await publish(page) }
}
