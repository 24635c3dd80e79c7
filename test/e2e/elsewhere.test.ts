import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, type Listener } from '../federation/listener.ts'
import { freePort } from '../support/processes.ts'
import { accessible, desk, fits, openBrowser, phone, picture } from './browser.ts'
import { openPlace, type Place } from './place.ts'
import { seed } from './seed.ts'

let browser: Browser
let place: Place
let server: Listener
/** `localhost:…`: where Léa has her account. */
let home: string
let entries: string[]

beforeAll(async () => {
  browser = await openBrowser()
  server = await listen((request, response) => {
    const url = new URL(request.url ?? '/', `http://${home}`)
    if (url.pathname === '/authorize_interaction')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<h1>Chez moi</h1><p>${url.searchParams.get('uri') ?? ''}</p>`)
    const resource = url.searchParams.get('resource') ?? ''
    if (resource.includes('personne')) return response.writeHead(404).end()
    const template = `http://${home}/authorize_interaction?uri={object}`
    const links = resource.includes('muette') ? [] : [{ rel: 'https://w3id.org/fep/3b86/Object', template }]
    return response.writeHead(200, { 'content-type': 'application/jrd+json' }).end(JSON.stringify({ links }))
  })
  home = `localhost:${server.port}`
  place = await openPlace(browser, { port: await freePort(), allow: home })
  entries = await seed(place)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
  await server?.close()
})

/** With the keyboard alone, from the top of the page. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 120; count++) {
    await page.keyboard.press('Tab')
    const focused = page.locator(':focus')
    const label = (await focused.getAttribute('aria-label')) ?? (await focused.textContent()) ?? ''
    if (label.trim() === name) return
  }
  throw new Error(`${name} is not reached by Tab.`)
}

describe('Léa, who has an account on another server and none here', () => {
  it('follows the job offers from her telephone, without JavaScript or a mouse', async () => {
    const page = await place.visitor({ viewport: phone })
    await page.goto('/emplois')
    await tabTo(page, 'Suivre depuis mon serveur')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/interagir/)
    await fits(page)
    await picture(page, 'elsewhere-follow-phone')
    const field = page.getByLabel('Votre nom là-bas, ou le nom de votre serveur')
    await field.focus()
    await page.keyboard.type(`@lea@${home}`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Chez moi' }).waitFor()
    expect(new URL(page.url()).searchParams.get('uri')).toBe(`${place.base}/ap/actors/emplois`)
    expect(await page.context().cookies(place.base)).toEqual([])
  })

  it.each(['Répondre', 'Partager', 'Aimer'])(
    'chooses « %s » under an offer, and arrives with it',
    async (act) => {
      const page = await place.visitor({ viewport: phone, scripts: true })
      await page.goto(entries[2] ?? '')
      await page.getByRole('link', { name: `${act} depuis mon serveur` }).click()
      await page.getByLabel('Votre nom là-bas').fill(home)
      await page.getByRole('button', { name: 'Continuer sur mon serveur' }).click()
      await page.getByRole('heading', { name: 'Chez moi' }).waitFor()
      expect(new URL(page.url()).searchParams.get('uri')).toMatch(/\/ap\/objects\/[0-9a-f-]{36}$/)
    },
  )

  it('is told what is wrong, keeps what she typed, and can always do it by hand', async () => {
    const page = await place.visitor({ viewport: phone })
    for (const [typed, words] of [
      ['lea', 'Écrivez @nom@serveur'],
      [`@personne@${home}`, 'ne connaît pas ce nom'],
      [`@muette@${home}`, 'ne dit pas où faire cela'],
      ['@lea@rien.invalid', 'ne répond pas'],
    ] as const) {
      await page.goto('/interagir?compte=cae')
      const field = page.getByLabel('Votre nom là-bas')
      await field.fill(typed)
      await page.getByRole('button', { name: 'Continuer sur mon serveur' }).click()
      expect(await page.locator('.field-error').innerText()).toContain(words)
      expect(await field.inputValue()).toBe(typed)
      expect(await page.getByLabel('Nom à copier').inputValue()).toBe(`@cae@${place.host}`)
      await fits(page)
    }
    await picture(page, 'elsewhere-wrong-phone')
    const guess = page.getByRole('link', { name: 'Essayer sur rien.invalid' })
    expect(await guess.getAttribute('href')).toContain('https://rien.invalid/authorize_interaction?uri=http')
  })

  it('sees by day and by night what went wrong, whatever she sees with', async () => {
    const page = await place.visitor({ viewport: desk, scripts: true })
    await page.goto('/interagir')
    await page.getByLabel('Votre nom là-bas').fill(`@muette@${home}`)
    await page.getByRole('button', { name: 'Continuer sur mon serveur' }).click()
    await page.locator('.field-error').waitFor()
    await accessible(page)
    await picture(page, 'elsewhere-wrong-desk')
    await page.emulateMedia({ colorScheme: 'dark' })
    await accessible(page, 'colours')
    await picture(page, 'elsewhere-wrong-dark')
  })
})

describe('a poster', () => {
  it('fills one sheet of A4, whatever it is about', async () => {
    const page = await place.visitor({ viewport: desk })
    for (const path of ['/affiche', '/emplois/affiche', ...entries.map((entry) => `${entry}/affiche`)]) {
      await page.goto(path)
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false })
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)
      expect(sheets, path).toHaveLength(1)
      expect(pdf.toString('latin1'), path).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/)
    }
  })

  it('prints at a button where there is one, and shows none where it would do nothing', async () => {
    const still = await place.visitor()
    await still.goto('/affiche')
    expect(await still.getByRole('button', { name: 'Imprimer' }).count()).toBe(0)
    const page = await place.visitor({ scripts: true })
    await page.addInitScript("window.print = () => { document.title = 'imprimé' }")
    await page.goto('/affiche')
    await page.getByRole('button', { name: 'Imprimer' }).click()
    expect(await page.title()).toBe('imprimé')
  })
})
