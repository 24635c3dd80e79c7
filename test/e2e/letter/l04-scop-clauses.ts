import { expect } from 'vitest'
import { fits, phone } from '../browser.ts'
import { fillIn, inDays, unfold } from '../place.ts'
import type { Story } from './stage.ts'

const title = 'Restauration du foyer de la Boucle fictive'

/** « Activer dans les appels d’offres les clauses qui privilégient les SCOP » */
export const scopClauses: Story = {
  proposal: 'L4, clauses',
  title:
    'a buyer’s clauses are told lot by lot, with the article and the day it was read, and a SCOP finds its lots',
  async tell({ network, admin, visitor }) {
    const editor = await admin(network)
    await fillIn(editor, '/marches/nouveau', {
      Titre: title,
      'En une ou deux phrases': 'Repas du midi et entretien du linge.',
      Acheteur: 'Foyer fictif de la Boucle',
      'Date limite de réponse': `${inDays(50)}T17:00`,
    })
    const main = editor.getByRole('main')
    const add = main.getByRole('button', { name: 'Ajouter un lot' })
    const inLot = (index: number, name: string) => main.locator(`[name="lots.${index}.${name}"]`)
    await add.click()
    await inLot(0, 'title').fill('Repas du midi')
    await inLot(0, 'cpv').fill('55520000')
    await main.locator('[name="lots.0.social"][value="criterion"]').check()
    await unfold(editor, 'Statuts nommés comme admis')
    await main.locator('[name="lots.0.openTo"][value="scop"]').check()
    await add.click()
    await inLot(1, 'title').fill('Entretien du linge')
    await inLot(1, 'cpv').fill('98310000')
    await main.locator('[name="lots.1.reservation"][value="disability"]').check()
    // A reservation without the text that it rests on is not published.
    const publish = main.getByRole('button', { name: 'Publier', exact: true })
    await publish.click()
    await editor.locator('#f-lots-1-reservationArticle-error').waitFor()
    await inLot(1, 'reservationArticle').fill('L2113-12')
    await inLot(1, 'reservationAsOf').fill(inDays(-2))
    await publish.click()
    await editor.getByText('C’est publié.').waitFor()
    const path = new URL(editor.url()).pathname

    const scop = await visitor(network, { viewport: phone })
    await scop.goto('/marches')
    await scop.locator('.filters summary').click()
    await scop.getByLabel('Lot ouvert, selon l’acheteur, à').selectOption({ label: 'SCOP' })
    await scop.getByRole('button', { name: 'Afficher', exact: true }).click()
    await fits(scop)
    await scop.getByRole('link', { name: title, exact: true }).waitFor()
    await scop.goto('/marches?openTo=scop&reservation=disability')
    expect(await scop.getByRole('link', { name: title, exact: true }).count()).toBe(0)
    await scop.goto(`${path}/lots/2`)
    const lot = (await scop.getByRole('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(lot).toContain('Réservé au secteur du handicap')
    expect(lot).toMatch(/L2113-12, texte lu le \d/)
    await scop.goto('/marches')
    const counted = await scop.getByRole('region', { name: 'Ce que l’on compte ici' }).innerText()
    expect(counted).toMatch(/Lots nommant SCOP ou SCIC\s+\d+ sur \d+/)
  },
}
