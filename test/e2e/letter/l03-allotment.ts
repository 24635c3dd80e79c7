import { expect } from 'vitest'
import { arrived } from './arrived.ts'
import { fits, phone } from '../browser.ts'
import { fillIn, inDays } from '../place.ts'
import type { Story } from './stage.ts'

const title = 'Nettoyage des gymnases de la Boucle fictive'

/** « Pousser à l’allotissement des appels d’offres » */
export const allotment: Story = {
  proposal: 'L3, allotment',
  title: 'a tender is published in lots, each with its page, found by its code on two hubs, then awarded',
  async tell({ network, coop, admin, visitor }) {
    const editor = await admin(network)
    await fillIn(editor, '/marches/nouveau', {
      Titre: title,
      Acheteur: 'Syndicat fictif de la Boucle',
      'Date limite de réponse': `${inDays(40)}T12:00`,
    })
    const main = editor.getByRole('main')
    const publish = main.getByRole('button', { name: 'Publier', exact: true })
    await main.getByLabel('Texte').first().fill('Six gymnases, du lundi au samedi.')
    // Neither lots nor a reason for having none: that is what the letter asks about.
    await publish.click()
    await editor.locator('#f-noLotsReason-error').waitFor()
    expect(await main.innerText()).toContain('L2113-11')
    for (const [index, name, code] of [
      [0, 'Vestiaires et sanitaires', '90919200'],
      [1, 'Vitres', '90911300'],
    ] as const) {
      await main.getByRole('button', { name: 'Ajouter un lot' }).click()
      await main.locator(`[name="lots.${index}.title"]`).fill(name)
      await main.locator(`[name="lots.${index}.cpv"]`).fill(code)
      await main.locator(`[name="lots.${index}.placeName"]`).fill('Gennevilliers')
      await main.locator(`[name="lots.${index}.amountMax"]`).fill('20 000')
    }
    await publish.click()
    await editor.getByText('C’est publié.').waitFor()
    const path = new URL(editor.url()).pathname

    const reader = await visitor(network, { viewport: phone })
    await reader.goto('/marches?cpv=9091')
    await fits(reader)
    await reader.getByRole('link', { name: title, exact: true }).click()
    await reader
      .getByRole('link', { name: /Vitres/ })
      .first()
      .click()
    expect(new URL(reader.url()).pathname).toBe(`${path}/lots/2`)
    await fits(reader)
    const lot = (await reader.getByRole('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
    for (const said of ['Lot 2 : Vitres', 'Gennevilliers (92)', 'jusqu’à 20 000 € HT', '90911300'])
      expect(lot).toContain(said)

    const far = await visitor(coop)
    await arrived(far, '/marches?cpv=90911300', title)
    await far.getByRole('link', { name: title, exact: true }).click()
    await far
      .getByRole('link', { name: /Vitres/ })
      .first()
      .click()
    expect(await far.getByRole('main').innerText()).toContain('Syndicat fictif de la Boucle')

    // A published lot keeps its number: it is withdrawn, not removed.
    await editor.goto(`${path}/modifier`)
    await main.getByRole('button', { name: 'Retirer Lot 2' }).click()
    await main.getByRole('button', { name: 'Publier les changements' }).click()
    expect(await main.innerText()).toContain('Un lot publié garde son numéro')

    await editor.goto(`${path}/lots/1`)
    await editor.getByRole('link', { name: 'Noter la suite donnée' }).click()
    await editor.getByLabel('État du lot').selectOption({ label: 'Attribué' })
    await editor.getByLabel('Titulaires').fill('La Coopérative imaginaire')
    await editor.getByLabel('Montant attribué').fill('18 500')
    await editor.getByLabel('Offres reçues').fill('4')
    await main.getByRole('button', { name: 'Enregistrer' }).click()
    await editor.getByText('La Coopérative imaginaire').waitFor()
    await arrived(far, `${new URL(far.url()).pathname.replace(/2$/, '1')}`, 'La Coopérative imaginaire')
  },
}
