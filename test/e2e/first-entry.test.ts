import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMachine, type Machine, type RunningServer } from '../support/processes.ts'
import { fits, openBrowser, phone, picture, someone } from './browser.ts'

let browser: Browser
let machine: Machine
let server: RunningServer
let admin: Page

beforeAll(async () => {
  browser = await openBrowser()
  machine = await openMachine()
  server = await machine.serve()
})
afterAll(async () => {
  await browser?.close()
  await machine?.clear()
})

/** The link that the first start prints, opened on this test's own address. */
const setupPath = (): string => {
  const link = /Set it up within the hour: (\S+)/.exec(server.out())?.[1]
  if (link === undefined) throw new Error('No setup link was printed.')
  return new URL(link).pathname + new URL(link).search
}

describe('someone who has just installed a hub, on a phone and without JavaScript', () => {
  it('sets it up from the printed link', async () => {
    admin = await someone(browser, server.url, { viewport: phone })
    await admin.goto(setupPath())
    await fits(admin)
    await picture(admin, 'setup-phone')
    await admin.getByLabel('Nom du site').fill('La Ruche des possibles')
    await admin.getByLabel('Nom court').fill('ruche')
    await admin.getByLabel('Votre nom', { exact: false }).last().fill('Amel')
    await admin.getByLabel('Votre adresse électronique').fill('amel@ruche.example')
    await admin.getByLabel('Votre mot de passe').fill('une phrase assez longue')
    await admin.getByLabel('Encore une fois').fill('une phrase assez longue')
    await admin.getByRole('button', { name: 'Ouvrir le site' }).click()
    await admin.goto('/')
    expect(await admin.getByRole('heading', { level: 1 }).textContent()).toContain('La Ruche des possibles')
  })

  it('finds the link used up the second time', async () => {
    const stranger = await someone(browser, server.url)
    expect((await stranger.goto(setupPath()))?.status()).toBe(404)
  })

  it('gets a wrong form back with everything typed and what to mend', async () => {
    await admin.goto('/emplois/nouveau')
    await fits(admin)
    await picture(admin, 'editor-phone')
    await admin.getByLabel('Titre').fill('Encadrante technique')
    await admin.getByRole('button', { name: /Publier/ }).click()
    await fits(admin)
    await picture(admin, 'editor-wrong-phone')
    expect(await admin.getByLabel('Titre').inputValue()).toBe('Encadrante technique')
    expect(await admin.locator('.error-summary a').count()).toBeGreaterThan(0)
  })

  it('mends it, publishes, and sees the offer', async () => {
    await admin.getByLabel('Contrat', { exact: false }).first().selectOption({ label: 'CDI' })
    await fillIfThere(admin, 'Comment postuler', 'Écrivez-nous une lettre simple.')
    await admin.getByRole('button', { name: /Publier/ }).click()
    await admin.waitForURL(/\/emplois\/encadrante-technique$/)
    expect(await admin.getByRole('heading', { level: 1 }).textContent()).toContain('Encadrante technique')
    await fits(admin)
    await picture(admin, 'entry-phone')
  })
})

describe('a visitor in a plain browser', () => {
  it('finds the offer by the list, by search with accents folded, and reads it without a cookie', async () => {
    const visitor = await someone(browser, server.url, { viewport: phone })
    await visitor.goto('/emplois')
    await fits(visitor)
    await visitor.getByRole('link', { name: 'Encadrante technique' }).click()
    expect(await visitor.getByRole('heading', { level: 1 }).textContent()).toContain('Encadrante technique')
    await visitor.goto('/recherche?q=ENCADRANTE')
    expect(await visitor.getByRole('link', { name: 'Encadrante technique' }).count()).toBe(1)
    expect(await visitor.context().cookies()).toEqual([])
  })

  it('is told what to do on a page that does not exist', async () => {
    const visitor = await someone(browser, server.url, { viewport: phone })
    expect((await visitor.goto('/emplois/il-n-y-a-rien-ici'))?.status()).toBe(404)
    await fits(visitor)
    expect(await visitor.getByRole('main').getByRole('searchbox').count()).toBe(1)
  })
})

describe('someone who uses the keyboard alone', () => {
  it('skips to the content, and searches from the header', async () => {
    const visitor = await someone(browser, server.url, { scripts: true })
    await visitor.goto('/emplois')
    await visitor.keyboard.press('Tab')
    await visitor.keyboard.press('Enter')
    expect(await visitor.evaluate('document.activeElement?.id')).toBe('content')
    const search = visitor.getByRole('banner').getByRole('searchbox')
    await search.focus()
    await visitor.keyboard.type('encadrante')
    await visitor.keyboard.press('Enter')
    await visitor.waitForURL(/\/recherche\?q=encadrante/)
    expect(await visitor.getByRole('link', { name: 'Encadrante technique' }).count()).toBe(1)
  })
})

async function fillIfThere(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: false })
  if ((await field.count()) > 0) await field.first().fill(text)
}
