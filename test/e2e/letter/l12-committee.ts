import { until } from '../../support/until.ts'
import { fits, phone, picture } from '../browser.ts'
import { linkIn } from './l02-council.ts'
import type { Story } from './stage.ts'

const committee = '/assemblees/comite-du-mois-de-l-ess'

export const committees: Story = {
  proposal: 'L12, committee of the Month of the ESS',
  title:
    'a committee has an agenda that is open to all, decides who does what by when, and invites everybody',
  async tell(stage) {
    const visitor = await stage.visitor(stage.network, { viewport: phone })
    const runs = await stage.admin(stage.network)

    await visitor.goto(committee)
    await visitor.getByText('L’ordre du jour est ouvert').waitFor()
    await visitor.getByRole('link', { name: 'Proposer un point' }).click()
    await visitor.getByLabel('Le point en une ligne').fill('Une journée portes ouvertes dans chaque commune')
    await visitor.getByLabel('D’où vient ce point').selectOption({ label: 'Association' })
    await visitor.getByLabel('Votre structure').fill('Une association de quartier (imaginaire)')
    await visitor.getByLabel('Votre adresse électronique').fill('quartier@exemple.example')
    await fits(visitor)
    await visitor.getByRole('button', { name: 'Proposer' }).click()
    await visitor.goto(linkIn((await stage.relay.next('quartier@exemple.example')).text))
    await visitor.getByRole('button', { name: 'Confirmer' }).click()

    // It is put on the agenda of the meeting, with an answer for everybody.
    await runs.goto(committee)
    await runs.getByRole('link', { name: /Répondre à ce point – Une journée/ }).click()
    await runs.getByLabel('À quelle réunion').selectOption({ index: 1 })
    await runs.getByLabel('Votre phrase de réponse').fill('Oui, à préparer avec les mairies.')
    await runs.getByRole('button', { name: 'Enregistrer' }).click()
    await stage.relay.next('quartier@exemple.example')

    // Decided: what, who, by when.
    await runs.getByRole('link', { name: 'Noter une décision ou une tâche' }).click()
    await runs.getByLabel('Quoi').fill('Écrire aux trente-six mairies')
    await runs.getByLabel('Qui s’en charge').fill('Passerelle 92')
    await runs.getByLabel('Pour le').fill('2027-02-01')
    await runs.getByLabel('Décidé à la réunion').selectOption({ index: 1 })
    await runs.getByRole('button', { name: 'Enregistrer' }).click()

    // The enlarged meeting: everybody in the directory who gives an address.
    await runs.getByText('Inviter toutes les structures de l’annuaire').first().click()
    await runs.getByRole('button', { name: 'Inviter toutes les structures de l’annuaire' }).click()
    await stage.relay.next('reseau@deux-rives.example')
    await runs.getByText(/ont été invitées le/).waitFor()

    // Its minutes are news, and are read on the other hub.
    await runs.getByRole('link', { name: /^Publier le compte rendu/ }).click()
    await runs.getByLabel('Résumé').fill('Le comité élargi a décidé d’écrire aux mairies.')
    await runs.getByRole('button', { name: 'Publier' }).click()
    await runs.getByText('Écrire aux trente-six mairies – Passerelle 92').waitFor()
    const reader = await stage.visitor(stage.coop)
    await until('the minutes on the other hub', async () => {
      await reader.goto('/actualites?q=Comit%C3%A9+du+Mois')
      return (await reader.getByRole('link', { name: /Compte rendu.*Comité du Mois/ }).count()) > 0
    })
    await visitor.goto(committee)
    await visitor.getByText('Oui, à préparer avec les mairies.').waitFor()
    await visitor.getByRole('link', { name: 'Compte rendu' }).waitFor()
    await fits(visitor)
    await picture(visitor, 'l12-committee-phone')
    await runs.goto(committee)
    await picture(runs, 'l12-committee-editor')
  },
}
