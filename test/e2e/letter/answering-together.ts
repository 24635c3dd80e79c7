import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { fits, phone, picture } from '../browser.ts'
import { fillIn, inDays, publish } from '../place.ts'
import type { Story } from './stage.ts'

export const answeringTogether: Story = {
  proposal: 'L3, across two hubs',
  title: 'a lot of one hub is answered together with an organisation of the other, and the answer comes back',
  async tell(stage) {
    const here = await stage.admin(stage.network)
    const lot = await tenderWithALot(here)
    const call = await callForPartners(here, lot)

    const there = await stage.admin(stage.coop, { viewport: phone })
    await until('the tender arrives on the other hub', async () => {
      await there.goto('/marches')
      return (await there.getByRole('link', { name: 'Entretien des berges' }).count()) > 0
    })
    await there.goto('/groupements')
    await there.getByRole('link', { name: 'Répondre à un appel d’un autre site' }).click()
    await there.getByLabel('Adresse de l’appel').fill(stage.network + call)
    await there.getByRole('button', { name: 'Lire l’appel' }).click()
    await there.getByText('Une équipe pour planter').waitFor()
    await fits(there)
    await there.getByLabel('Ce que vous feriez').fill('Les plantations, à quatre')
    await there.getByLabel('Une note pour l’organisation qui appelle').fill('Nous sommes voisins.')
    await picture(there, 'appel-ailleurs-360')
    await there.getByRole('button', { name: 'Envoyer la proposition' }).click()
    await there.getByText('Votre proposition est envoyée. Elle n’engage à rien.').waitFor()
    const answer = new URL(there.url()).pathname

    await until('the offer arrives', async () => {
      await here.goto(call)
      return (await here.getByText('Nous sommes voisins.').count()) > 0
    })
    await picture(here, 'appel-propositions-1280')
    await here.getByLabel('Un mot avec votre réponse').fill('Avec plaisir.')
    await here.getByRole('button', { name: 'Accepter' }).click()
    await here.getByText('Votre réponse est partie.').waitFor()
    await here.getByLabel('Votre message').fill('Qui porte le dossier ?')
    await here.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await here.getByText('Qui porte le dossier ?').waitFor()

    await until('the answer comes back', async () => {
      await there.goto(answer)
      const said = [there.getByText('Fait partie de l’appel'), there.getByText('Qui porte le dossier ?')]
      return (await Promise.all(said.map((one) => one.count()))).every((count) => count > 0)
    })
    await there.getByText('Avec plaisir.').waitFor()
    await fits(there)
    await picture(there, 'appel-reponse-360')

    const visitor = await stage.visitor(stage.network, { viewport: phone })
    await visitor.goto(call)
    await visitor.getByText('1 organisation a rejoint l’appel').waitFor()
    expect(await visitor.getByText('Nous sommes voisins.').count()).toBe(0)
    expect(await visitor.getByText('Qui porte le dossier ?').count()).toBe(0)
    await fits(visitor)
    await picture(visitor, 'appel-public-360')
  },
}

/** By the form, lot included: its buttons work without JavaScript. */
async function tenderWithALot(page: Page): Promise<string> {
  await fillIn(page, '/marches/nouveau', {
    Titre: 'Entretien des berges',
    'En une ou deux phrases': 'Un marché de démonstration, découpé en lots.',
    Acheteur: 'Une communauté fictive',
    'Date limite': `${inDays(40)}T12:00`,
  })
  await page.getByRole('button', { name: 'Ajouter un lot' }).click()
  await page.getByLabel('Intitulé').last().fill('Plantations')
  const tender = await publish(page)
  return `${tender}/lots/1`
}

async function callForPartners(page: Page, lot: string): Promise<string> {
  await page.goto(lot)
  await page.getByRole('link', { name: 'Chercher des partenaires' }).click()
  await page.getByLabel('Qui est cherché').fill('Une équipe pour planter, avec des outils.')
  await page.getByRole('button', { name: 'Publier l’appel' }).click()
  await page.getByText('L’appel est publié.').waitFor()
  return new URL(page.url()).pathname
}
