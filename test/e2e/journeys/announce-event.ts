import { expect } from 'vitest'
import { ontoPaper } from '../browser.ts'
import { fillIn, inDays, publish } from '../place.ts'
import { linkIn } from '../relay.ts'
import type { Journey } from './journey.ts'

export const announceEvent: Journey = {
  name: 'announce-event',
  title: 'an editor announces an event and sees who comes, a visitor finds it in the week and registers',
  async walk({ stage, how, mark, look }) {
    const title = `Fête des ateliers ${mark}`
    const day = inDays(9)
    const email = `zoe-${mark}@exemple.example`
    const host = await stage.admin(stage.network, how)
    await fillIn(host, '/agenda/nouveau', {
      Titre: title,
      'En une ou deux phrases': 'Contenu de démonstration\u00a0: une fête imaginaire au bord du fleuve.',
      Début: `${day}T14:00`,
      Fin: `${day}T18:00`,
      Lieu: 'Halle imaginaire',
      Commune: 'Gennevilliers',
      'Position exacte': '2.2933, 48.9256',
      Capacité: '30',
      'Adresse pour s’inscrire': 'ateliers@deux-rives.example',
    })
    await host.getByRole('radio', { name: 'Par e-mail' }).check()
    await host.getByRole('main').getByRole('button', { name: 'Publier', exact: true }).click()
    // The two numbers were swapped: it is said, and nothing that was typed is lost.
    await host.getByText('La latitude vient d’abord').first().waitFor()
    await look(host, 'swapped')
    await host.getByLabel(/^Position exacte/).fill('48.9256, 2.2933')
    const path = await publish(host)
    await look(host, 'published')

    const page = await stage.visitor(stage.network, how)
    await page.goto('/agenda')
    await page.getByRole('link', { name: 'Semaine', exact: true }).click()
    const item = page.locator('.week > li', { has: page.locator(`time[datetime="${day}"]`) })
    for (let weeks = 0; weeks < 3 && (await item.count()) === 0; weeks++)
      await Promise.all([
        page.waitForEvent('load'),
        page.getByRole('link', { name: 'Semaine suivante' }).click(),
      ])
    await item.getByRole('link', { name: title }).waitFor()
    await look(page, 'week')
    await item.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await page.getByRole('link', { name: '48.9256, 2.2933' }).waitFor()
    await look(page, 'event')
    await page
      .getByRole('link', { name: /^S’inscrire/ })
      .first()
      .click()
    await page.getByLabel('Votre nom').fill('Zoé Imaginaire')
    await page.getByLabel('Votre adresse électronique').fill(email)
    await look(page, 'register')
    await page.getByRole('button', { name: 'Recevoir le lien' }).click()
    await page.goto(linkIn((await stage.relay.next(email)).text, 'demandes'))
    await page.getByRole('button', { name: 'S’inscrire', exact: true }).click()
    await page.getByRole('heading', { name: 'Vous êtes inscrit·e' }).waitFor()
    await look(page, 'registered')
    const done = await stage.relay.next(email)
    const calendar = done.attachments.find(({ contentType }) => contentType === 'text/calendar')
    expect(calendar?.content.toString()).toContain('GEO:48.9256;2.2933')

    await host.goto(path)
    await host
      .getByRole('link', { name: /^Inscriptions/ })
      .first()
      .click()
    await host.getByText('Zoé Imaginaire').first().waitFor()
    await look(host, 'who-comes')
    // On paper: whoever stands at the door needs the names, and no menu.
    await ontoPaper(host)
    expect(await host.getByText('Zoé Imaginaire').first().isVisible()).toBe(true)
    expect(await host.getByRole('navigation', { name: 'Rubriques' }).isVisible()).toBe(false)
    expect(await host.getByText('Effacer', { exact: true }).first().isVisible()).toBe(false)
    await look(host, 'printed')
    await page.context().close()
    await host.context().close()
  },
}
