import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { fits, phone, picture } from '../browser.ts'
import { fillIn, publish, unfold } from '../place.ts'
import type { Stage, Story } from './stage.ts'

/** Letters L8: `Par des actions dans les collèges et lycées`. */
export const schools: Story = {
  proposal: 'L8, schools',
  title: 'a teacher asks for a talk by mail alone, the structure answers, and what was held is counted',
  async tell(stage) {
    const teacher = await stage.visitor(stage.coop, { viewport: phone })
    await teacher.goto('/ressources/interventions')
    await teacher.getByText('Pas encore de données.').waitFor()
    await offer(stage)

    // The neighbour's people find it, with its origin, and the game that goes with it.
    await until('the talk is at the neighbour’s', async () => {
      await teacher.goto('/ressources/interventions?levels=middle')
      return teacher.getByText('Une matinée à la menuiserie').first().isVisible()
    })
    const page = await stage.visitor(stage.network, { viewport: phone })
    await page.goto('/ressources')
    await page.getByRole('link', { name: 'Interventions', exact: true }).click()
    await page.getByText('Le jeu de l’assemblée générale').first().waitFor()
    expect(await page.locator('main').innerText()).toContain('CC-BY-SA-4.0')
    await fits(page)
    await picture(page, 'talks-phone')
    await page.locator('select[name=format]').selectOption({ label: 'Visite' })
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByRole('link', { name: 'Une matinée à la menuiserie' }).click()
    await picture(page, 'talk-phone')
    await page.getByRole('link', { name: 'Demander cette intervention' }).click()
    await page.getByLabel('Établissement', { exact: true }).fill('Collège des Trois Ponts (imaginaire)')
    await page.getByLabel('Commune de l’établissement').fill('Nanterre')
    await page.getByLabel('Votre nom').fill('Sana Petit')
    await page.getByLabel('Votre adresse électronique').fill('sana@trois-ponts.example')
    await page.getByLabel('Niveau de la classe').selectOption('Collège')
    await page.getByLabel('Nombre d’élèves').fill('26')
    await page.getByLabel('Dates souhaitées').fill('Un mardi de mars')
    await fits(page)
    await picture(page, 'visit-form-phone')
    await page.getByRole('button', { name: 'Recevoir le lien' }).click()
    const first = await stage.relay.next('sana@trois-ponts.example')
    const link = linkIn(first.text)
    await page.goto(link)
    await page.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await page.getByText('La structure l’a reçue.').waitFor()
    await fits(page)
    await picture(page, 'visit-school-phone')

    await answer(stage)
    await page.goto(link)
    await page.getByText('La structure a noté que l’intervention a eu lieu.').waitFor()
    await page.goto('/ressources/interventions')
    expect(await page.locator('main').innerText()).toMatch(/Élèves rencontrés\s+24/)
    expect(await page.locator('main').innerText()).not.toContain('Trois Ponts')
    expect(await page.context().cookies()).toEqual([])
  },
}

async function offer(stage: Stage): Promise<void> {
  const admin = await stage.admin(stage.network)
  await fillIn(admin, '/ressources/nouveau', {
    Titre: 'Une matinée à la menuiserie',
    'En une ou deux phrases': 'Voir onze personnes décider ensemble, et repartir avec un jouet.',
    Nature: 'Intervention en milieu scolaire',
    'E-mail': 'menuiserie@deux-rives.example',
  })
  await unfold(admin, 'Intervention en milieu scolaire')
  await admin.locator('select[name=format]').selectOption({ label: 'Visite' })
  await admin.getByLabel('Collège', { exact: true }).check()
  await publish(admin)
}

/** The structure has no account here: its mailbox is enough. */
async function answer(stage: Stage): Promise<void> {
  const asked = await stage.relay.next('menuiserie@deux-rives.example')
  expect(asked.replyTo?.value[0]?.address).toBe('sana@trois-ponts.example')
  const structure = await stage.visitor(stage.network)
  await structure.goto(linkIn(asked.text))
  await picture(structure, 'visit-structure')
  await structure.getByLabel('Un mot avec la réponse').fill('Le 10 mars à 9 h, chaussures fermées.')
  await structure.getByRole('button', { name: 'Accepter' }).click()
  await structure.getByText('Vous avez accepté.').waitFor()
  const sent = await stage.relay.next('sana@trois-ponts.example')
  expect(sent.subject).toContain('C’est transmis')
  const accepted = await stage.relay.next('sana@trois-ponts.example')
  expect(accepted.text).toContain('Le 10 mars à 9 h')
  await structure.getByLabel('Élèves présents').fill('24')
  await structure.getByRole('button', { name: 'Noter comme tenue' }).click()
  await structure.getByText('Vous avez noté que l’intervention a eu lieu.').waitFor()
}

const linkIn = (text: string | undefined): string =>
  /https?:\/\/\S+\/interventions\/\S+/.exec(text ?? '')?.[0] ?? ''
