import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { fits, phone, picture } from '../browser.ts'
import type { Story } from './stage.ts'

const council = '/assemblees/conseil-de-l-ess-des-deux-rives'

/** The link of a letter, as a path. */
export const linkIn = (text: string | undefined): string =>
  new URL(/https?:\/\/\S+/.exec(text ?? '')?.[0] ?? 'http://nowhere.example').pathname

export const councils: Story = {
  proposal: 'L2, larger council',
  title: 'a council says who sits by family and what is vacant; whoever stands is answered with a sentence',
  async tell(stage) {
    const visitor = await stage.visitor(stage.network, { viewport: phone })
    const runs = await stage.admin(stage.network)

    // Found beside the directory: the families in words, and the vacancies.
    await visitor.goto('/annuaire')
    await visitor.getByRole('link', { name: 'Conseils et comités' }).click()
    await visitor.getByRole('link', { name: 'Conseil de l’ESS des Deux-Rives' }).click()
    await visitor.getByText(/6\ssièges, dont 4\spourvus et 2\svacants/).waitFor()
    await visitor.getByText(/Aucun siège pour/).waitFor()
    await fits(visitor)

    // Somebody without an account stands for a seat, and confirms it from their mailbox.
    await visitor.getByRole('link', { name: 'Poser une candidature – Mutuelles' }).click()
    await visitor.getByLabel('Votre structure').fill('Mutuelle du Fleuve (imaginaire)')
    await visitor.getByLabel('Qui siégerait').fill('Une Personne')
    await visitor.getByLabel('Votre adresse électronique').fill('mutuelle@exemple.example')
    await visitor.getByRole('button', { name: 'Envoyer' }).click()
    await visitor.getByText('Sans son accord, laissez le nom vide.').first().waitFor()
    await fits(visitor)
    await visitor.getByLabel('Qui siégerait').fill('')
    await visitor.getByRole('button', { name: 'Envoyer' }).click()
    const letter = await stage.relay.next('mutuelle@exemple.example')
    await visitor.goto(linkIn(letter.text))
    await visitor.getByRole('button', { name: 'Confirmer' }).click()
    await visitor.getByText('C’est confirmé').waitFor()

    // Those who run it answer: one yes, one no with its reason.
    await runs.goto(council)
    await picture(runs, 'l02-council-editor')
    const theirs = runs.getByRole('article', { name: 'Mutuelle du Fleuve (imaginaire)' })
    await theirs.getByLabel('Une phrase avec la réponse').fill('Bienvenue au conseil.')
    await theirs.getByRole('button', { name: /^Accepter/ }).click()
    const other = runs.getByRole('article', { name: 'Coup de main 92 (imaginaire)' })
    await other.getByRole('button', { name: /^Ne pas retenir/ }).click()
    await runs.getByText('Ce champ est obligatoire.').first().waitFor()
    await other.getByLabel('Une phrase avec la réponse').fill('Nous en reparlerons à la prochaine réunion.')
    await other.getByRole('button', { name: /^Ne pas retenir/ }).click()
    expect((await stage.relay.next('mutuelle@exemple.example')).text).toContain('Bienvenue au conseil.')

    await visitor.goto(council)
    await visitor.getByText(/6\ssièges, dont 5\spourvus et 1\svacant/).waitFor()
    await visitor.getByText('Nous en reparlerons à la prochaine réunion.').waitFor()
    await picture(visitor, 'l02-council-phone')

    // The nomination leaves as news, and is read on the other hub.
    await runs.goto(council)
    await runs.getByRole('link', { name: /Publier une nomination – Mutuelle/ }).click()
    await runs.getByRole('button', { name: 'Publier' }).click()
    await runs.getByRole('heading', { level: 1, name: /Mutuelle du Fleuve/ }).waitFor()
    const reader = await stage.visitor(stage.coop)
    await until('the nomination on the other hub', async () => {
      await reader.goto('/actualites?q=Mutuelle+du+Fleuve')
      return (await reader.getByRole('link', { name: /Mutuelle du Fleuve/ }).count()) > 0
    })
  },
}
