import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, inDays, openPlace, type Place } from './place.ts'

let browser: Browser
let place: Place
let editor: Page
let visitor: Page
const path = '/emplois/animatrice-de-recyclerie'

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  editor = await place.admin({ viewport: phone })
  visitor = await place.visitor({ viewport: phone })
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const press = (name: string | RegExp): Promise<void> =>
  editor.getByRole('main').getByRole('button', { name }).click()

/** What the visitor is answered, and what they see. */
async function seen(): Promise<{ status: number | undefined; text: string }> {
  const answer = await visitor.goto(path)
  return { status: answer?.status(), text: await visitor.getByRole('main').innerText() }
}

describe('a job offer, from its draft to its end, on a phone and without JavaScript', () => {
  it('is a draft that nobody else sees', async () => {
    await fillIn(editor, '/emplois/nouveau', {
      Titre: 'Animatrice de recyclerie',
      'En une ou deux phrases': 'Accueillir, trier, réparer avec le public.',
      Contrat: 'CDD',
      Durée: '12',
      'Date limite': inDays(20),
      'Postuler par e-mail': 'emploi@recyclerie.example',
      Texte: 'Une équipe de six.',
    })
    await press('Enregistrer le brouillon')
    expect(await editor.getByRole('status').innerText()).toContain('Le brouillon est enregistré.')
    expect((await seen()).status).toBe(404)
    await editor.goto('/brouillons')
    await fits(editor)
    await picture(editor, 'desk-phone')
    expect(await editor.getByRole('link', { name: 'Animatrice de recyclerie', exact: true }).count()).toBe(1)
  })

  it('is previewed as it will look here, and on Mastodon', async () => {
    await editor.getByRole('link', { name: 'Animatrice de recyclerie', exact: true }).click()
    await editor.getByRole('main').getByRole('link', { name: 'Aperçu' }).click()
    await fits(editor)
    await picture(editor, 'preview-phone')
    const mastodon = editor.getByRole('region', { name: 'Sur Mastodon' })
    expect(await mastodon.innerText()).toContain(`@emplois@${place.host}`)
    expect(await mastodon.innerText()).toContain('Animatrice de recyclerie')
    const here = editor.getByRole('region', { name: 'Sur La Ruche' })
    expect(await here.getByRole('heading', { name: 'Animatrice de recyclerie' }).count()).toBe(1)
    expect((await seen()).status).toBe(404)
  })

  it('is published, and can be read by everyone', async () => {
    await press('Publier')
    await editor.waitForURL(`**${path}`)
    const { status, text } = await seen()
    expect(status).toBe(200)
    expect(text).toContain('Une équipe de six.')
  })

  it('is revised: the changes are previewed first, and the address stays', async () => {
    await editor.getByRole('main').getByRole('link', { name: 'Modifier' }).click()
    await editor.getByLabel('Titre').fill('Animatrice ou animateur de recyclerie')
    await press('Prévisualiser')
    expect(await editor.getByRole('main').innerText()).toContain('ne sont pas encore publiés')
    expect((await seen()).text).not.toContain('animateur')
    // Above what they look like, and again under the form.
    const publishing = editor.getByRole('button', { name: 'Publier les changements' })
    expect(await publishing.count()).toBe(2)
    await publishing.first().click()
    await editor.waitForURL(`**${path}`)
    const { text } = await seen()
    expect(text).toContain('Animatrice ou animateur de recyclerie')
    expect(text).toContain('Modifié le')
  })

  it('is closed: the page stays and says so, the list shows it only when asked', async () => {
    await press('Clore')
    expect((await seen()).text).toContain('Pourvue')
    await visitor.goto('/emplois')
    expect(await visitor.locator('.card').count()).toBe(0)
    await visitor.goto('/emplois?past=1')
    expect(await visitor.locator('.card').count()).toBe(1)
  })

  it('is opened again, then withdrawn after one more question: its address answers “gone”', async () => {
    await press('Rouvrir')
    expect((await seen()).text).not.toContain('Pourvue')
    await editor.goto(path)
    await editor.getByRole('main').getByRole('link', { name: 'Retirer…' }).click()
    await fits(editor)
    await picture(editor, 'withdraw-phone')
    await press('Oui, retirer')
    expect(await editor.locator('#status').innerText()).toContain('C’est retiré.')
    const { status, text } = await seen()
    expect(status).toBe(410)
    expect(text).toContain('Cette page a été retirée')
    await fits(visitor)
  })
})
