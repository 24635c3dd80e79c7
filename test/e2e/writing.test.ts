import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Dialog, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, openBrowser } from './browser.ts'
import { openPlace, photo, publish, type Place } from './place.ts'

// What a browser does around the editor, and no test without one can know: its clipboard, files dragged over its window,
// its undo, its connection, and its question before a page is left.

let browser: Browser
let place: Place
const scripts = { scripts: true, viewport: desk }

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const area = (page: Page): Locator => page.locator('textarea[name=body]')
const text = (page: Page): Promise<string> => area(page).inputValue()
const choose = (page: Page, start: number, end: number): Promise<unknown> =>
  page.evaluate(`document.querySelector('textarea[name=body]').setSelectionRange(${start}, ${end})`)
const said = (page: Page, words: RegExp | string): Promise<void> =>
  page.locator('.keep-state').getByText(words).waitFor()
const saved = /^Enregistré à \d+\sh/

/** A form to write news in, with a title. */
async function begun(title: string, page?: Page): Promise<Page> {
  const opened = page ?? (await place.admin(scripts))
  await opened.goto('/actualites/nouveau')
  await opened.getByLabel('Titre').fill(title)
  return opened
}

/** What it shows is asked for, said, and the picture stands in the text. */
async function describePicture(page: Page, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Que montre cette image' })
  await dialog.getByLabel('Description').fill(words)
  await dialog.getByRole('button', { name: 'Mettre dans le texte' }).click()
  await expect.poll(() => text(page)).toContain(`![${words}](/media/`)
}

/** Leaves as the Back button or a link would; what the browser asks first, and the page is stayed on. */
async function asksBeforeLeaving(page: Page): Promise<boolean> {
  const before = page.url()
  let asked = false
  const stay = (dialog: Dialog): void => {
    asked = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  }
  page.on('dialog', stay)
  await page.goto('/aide').catch(() => {})
  page.off('dialog', stay)
  expect(page.url() === before, 'a page is left without a question, and only so').toBe(asked)
  return asked
}

describe('a picture', () => {
  it('is pasted, and another dropped, where the text is being written; each can be taken back', async () => {
    const page = await begun('Avec des images')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: place.base })
    await area(page).fill('Avant.\n\nAprès.')
    // As it is copied from another program: a picture, and no words.
    await page.evaluate(`(async () => {
      const canvas = document.createElement('canvas')
      canvas.width = canvas.height = 40
      canvas.getContext('2d').fillRect(0, 0, 20, 20)
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'))
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    })()`)
    await area(page).focus()
    await choose(page, 6, 6)
    await page.keyboard.press('Control+v')
    await describePicture(page, 'Un carré noir')
    expect(await text(page)).toMatch(/^Avant\.\n\n!\[Un carré noir\]\(\/media\/[\w-]+\.webp\)\n\nAprès\.$/)

    await area(page).press('Control+End')
    const file = join(place.machine.dataDir, 'scene.jpg')
    await writeFile(file, (await photo()).buffer)
    await drop(page, area(page), file)
    await describePicture(page, 'La scène')
    expect(new URL(page.url()).pathname, 'the file is not opened instead of the page').toBe(
      '/actualites/nouveau',
    )
    const both = await text(page)
    expect(both.match(/!\[/g)).toHaveLength(2)
    await page.locator('#direct-ici').getByAltText('La scène').waitFor()

    for (let press = 0; press < 10 && (await text(page)) !== 'Avant.\n\nAprès.'; press++)
      await area(page).press('Control+z')
    expect(await text(page)).toBe('Avant.\n\nAprès.')
    for (let press = 0; press < 10 && (await text(page)) !== both; press++)
      await area(page).press('Control+Shift+z')
    expect(await text(page)).toBe(both)
    await page.context().close()
  })

  it('of an entry is described before it is published, and the file is not asked for again', async () => {
    const page = await begun('Avec une image sans description')
    await page.getByLabel('En une ou deux phrases').fill('Elle se voit de loin.')
    await page.locator('input[name=image]').setInputFiles(await photo())
    await area(page).fill('![](/media/01890000-0000-7000-8000-000000000000.webp)')
    await page.getByRole('button', { name: 'Publier', exact: true }).click()
    const faults = page.locator('.error-summary')
    await faults.waitFor()
    expect(await faults.getByRole('link').count()).toBe(2)
    expect(await page.locator('.picture-kept img').count()).toBe(1)
    await area(page).fill('Sans image.')
    await page.locator('textarea[name=imageAlt]').fill('La salle, vue de la rue')
    const path = await publish(page)
    await page.goto(path)
    await page.getByAltText('La salle, vue de la rue').first().waitFor()
    await page.context().close()
  })
})

/** A file from the desktop: over the window, over the field, let go. */
async function drop(page: Page, target: Locator, file: string): Promise<void> {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  if (box === null) throw new Error('The field is not to be seen.')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const client = await page.context().newCDPSession(page)
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, ...at, data })
}

describe('the toolbar', () => {
  it('is taken back as what is typed is, step by step, and so is what the Enter key added', async () => {
    const page = await begun('Pour défaire')
    await area(page).focus()
    await page.keyboard.type('une salle')
    await choose(page, 4, 9)
    await page.getByRole('button', { name: 'Gras', exact: true }).click()
    expect(await text(page)).toBe('une **salle**')
    await page.getByRole('button', { name: 'Liste', exact: true }).click()
    expect(await text(page)).toBe('- une **salle**')
    await area(page).press('End')
    await page.keyboard.press('Enter')
    expect(await text(page)).toBe('- une **salle**\n- ')
    await page.keyboard.press('Control+z')
    expect(await text(page)).toBe('- une **salle**')
    await page.keyboard.press('Control+z')
    expect(await text(page)).toBe('une **salle**')
    await page.keyboard.press('Control+z')
    expect(await text(page)).toBe('une salle')
    await page.keyboard.press('Control+Shift+z')
    expect(await text(page)).toBe('une **salle**')
    await page.context().close()
  })
})

describe('what is typed', () => {
  it('is said to be unsaved without a connection, is asked about, and is saved when it is back', async () => {
    const page = await begun('Dans le train')
    await said(page, saved)
    expect(await asksBeforeLeaving(page)).toBe(false)
    await page.goBack()

    await page.context().setOffline(true)
    await page.getByLabel('Titre').fill('Dans le train du soir')
    await said(page, 'Hors ligne')
    expect(await asksBeforeLeaving(page)).toBe(true)
    await page.context().setOffline(false)
    await said(page, saved)
    expect(await asksBeforeLeaving(page)).toBe(false)
    await page.goto('/brouillons')
    await page.getByText('Dans le train du soir').first().waitFor()
    await page.context().close()
  })

  it('in a second window meets what the first one saved: both texts are shown, and either can be kept', async () => {
    const first = await begun('Deux fenêtres')
    await first.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await first.getByText('Le brouillon est enregistré.').waitFor()
    await first.goto('/brouillons')
    await first.getByRole('link', { name: 'Modifier – Deux fenêtres' }).click()
    const second = await first.context().newPage()
    await second.goto(first.url())
    await area(first).fill('Écrit dans la première.')
    await said(first, saved)
    await area(second).fill('Écrit dans la seconde.')
    await said(second, 'Quelqu’un a modifié cette page')
    // What is typed from here on is saved by nobody.
    await area(second).fill('Écrit dans la seconde, et après.')
    expect(await asksBeforeLeaving(second)).toBe(true)
    const [answer] = await Promise.all([
      second.waitForResponse((one) => one.request().method() === 'POST' && one.status() === 409),
      second.getByRole('button', { name: 'Enregistrer le brouillon' }).click(),
    ])
    expect(answer.status()).toBe(409)
    const table = second.getByRole('table', { name: 'Ce qui diffère' })
    expect(await table.innerText()).toContain('Écrit dans la première.')
    expect(await table.innerText()).toContain('Écrit dans la seconde, et après.')
    await second.getByRole('button', { name: 'Garder le mien' }).click()
    await second.getByText('Le brouillon est enregistré.').waitFor()
    await first.goto('/brouillons')
    await first.getByRole('link', { name: 'Modifier – Deux fenêtres' }).click()
    expect(await text(first)).toBe('Écrit dans la seconde, et après.')
    await first.context().close()
  })

  it('after somebody was signed out elsewhere is not left without a question, and survives signing in', async () => {
    const page = await begun('Sans session')
    await said(page, saved)
    await page.context().clearCookies()
    await area(page).fill('Écrit sans session.')
    await said(page, 'Votre session s’est terminée')
    expect(await asksBeforeLeaving(page)).toBe(true)
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.getByLabel('Adresse électronique').fill('amel@ruche.example')
    await page.getByLabel('Mot de passe').fill('une phrase assez longue')
    await page.getByRole('main').getByRole('button', { name: 'Se connecter' }).click()
    await page.getByRole('button', { name: 'Reprendre mon texte' }).click()
    await page.getByRole('heading', { name: /^Aperçu/ }).waitFor()
    await page.goto('/brouillons')
    await page.getByRole('link', { name: 'Modifier – Sans session' }).click()
    expect(await text(page)).toBe('Écrit sans session.')
    await page.context().close()
  })
})
