import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { accessible, desk, fits, phone, picture } from '../browser.ts'
import { fillIn, inDays, publish } from '../place.ts'
import { linkIn } from '../relay.ts'
import { textOf } from './reading.ts'
import type { Stage, Story } from './stage.ts'

/** ‘1 % of business premises for the ESS’: what is asked, what is known, what is offered meanwhile. */
export const premises: Story = {
  proposal: 'L7, one per cent of business premises',
  title:
    'is supported by mailbox and by likes apart, says that nothing is known, then how many square metres are missing',
  async tell(stage) {
    await isUnknown(stage)
    await isSupported(stage)
    await isAnswered(stage)
    await isMeasured(stage)
  },
}

/** The proposal of the letter: its words, and that nobody knows what became of it. */
async function isUnknown(stage: Stage): Promise<void> {
  const page = await stage.visitor(stage.network, { viewport: phone })
  await page.goto('/propositions-suivies')
  await fits(page)
  await picture(page, 'l07-overview-phone')
  await page.getByRole('rowheader', { name: 'Un pour cent des locaux' }).getByRole('link').click()
  const text = await textOf(page)
  expect(text).toContain('Proposer que 1% des locaux d’activités')
  expect(text).toContain('Inconnu tant que personne n’apporte de source.')
  expect(text).toContain('18 avril 2011')
  await fits(page)
  await picture(page, 'l07-proposal-phone')
}

const reader = 'lectrice@exemple.example'

/** Without an account, by a mailbox; and from the other hub, which is counted apart. */
async function isSupported(stage: Stage): Promise<void> {
  const page = await stage.visitor(stage.network, { viewport: phone })
  await page.goto('/propositions?q=locaux')
  await page.getByRole('main').getByRole('link', { name: 'Un pour cent des locaux' }).click()
  await page.getByRole('link', { name: 'Soutenir par e-mail' }).click()
  await fits(page)
  await page.getByLabel('Votre adresse électronique').fill(reader)
  await picture(page, 'l07-support-phone')
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  const letter = await stage.relay.next(reader)
  await page.goto(linkIn(letter.text, 'soutiens'))
  await page.getByLabel('Votre prénom').fill('Farida')
  await picture(page, 'l07-confirm-phone')
  await page.getByRole('button', { name: 'Je soutiens' }).click()
  await page.getByRole('heading', { name: 'Votre soutien est compté' }).waitFor()
  await page.getByRole('link', { name: 'Un pour cent des locaux' }).click()
  const text = await textOf(page)
  expect(text).toContain('1 personne a confirmé par e-mail · 0 j’aime depuis le fédivers')
  expect(text).toContain('Dont : Farida')
}

/** The question comes by mail; one click, one button, and the page says what is known, since when and from whom. */
async function isAnswered(stage: Stage): Promise<void> {
  const admin = await stage.admin(stage.network)
  await fillIn(admin, '/propositions/nouveau', {
    Titre: 'Une salle par quartier',
    'En une ou deux phrases': 'Que chaque quartier ait une salle ouverte aux associations.',
    'Le texte, mot pour mot': 'Une salle par quartier, ouverte le soir.',
    'Qui peut décider': 'Le conseil municipal (imaginaire)',
    'Prochaine vérification': inDays(0),
  })
  const path = await publish(admin)
  await admin.goto('/brouillons')
  await admin.getByRole('link', { name: 'à vérifier' }).click()
  await picture(admin, 'l07-due-desk')
  await admin.getByRole('button', { name: 'Envoyer la question par e-mail : Une salle' }).click()
  const letter = await stage.relay.next('admin@deux-rives.example', /Où en est/)
  expect(letter.subject).toBe('Où en est cette proposition\u00a0? Une salle par quartier')
  const page = await stage.visitor(stage.network, { viewport: phone })
  const [accepted = ''] = /https?:\/\/\S+reponse=accepted/.exec(letter.text ?? '') ?? []
  await page.goto(accepted)
  expect(await page.getByRole('radio', { name: 'Elle est acceptée' }).isChecked()).toBe(true)
  await page.getByLabel('Ce qui s’est passé').fill('Voté à l’unanimité (imaginaire).')
  await page.getByLabel('Adresse de la source').fill('https://conseil.example/seance')
  await fits(page)
  await picture(page, 'l07-answer-phone')
  await page.getByRole('button', { name: 'Enregistrer la réponse' }).click()
  await page.waitForURL(`**${path}`)
  const text = await textOf(page)
  expect(text).toContain('Voté à l’unanimité')
  expect(text).toContain('accepté')
  expect(text).toContain('Selon Réseau des Deux-Rives')
  await picture(page, 'l07-answered-phone')
  await page.goto(accepted)
  expect(await textOf(page)).not.toContain('Elle est acceptée')
}

/** A landlord that is made up says how many premises there are and what is let: the gap is said in square metres. */
async function isMeasured(stage: Stage): Promise<void> {
  const visitor = await stage.visitor(stage.network)
  await visitor.goto('/engagements?q=locaux')
  await visitor.getByRole('link', { name: 'Locaux d’activité' }).first().click()
  const unknown = await textOf(visitor)
  expect(unknown).toContain('Pas de données')
  expect(unknown).toContain('Loués à l’ESS : pas de données.')
  expect(unknown).toContain('Salle de réunion au bord du fleuve, 40 places')
  const admin = await stage.admin(stage.network, { viewport: phone })
  await fillIn(admin, '/engagements/nouveau', {
    Titre: 'Un pour cent chez Bâtir-Ensemble (imaginaire)',
    'En une ou deux phrases': 'Un bailleur imaginaire compte ses locaux.',
    'Sorte d’engagement': 'Une part de locaux d’activité',
    'Qui s’engage': 'Bâtir-Ensemble (imaginaire)',
    Cible: '1',
  })
  await admin.getByRole('button', { name: 'Ajouter une mesure' }).click()
  await admin.getByLabel('Locaux d’activité en tout').fill('52 000')
  await admin.getByLabel('Comptés le').fill(inDays(-200))
  await admin.getByLabel('D’après').fill('Inventaire imaginaire')
  await admin.getByLabel('Date', { exact: true }).fill(inDays(-30))
  await admin.getByLabel('Valeur').fill('310')
  await admin.getByRole('main').getByRole('button', { name: 'Publier', exact: true }).click()
  expect(await textOf(admin)).toContain('Dites d’où cela vient')
  await picture(admin, 'l07-form-phone')
  await admin
    .getByRole('group', { name: 'Mesure 1', exact: true })
    .getByLabel(/^Source/)
    .fill('Relevé imaginaire')
  const path = await publish(admin)
  const text = await textOf(admin)
  expect(text).toContain('La part visée, 1 %, fait 520 m².')
  expect(text).toContain('Il manque 210 m² pour tenir l’engagement.')
  await fits(admin)
  await picture(admin, 'l07-commitment-phone')
  await looksRight(stage, path)
}

async function looksRight(stage: Stage, path: string): Promise<void> {
  for (const dark of [false, true]) {
    const page: Page = await stage.visitor(stage.network, { viewport: desk, scripts: true, dark })
    for (const [at, name] of [
      [path, 'l07-commitment-desk'],
      ['/propositions-suivies', 'l07-overview-desk'],
      ['/engagements/deux-mille-heures-d-insertion-par-an-dans-nos-marches', 'l07-chart-desk'],
      ['/propositions/un-pour-cent-des-locaux-d-activite-pour-l-ess', 'l07-proposal-desk'],
    ] as const) {
      await page.goto(at)
      await accessible(page, dark ? 'colours' : undefined)
      await picture(page, dark ? `${name}-dark` : name)
    }
  }
  const small = await stage.visitor(stage.network, { viewport: phone, dark: true })
  await small.goto('/engagements/deux-mille-heures-d-insertion-par-an-dans-nos-marches')
  await fits(small)
  await picture(small, 'l07-chart-phone-dark')
}
