import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { fits, phone, picture } from '../browser.ts'
import { inDays } from '../place.ts'
import type { Stage, Story } from './stage.ts'

const title = 'Appel de quartier, à définir ensemble'

export const call: Story = {
  proposal: 'L6, the call for projects',
  title:
    'a specification is commented on and changed in public, a visitor submits a project, a jury of elected members helps people decide, and the results say who decided',
  async tell(stage) {
    const admin = await stage.admin(stage.network)
    const path = await published(admin)
    const elected = await joined(stage, admin)

    await commented(elected, path)
    await changed(admin, path)
    await compared(stage, path)

    await stageSet(admin, path, 'Dépôt des projets ouvert', `${inDays(20)}T17:00`)
    const project = await submitted(stage, path)
    await stageSet(admin, path, 'Dépôt clos, le jury examine')
    await judged(admin, elected, path)
    await decided(stage, admin, path)
    await read(stage, path, project)
  },
}

/** Written by those who publish: parts, criteria and a jury, each added by a button that saves nothing. */
async function published(admin: Page): Promise<string> {
  await admin.goto('/appels/nouveau')
  await admin.locator('[name="title"]').fill(title)
  await admin
    .locator('[name="summary"]')
    .fill('Un appel dont les habitantes et habitants écrivent les règles.')
  await admin.locator('[name="commentsUntil"]').fill(inDays(10))
  await admin.getByLabel('associations', { exact: true }).check()
  await admin.getByLabel('Oui, une action existante qui marche est recevable.').check()
  for (const button of ['Ajouter une partie', 'Ajouter un critère', 'Ajouter un collège'])
    await admin.getByRole('button', { name: button }).click()
  await admin.locator('[name="sections.0.title"]').fill('Ce que nous cherchons')
  await admin.locator('[name="sections.0.text"]').fill('Des actions nouvelles dans le quartier.')
  await admin.locator('[name="criteria.0.title"]').fill('Utilité')
  await admin.locator('[name="criteria.0.weight"]').fill('100')
  await admin.locator('[name="jury.0.capacity"]').selectOption({ label: 'Élu·es' })
  await admin.locator('[name="jury.0.seats"]').fill('3')
  await admin.getByRole('button', { name: 'Ajouter un collège' }).click()
  await admin.locator('[name="jury.1.capacity"]').selectOption({ label: 'Usagères et usagers' })
  await admin.locator('[name="jury.1.seats"]').fill('2')
  await picture(admin, 'l06-form-1280')
  await admin.getByRole('main').getByRole('button', { name: 'Publier', exact: true }).click()
  await admin.getByText('C’est publié.').waitFor()
  await admin.getByText('3 sièges sur 5 sont tenus par des élu·es.').waitFor()
  return new URL(admin.url()).pathname
}

/** Somebody with an account, who will sit in the jury. */
async function joined(stage: Stage, admin: Page): Promise<Page> {
  const email = 'elue@deux-rives.example'
  await admin.goto('/utilisateurs/inviter')
  await admin.getByLabel('Adresse électronique').fill(email)
  await admin.getByRole('radio', { name: 'Membre', exact: true }).check()
  await admin.getByRole('button', { name: /invitation/i }).click()
  const letter = await stage.relay.next(email)
  const page = await stage.visitor(stage.network, { viewport: phone })
  await page.goto(/https?:\/\/\S+\/invitation\/\S+/.exec(letter.text ?? '')?.[0] ?? '')
  await page.getByLabel('Votre nom').fill('Odile Fictive')
  await page.getByLabel('Mot de passe').fill('quatre mots sans rapport')
  await page.getByLabel('Encore une fois').fill('quatre mots sans rapport')
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/invitation'))
  return page
}

async function commented(member: Page, path: string): Promise<void> {
  await member.goto(path)
  await member.getByRole('link', { name: 'Lire et commenter' }).click()
  await member
    .getByRole('link', { name: /Commenter/ })
    .first()
    .click()
  await member
    .getByLabel('Votre commentaire sur «\u00a01. Ce que nous cherchons\u00a0»')
    .fill('Et ce qui existe et marche déjà ?')
  await member.getByRole('button', { name: 'Publier la réponse' }).click()
  await member.goto(`${path}/cahier-des-charges`)
  await member.getByText('Et ce qui existe et marche déjà ?').waitFor()
  await member.getByText('Sur la version 1').waitFor()
  await fits(member)
  await picture(member, 'l06-specification-360')
}

async function changed(admin: Page, path: string): Promise<void> {
  await admin.goto(`${path}/modifier`)
  await admin
    .locator('[name="sections.0.text"]')
    .fill('Des actions nouvelles ou qui marchent déjà dans le quartier.')
  await admin.getByRole('button', { name: 'Ajouter une partie' }).click()
  await admin.locator('[name="sections.1.title"]').fill('Qui décide')
  await admin.locator('[name="sections.1.text"]').fill('Un jury où les élu·es ont la majorité.')
  await save(admin)
}

async function compared(stage: Stage, path: string): Promise<void> {
  const visitor = await stage.visitor(stage.network, { viewport: phone })
  await visitor.goto(path)
  await visitor.getByRole('link', { name: 'Versions' }).click()
  await picture(visitor, 'l06-versions-360')
  await visitor.getByRole('link', { name: /1\s+partie modifiée/ }).click()
  expect(await visitor.locator('ins').first().textContent()).toContain('ou qui marchent déjà')
  await visitor.getByRole('heading', { name: /Qui décide/ }).waitFor()
  await fits(visitor)
  await picture(visitor, 'l06-compared-360')
}

async function stageSet(admin: Page, path: string, stage: string, deadline?: string): Promise<void> {
  await admin.goto(`${path}/modifier`)
  await admin.getByLabel(stage, { exact: true }).check()
  if (deadline !== undefined) await admin.locator('[name="deadline"]').fill(deadline)
  await save(admin)
  await admin.getByText(stage).first().waitFor()
}

async function save(admin: Page): Promise<void> {
  await admin.getByRole('button', { name: 'Publier les changements' }).click()
  await admin.getByText('Vos changements sont publiés.').waitFor()
}

/** Without an account: a link by mail, a file, and a receipt. */
async function submitted(stage: Stage, path: string): Promise<string> {
  const email = 'velo@roue-libre.example'
  const visitor = await stage.visitor(stage.network, { viewport: phone })
  await visitor.goto(path)
  await picture(visitor, 'l06-call-360')
  await fits(visitor)
  await visitor.getByRole('link', { name: 'Déposer un projet' }).click()
  await visitor.getByLabel('Nom du projet').fill('Atelier vélo du quartier')
  await visitor.getByLabel('Votre nom').fill('Zoé Fictive')
  await visitor.getByLabel('Adresse électronique').fill(email)
  await visitor.getByRole('button', { name: 'Recevoir mon lien' }).click()
  const letter = await stage.relay.next(email)
  await visitor.goto(/https?:\/\/\S+\/projets\/\S+/.exec(letter.text ?? '')?.[0] ?? '')
  await visitor.getByLabel('Structure qui le porte').fill('Association Roue libre')
  await visitor
    .getByLabel('Le projet en quelques phrases')
    .fill('Réparer ensemble, le samedi, depuis dix ans.')
  await visitor.getByLabel('Oui, elle existe et elle marche').check()
  await visitor.getByLabel('Montant demandé').fill('9500')
  await visitor.getByLabel('Budget', { exact: true }).fill('Des outils et un salaire.')
  await visitor.locator('[name="reponse-1"]').fill('Deux cents personnes l’an dernier.')
  await visitor.getByRole('button', { name: 'Enregistrer sans déposer' }).click()
  await visitor.locator('input[type="file"]').setInputFiles({
    name: 'budget.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
  })
  await visitor.getByRole('button', { name: 'Joindre' }).click()
  await visitor.getByRole('link', { name: 'budget.pdf' }).waitFor()
  await fits(visitor)
  await picture(visitor, 'l06-project-360')
  await visitor.getByRole('button', { name: 'Déposer le projet' }).click()
  await visitor.getByText(/^Déposé\s*:/).waitFor()
  expect((await stage.relay.next(email)).subject).toBe(`Projet déposé\u00a0: ${title}`)
  return visitor.url()
}

async function judged(admin: Page, elected: Page, path: string): Promise<void> {
  await admin.goto(path)
  await picture(admin, 'l06-call-1280')
  await admin.goto(`${path}/jury`)
  await admin.getByLabel('Adresse électronique de son compte').fill('elue@deux-rives.example')
  await admin.getByRole('button', { name: 'Nommer' }).click()
  await admin.getByText('Odile Fictive').waitFor()
  await elected.goto(path)
  await elected.getByRole('link', { name: 'L’espace du jury' }).click()
  await elected.getByRole('link', { name: 'Atelier vélo du quartier' }).click()
  await elected.getByRole('link', { name: 'budget.pdf' }).waitFor()
  await elected.getByLabel('5', { exact: true }).check()
  await elected.getByLabel('Ce que vous en dites').fill('Ça marche, aidons-les.')
  await picture(elected, 'l06-judged-360')
  await fits(elected)
  await elected.getByRole('button', { name: 'Enregistrer mon avis' }).click()
  await elected.getByText('Avis de Odile Fictive').waitFor()
}

async function decided(stage: Stage, admin: Page, path: string): Promise<void> {
  await admin.goto(`${path}/jury`)
  await picture(admin, 'l06-jury-1280')
  await admin.getByRole('link', { name: 'Écrire la décision' }).click()
  await admin.getByLabel('Atelier vélo du quartier – Association Roue libre').check()
  await admin.getByLabel('Montant accordé à Atelier vélo du quartier').fill('8000')
  await admin.getByLabel('Motifs de la décision').fill('Une action connue, que le quartier soutient.')
  await picture(admin, 'l06-decision-1280')
  await admin.getByRole('button', { name: 'Rendre la décision publique' }).click()
  await admin.getByRole('button', { name: /Envoyer 1\s+lettre/ }).click()
  await admin.getByText('Toutes les lettres sont parties.').waitFor()
  const letter = await stage.relay.next('velo@roue-libre.example')
  expect(letter.text).toContain('Votre projet «\u00a0Atelier vélo du quartier\u00a0»')
}

async function read(stage: Stage, path: string, project: string): Promise<void> {
  const visitor = await stage.visitor(stage.network, { viewport: phone })
  await visitor.goto(path)
  await visitor.getByRole('link', { name: 'Lire les résultats' }).click()
  await visitor.getByText('Atelier vélo du quartier').waitFor()
  await visitor.getByText('Une action connue, que le quartier soutient.').waitFor()
  await visitor.getByText('3 sièges sur 5 sont tenus par des élu·es.').waitFor()
  await fits(visitor)
  await picture(visitor, 'l06-results-360')
  await visitor.goto(project)
  await visitor.getByText('La décision est publique.').waitFor()
  await visitor.goto('/bilan-des-appels')
  await fits(visitor)
  await picture(visitor, 'l06-tally-360')
}
