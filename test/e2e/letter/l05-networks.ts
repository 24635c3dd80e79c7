import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { fits, phone, picture } from '../browser.ts'
import type { Story } from './stage.ts'

const network = '/annuaire/reseau-des-deux-rives'
const scop = '/annuaire/scop-atelier-bois-d-ici'
const member = '/annuaire/passerelle-92'

export const networks: Story = {
  proposal: 'L5, support networks',
  title:
    'a network and its members say both that they belong together, on two hubs; it passes on their offers and says what it asks for',
  async tell(stage) {
    const runs = await stage.admin(stage.network)
    const coop = await stage.admin(stage.coop)
    const visitor = await stage.visitor(stage.network, { viewport: phone })

    // From the other hub, both have said it; each hub shows the other.
    await visitor.goto(`${network}/membres`)
    await visitor.getByRole('link', { name: 'SCOP Atelier Bois d’Ici' }).first().waitFor()
    await fits(visitor)
    await coop.goto(scop)
    await coop.getByRole('link', { name: 'Réseau des Deux-Rives' }).first().waitFor()

    // One leaves, and comes back: the other hub hears it.
    await coop.goto(`${scop}/adhesions`)
    await coop.getByRole('button', { name: /Mettre fin à l’adhésion/ }).click()
    const members = visitor.getByRole('region', { name: 'Membres' }).or(visitor.locator('.columns-list'))
    await until('it left', async () => {
      await visitor.goto(`${network}/membres`)
      return (await members.getByText('SCOP Atelier Bois d’Ici').count()) === 0
    })
    await coop.goto(`${scop}/adhesions`)
    await coop.getByLabel('Ou d’un autre site').fill(`@reseau_deux_rives@${new URL(stage.network).host}`)
    await coop.getByRole('button', { name: 'Demander' }).click()
    await until('it asks on the other hub', async () => {
      await runs.goto(`${network}/membres`)
      return (await runs.getByRole('button', { name: /^Accepter.*SCOP/ }).count()) > 0
    })
    await coop.goto(scop)
    await coop.getByText('annoncé par la structure seulement').waitFor()
    await runs.getByRole('button', { name: /^Accepter.*SCOP/ }).click()
    await until('both say it again', async () => {
      await coop.goto(scop)
      return (await coop.getByText('annoncé par').count()) === 0
    })

    // A second organisation of this hub asks by the list, and is taken in.
    await runs.goto(`${member}/adhesions`)
    await runs.getByLabel('De ce site', { exact: true }).selectOption({ label: 'Réseau des Deux-Rives' })
    await runs.getByRole('button', { name: 'Demander' }).click()
    await visitor.goto(member)
    await visitor.getByText('annoncé par la structure seulement').waitFor()
    await runs.goto(`${network}/membres`)
    await runs.getByRole('button', { name: /^Accepter.*Passerelle/ }).click()
    await visitor.goto(`${network}/membres`)
    await visitor.getByRole('link', { name: 'Passerelle 92' }).first().waitFor()

    // An offer of theirs is passed on, once.
    await runs.goto(`${network}/membres`)
    const before = await runs.getByText('Relayé', { exact: true }).count()
    await runs
      .getByRole('button', { name: /^Relayer aux abonné·es/ })
      .first()
      .click()
    await runs.getByText('L’offre est relayée aux abonné·es du réseau.').waitFor()
    expect(await runs.getByText('Relayé', { exact: true }).count()).toBe(before + 1)

    // What it asks for, and what came of it, without a name that nobody agreed to.
    await runs.getByRole('link', { name: 'Ajouter un besoin' }).click()
    await runs.getByLabel('De quoi s’agit-il').selectOption({ label: 'Des heures de travail' })
    await runs.getByLabel('Le besoin en une ligne').fill('Trente heures pour tenir les comptes')
    await runs.getByLabel('Combien').fill('30')
    await runs.getByRole('button', { name: 'Enregistrer' }).click()
    const card = runs.getByRole('article', { name: 'Trente heures pour tenir les comptes' })
    await card.getByRole('link', { name: 'Modifier ce besoin' }).click()
    await runs.getByLabel('Reçu le').fill('2026-11-20')
    await runs.getByLabel('Quoi', { exact: true }).fill('Une comptable bénévole')
    await runs.locator('#r-amount').fill('12')
    await runs.getByRole('button', { name: 'Noter' }).click()
    await visitor.goto(`${network}/membres`)
    await visitor.getByText(/Reçu\s: 12\sheures\. Demandé\s: 30\sheures\./).waitFor()
    await picture(visitor, 'l05-network-phone')
    await runs.goto(`${network}/membres`)
    await picture(runs, 'l05-network-editor')
    await runs.goto(network)
    await picture(runs, 'l05-network-page')
  },
}
