import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desk, openBrowser } from './browser.ts'
import { focused, follow, tabTo, typeIn } from './keyboard.ts'
import { inDays, invited, openPlace, photo, type Place } from './place.ts'
import { entryMaker } from './seed.ts'

// What people come to do, without a mouse: every stop can be seen, none is under something else, none is a trap
// (WCAG 2.1.1, 2.1.2, 2.4.3, 2.4.7, 2.4.11).

let browser: Browser
let place: Place
let denis: Page
let amel: Page
let paths: { topic: string; lot: string }
const scripts = { scripts: true, viewport: desk }

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  const make = await entryMaker(place)
  await make({
    kind: 'job',
    title: 'Encadrante technique',
    fields: { contract: 'cdi', applyText: 'Écrivez.' },
  })
  await make({ kind: 'organisation', title: 'Les Jardins', fields: { family: 'association' } })
  const tender = await make({
    kind: 'tender',
    title: 'Un square à planter',
    fields: {
      ...{ buyer: 'Une commune imaginaire', deadline: `${inDays(40)}T12:00` },
      lots: [{ title: 'Plantations', cpv: '77310000', place: '92036', placeName: 'Gennevilliers (92)' }],
    },
  })
  const topic = await make({ kind: 'topic', title: 'Un jardin ?', fields: { purpose: 'question' } })
  paths = { topic, lot: `${tender}/lots/1` }
  denis = await invited(place, { name: 'Denis', email: 'denis@ruche.example', role: 'Membre' }, scripts)
  amel = await place.admin(scripts)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const main = (page: Page): Promise<string> => page.getByRole('main').innerText()

describe('with the keyboard alone, somebody', () => {
  it('skips what is the same on every page, and signs in', async () => {
    const page = await place.visitor(scripts)
    await page.goto('/emplois')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Aller au contenu')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('content')
    await page.keyboard.press('Tab')
    expect(await page.locator('main :focus').count()).toBe(1)
    await page.goto('/')
    await follow(page, 'Se connecter')
    await page.waitForURL(/\/connexion/)
    await typeIn(page, 'email', 'amel@ruche.example')
    await typeIn(page, 'password', 'une phrase assez longue')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/connexion')
    await page.context().close()
  })

  it('finds a job: chooses a suggestion by its arrow, narrows the list, opens the offer', async () => {
    const page = await place.visitor(scripts)
    await page.goto('/')
    await typeIn(page, 'q', 'Genne')
    const offers = page.getByRole('option', { name: /^Offres d’emploi à Gennevilliers/ })
    await offers.waitFor()
    expect(await page.locator('#home-search-said').innerText()).toMatch(/^Suggestions\s:\s\d+$/)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('listbox').isVisible()).toBe(false)
    expect(await focused(page)).toBe('q')
    for (let press = 0; press < 10; press++) {
      await page.keyboard.press('ArrowDown')
      if ((await offers.getAttribute('aria-selected')) === 'true') break
    }
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/emplois\?place=92036/)
    await tabTo(page, 'contract')
    await page.keyboard.type('CDI')
    await page.waitForURL(/contract=cdi/)
    await page.getByRole('link', { name: /Retirer le filtre : Contrat/ }).waitFor()
    expect(await focused(page)).toBe('contract')
    expect(await page.locator('#liste-total').innerText()).toMatch(/^1\s/)
    await follow(page, 'Encadrante technique')
    await page.waitForURL(/\/emplois\/encadrante-technique/)
    await page.context().close()
  })

  it('publishes a resource: the toolbar is one stop, a picture can be left out again', async () => {
    await amel.goto('/ressources/nouveau')
    // Listened for from the start: a press of a key is faster than the word to the browser to hold its window back.
    const chosen = amel.waitForEvent('filechooser')
    await typeIn(amel, 'title', 'Une salle au clavier')
    await tabTo(amel, 'Gras')
    await amel.keyboard.press('ArrowRight')
    expect(await focused(amel)).toBe('Italique')
    await amel.keyboard.press('Tab')
    expect(await focused(amel)).toBe('body')
    await amel.keyboard.type('Une grande salle.')
    await amel.keyboard.press('Shift+Tab')
    expect(await focused(amel)).toBe('Italique')
    await amel.keyboard.press('End')
    expect(await focused(amel)).toBe('Ajouter une illustration')
    await amel.keyboard.press('Enter')
    await (await chosen).setFiles(await photo())
    await amel.getByRole('dialog').waitFor()
    await tabTo(amel, 'Ne pas la mettre', 5)
    await amel.keyboard.press('Escape')
    await amel.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect
      .poll(() => amel.locator('textarea[name=body]').inputValue(), { timeout: 15_000 })
      .not.toContain('![')
    expect(await focused(amel)).toBe('body')
    // The preview follows in silence.
    await amel.locator('#direct-ici').getByText('Une grande salle.').waitFor()
    expect((await amel.locator('[role=status], [aria-live]').allInnerTexts()).join('').trim()).toBe('')
    await tabTo(amel, 'category')
    await amel.keyboard.press('ArrowDown')
    await typeIn(amel, 'contactEmail', 'salle@ruche.example')
    await follow(amel, 'Publier')
    await amel.waitForURL(/\/ressources\/une-salle-au-clavier$/)
  })

  it('announces an event', async () => {
    await amel.goto('/agenda/nouveau')
    await typeIn(amel, 'title', 'Fête au clavier')
    // In either order of day and month, on either kind of clock.
    await typeIn(amel, 'start', '03032027')
    await amel.keyboard.press('Tab')
    await amel.keyboard.type('0200P')
    await typeIn(amel, 'venue', 'Halle imaginaire')
    await follow(amel, 'Publier')
    await amel.waitForURL(/\/agenda\/fete-au-clavier$/)
  })

  it('answers in a discussion, and hears that it is done', async () => {
    // Whoever is asked has a page open meanwhile.
    await amel.goto('/agenda')
    await denis.goto(paths.topic)
    const other = await denis.context().newPage()
    await other.goto(paths.topic)
    await typeIn(denis, 'body', 'Des mots blessants.')
    await follow(denis, 'Publier la réponse')
    await denis.getByRole('status').getByText('Votre réponse est publiée.').waitFor()
    // Not at the top of the page again.
    expect(await denis.locator('#commentaires :focus').count()).toBe(1)
    // Where the discussion is open and not followed, the answer is offered, and that is said.
    await other.getByRole('status').getByText('1 nouvelle réponse').waitFor()
    await follow(other, /^1 nouvelle réponse/)
    await other.getByText('Des mots blessants.').waitFor()
    await expect.poll(() => other.locator('#commentaires h2:focus').count()).toBe(1)
    await other.close()
  })

  it('is told of it by the bell, and goes there', async () => {
    // Said once, in the place that is read out, and no focus is moved.
    await amel.getByRole('status').getByText('1 notification non lue').waitFor()
    expect(await amel.locator('[role=status], [aria-live]').filter({ hasText: 'non lue' }).count()).toBe(1)
    expect(await amel.evaluate('document.activeElement === document.body')).toBe(true)
    await follow(amel, /notifications? non lues?$/)
    await amel.waitForURL(/\/notifications/)
    await follow(amel, /^Denis a répondu/)
    await amel.getByText('Des mots blessants.').waitFor()
  })

  it('reports what hurts, without an account', async () => {
    const page = await place.visitor(scripts)
    await page.goto(paths.topic)
    await follow(page, /^Signaler la réponse de Denis/)
    await page.waitForURL(/\/signaler/)
    await typeIn(page, 'reason', 'C’est une insulte.')
    await follow(page, 'Envoyer le signalement')
    await page.getByRole('heading', { name: 'Merci' }).waitFor()
    await page.context().close()
  })

  it('hides it as a moderator', async () => {
    await amel.goto('/moderation/signalements')
    await tabTo(amel, 'outcome')
    const hide = amel.getByRole('radio', { name: 'Masquer' })
    for (let press = 0; press < 8 && !(await hide.isChecked()); press++)
      await amel.keyboard.press(press === 0 ? 'Space' : 'ArrowDown')
    await typeIn(amel, 'reason', 'Insulte')
    await follow(amel, 'Décider')
    await amel.getByText('La réponse est masquée.').waitFor()
  })

  it('asks for partners on a lot', async () => {
    await amel.goto(paths.lot)
    await follow(amel, 'Chercher des partenaires')
    await amel.getByLabel('Pour quelle organisation').waitFor()
    await tabTo(amel, 'organisation')
    await amel.keyboard.type('Les')
    await typeIn(amel, 'seeks', 'Une équipe pour poser des bancs.')
    await follow(amel, 'Publier l’appel')
    await amel.getByText('L’appel est publié.').waitFor()
    expect(await main(amel)).toContain('Une équipe pour poser des bancs.')
  })

  it('closes a menu with Escape, and is where it was opened', async () => {
    await amel.goto('/emplois')
    await follow(amel, 'Amel')
    await tabTo(amel, 'Mon compte')
    await amel.keyboard.press('Escape')
    expect(await amel.getByRole('link', { name: 'Mon compte' }).isVisible()).toBe(false)
    expect(await focused(amel)).toBe('Amel')
  })

  it('comes to the end of a long page, and out of it', async () => {
    await amel.goto('/ressources/nouveau')
    for (let press = 0; press < 150; press++) {
      await amel.keyboard.press('Tab')
      if (press > 5 && (await amel.evaluate('document.activeElement === document.body'))) return
    }
    throw new Error('The keyboard never left the page.')
  })
})
