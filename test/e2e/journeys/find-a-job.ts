import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { linkIn } from '../relay.ts'
import type { Journey, Walk } from './journey.ts'

const offer = 'Encadrant·e technique en maraîchage'

export const findAJob: Journey = {
  name: 'find-a-job',
  title: 'somebody who looks for work finds an offer near them, how to answer it, and what comes next',
  async walk(walk) {
    const { stage, how, look } = walk
    const page = await stage.visitor(stage.network, how)
    await towards(walk, page)
    await page.waitForURL(/\/emplois\?place=92036/)
    await look(page, 'commune')
    await page.getByRole('link', { name: /et ses voisines \(Boucle Nord de Seine\)/ }).click()
    await page.waitForURL(/around=1/)
    await narrow(walk, page)
    await page.waitForURL(/contract=cdi/)
    await page.getByRole('link', { name: /Retirer le filtre : Contrat/ }).waitFor()
    await look(page, 'list')
    const list = page.url()
    await page.getByRole('link', { name: offer }).click()
    await page.getByRole('heading', { level: 1, name: offer }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/postuler/i)
    await look(page, 'offer')
    await page.goBack()
    await page.getByRole('link', { name: offer }).waitFor()
    expect(page.url()).toBe(list)
    await keep(walk, page)
    await page.context().close()
  },
}

/** From the front page, by the beginning of a name; without scripts by all of it, from the search. */
async function towards({ scripts, look }: Walk, page: Page): Promise<void> {
  await page.goto('/')
  const field = page.getByRole('main').getByLabel('Rechercher').first()
  const offers = /^Offres d’emploi à Gennevilliers/
  if (!scripts) {
    await field.fill('Gennevilliers')
    await field.press('Enter')
    await page.getByRole('link', { name: offers }).click()
    return
  }
  await field.click()
  await field.pressSequentially('Genne', { delay: 40 })
  await page.getByRole('option', { name: offers }).waitFor()
  expect(await page.locator('#home-search-said').innerText()).toMatch(/^Suggestions\s:\s\d+$/)
  await look(page, 'suggestions')
  // By the keyboard alone: Escape leaves what was typed, an arrow brings the list back.
  await field.press('Escape')
  expect(await page.getByRole('listbox').isVisible()).toBe(false)
  expect(await field.inputValue()).toBe('Genne')
  await field.press('ArrowDown')
  for (let press = 0; press < 8; press++) {
    const chosen = await page.locator('[role=option][aria-selected=true]').innerText()
    if (offers.test(chosen.trim())) break
    await field.press('ArrowDown')
  }
  await field.press('Enter')
}

/** Sees how many there are of each contract, and chooses one; where there are scripts, the list is there at once. */
async function narrow({ scripts }: Walk, page: Page): Promise<void> {
  const contract = page.getByRole('combobox', { name: 'Contrat', includeHidden: true })
  if (!(await contract.isVisible())) await page.locator('summary', { hasText: 'Filtrer' }).click()
  const choices = await contract.locator('option').allInnerTexts()
  expect(choices.some((words) => /CDI.*\([1-9]\d*\)/.test(words))).toBe(true)
  expect(choices.some((words) => words.endsWith('(0)'))).toBe(true)
  await contract.focus()
  await contract.selectOption('cdi')
  if (!scripts) return void (await page.getByRole('button', { name: 'Afficher' }).click())
  await page.getByRole('link', { name: /Retirer le filtre : Contrat/ }).waitFor()
  // What has the focus keeps it, and what was unfolded stays open.
  expect(await contract.evaluate((select) => select.matches(':focus'))).toBe(true)
  expect(await contract.isVisible()).toBe(true)
}

/** By e-mail, since there is no account; confirmed from the mailbox. */
async function keep({ stage, look, mark }: Walk, page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Être prévenu·e par e-mail' }).first().click()
  await page.getByText('Gennevilliers (92) et ses voisines (Boucle Nord de Seine)').waitFor()
  await look(page, 'alert')
  const email = `${mark}@cherche.example`
  await page.getByLabel('Votre adresse électronique').fill(email)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await page.waitForURL(/lien-envoye/)
  const letter = await stage.relay.next(email)
  await page.goto(linkIn(letter.text, 'alertes'))
  await page.getByRole('button', { name: 'Confirmer', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Votre alerte' }).waitFor()
  await look(page, 'told')
}
