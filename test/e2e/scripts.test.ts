import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, openBrowser, picture } from './browser.ts'
import { focused, tabTo } from './keyboard.ts'
import { fillIn, openPlace, publish, type Place } from './place.ts'

let browser: Browser
let place: Place
const scripts = { scripts: true, viewport: desk }

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  const admin = await place.admin()
  for (const [title, contract] of [
    ['Un poste durable', 'CDI'],
    ['Un poste de six mois', 'CDD'],
  ] as const) {
    await fillIn(admin, '/emplois/nouveau', {
      Titre: title,
      Contrat: contract,
      Commune: 'Nanterre',
      'Comment postuler': 'Écrivez-nous.',
    })
    await publish(admin)
  }
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const titles = (page: Page): Promise<string[]> => page.locator('.card-title').allTextContents()

describe('with scripts, a list', () => {
  it('is narrowed in place, keeps the focus, and the Back button brings it back', async () => {
    const page = await place.visitor(scripts)
    await page.goto('/emplois')
    await page.evaluate('window.same = true')
    await page.getByLabel('Contrat').first().focus()
    await page.getByLabel('Contrat').first().selectOption('cdi')
    await page.waitForURL(/\/emplois\?.*contract=cdi/)
    await page.locator('.card', { hasText: 'six mois' }).waitFor({ state: 'detached' })
    expect(await titles(page)).toEqual(['Un poste durable'])
    expect(await focused(page)).toBe('contract')
    // What is shown already is no further step to go back over.
    await page.getByRole('button', { name: 'Afficher' }).click()
    expect(await focused(page)).toBe('Afficher')
    expect(await page.evaluate('window.same')).toBe(true)
    await page.goBack()
    await page.locator('.card', { hasText: 'six mois' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await page.goForward()
    await page.locator('.card', { hasText: 'six mois' }).waitFor({ state: 'detached' })
    await page.reload()
    expect(await titles(page)).toEqual(['Un poste durable'])
  })

  it('says what to do when the site does not answer, and loses nothing', async () => {
    const page = await place.visitor(scripts)
    await page.goto('/emplois')
    await page.getByLabel('Mots recherchés').fill('durable')
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Afficher' }).click()
    await page.getByRole('status').getByText('Le site ne répond pas').waitFor()
    expect(await page.getByLabel('Mots recherchés').inputValue()).toBe('durable')
    await page.context().setOffline(false)
  })
})

describe('with scripts, a discussion', () => {
  it('takes an answer in place, and is told that it is there', async () => {
    const page = await place.admin(scripts)
    await page.goto('/emplois/un-poste-durable')
    await page.evaluate('window.same = true')
    await page.getByLabel('Votre réponse').fill('Le poste est ouvert aux débutants.')
    await page.getByRole('button', { name: 'Publier la réponse' }).click()
    await page.getByRole('status').getByText('Votre réponse est publiée.').waitFor()
    expect(await page.locator('.comment').innerText()).toContain('ouvert aux débutants')
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('')
    expect(await page.evaluate('window.same')).toBe(true)
    await picture(page, 'discussion-desk')
    await page.getByRole('link', { name: 'Effacer la réponse d’Amel' }).click()
    await page.getByRole('button', { name: 'Oui, effacer' }).click()
    await page.locator('.comment').waitFor({ state: 'detached' })
  })
})

describe('with scripts, the editor', () => {
  it('suggests the names of communes', async () => {
    const page = await place.admin(scripts)
    await page.goto('/emplois/nouveau')
    await page.getByLabel('Commune').pressSequentially('genne')
    await page.locator('datalist option').first().waitFor({ state: 'attached' })
    expect(await page.locator('datalist option').first().getAttribute('value')).toContain('Gennevilliers')
  })

  it('that came back wrong is read from its summary on, and each fault leads to its field', async () => {
    const page = await place.admin(scripts)
    await page.goto('/emplois/nouveau')
    await page.getByRole('button', { name: 'Publier', exact: true }).click()
    await page.locator('.error-summary').waitFor()
    expect(await page.evaluate('document.activeElement.className')).toContain('error-summary')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    // Where the address goes, the focus goes a moment later.
    await expect.poll(() => focused(page)).toBe('title')
  })
})

describe('with the keyboard alone', () => {
  it('a job offer is written and published', async () => {
    const page = await place.admin(scripts)
    await page.goto('/emplois/nouveau')
    await tabTo(page, 'title')
    await page.keyboard.type('Au clavier seul')
    await tabTo(page, 'contract')
    await page.keyboard.type('CDI')
    await tabTo(page, 'insertion')
    await page.keyboard.press('Space')
    await tabTo(page, 'En ligne, ou autrement (facultatif)')
    await page.keyboard.press('Enter')
    await tabTo(page, 'applyText')
    await page.keyboard.type('Venez nous voir.')
    await tabTo(page, 'Publier')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/emplois\/au-clavier-seul$/)
    expect(await page.getByRole('main').innerText()).toContain('Ouvert aux parcours d’insertion')
  })

  it('a menu opens, and Escape closes it and gives the focus back', async () => {
    const page = await place.admin(scripts)
    await page.goto('/emplois')
    await tabTo(page, 'Amel')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Mon compte' }).waitFor()
    await tabTo(page, 'Mon compte')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('link', { name: 'Mon compte' }).isVisible()).toBe(false)
    expect(await focused(page)).toBe('Amel')
  })
})
