import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, invited, openPlace, publish, type Place } from './place.ts'

let browser: Browser
let place: Place
let visitor: Page
let editor: Page
let member: Page
const path = '/actualites/un-marche-a-plusieurs'

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  visitor = await place.visitor({ viewport: phone })
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

const discussion = async (): Promise<string> => {
  await visitor.goto(path)
  return visitor.locator('#commentaires').innerText()
}

describe('people who were invited, on phones and without JavaScript', () => {
  it('an editor › comes in by the link that was handed over, and publishes', async () => {
    const person = { name: 'Bintou', email: 'bintou@ruche.example', role: 'Éditeur ou éditrice' }
    editor = await invited(place, person)
    await fits(editor)
    await fillIn(editor, '/actualites/nouveau', {
      Titre: 'Un marché à plusieurs',
      Texte: 'Qui répond avec nous ?',
    })
    expect(await publish(editor)).toBe(path)
    expect((await editor.goto('/reglages'))?.status()).toBe(403)
  })

  it('a member › answers, and everybody reads it', async () => {
    member = await invited(place, { name: 'Chloé', email: 'chloe@ruche.example', role: 'Membre' })
    await member.goto(path)
    await member.getByLabel('Votre réponse').fill('Nous, pour la **peinture**.')
    await member.getByRole('button', { name: 'Publier la réponse' }).click()
    await fits(member)
    await picture(member, 'discussion-phone')
    expect(await discussion()).toContain('Nous, pour la peinture.')
    expect((await member.goto('/actualites/nouveau'))?.status()).toBe(403)
  })

  it('the editor › answers her under her words', async () => {
    await editor.goto(path)
    await editor.getByRole('link', { name: 'Répondre à Chloé' }).click()
    await editor.getByLabel('Votre réponse à Chloé').fill('Appelons-nous jeudi.')
    await editor.getByRole('button', { name: 'Publier la réponse' }).click()
    await visitor.goto(path)
    expect(await visitor.locator('.thread .thread').innerText()).toContain('Appelons-nous jeudi.')
  })

  it('a text sent after the session had ended › is there again after signing in', async () => {
    await editor.goto('/actualites/nouveau')
    await editor.getByLabel(/^Titre/).fill('Une fête')
    await editor
      .getByLabel(/^Texte/)
      .first()
      .fill('Un texte\n\nà garder.')
    await editor.context().clearCookies()
    await editor.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await fits(editor)
    await editor.getByLabel('Adresse électronique').fill('bintou@ruche.example')
    await editor.getByLabel('Mot de passe').fill('quatre mots sans rapport')
    await editor.getByRole('main').getByRole('button', { name: 'Se connecter' }).click()
    expect(await editor.getByRole('main').innerText()).toContain('à garder.')
    await fits(editor)
    await editor.getByRole('button', { name: 'Reprendre mon texte' }).click()
    await editor.waitForURL(/\/apercu$/)
    await editor.getByRole('main').getByRole('link', { name: 'Modifier' }).click()
    expect(
      await editor
        .getByLabel(/^Texte/)
        .first()
        .inputValue(),
    ).toBe('Un texte\n\nà garder.')
  })

  it('an answer of nothing › comes back with what to mend', async () => {
    await member.goto(path)
    await member.getByRole('button', { name: 'Publier la réponse' }).click()
    // The browser itself asks for the words; a browser that does not is answered by the page.
    const answer = await member.request.post(`${place.base}${path}/commentaires`, {
      form: { id: '', body: '' },
      headers: { origin: place.base },
    })
    expect(answer.status()).toBe(422)
    expect(await answer.text()).toContain('Ce champ est obligatoire.')
  })

  it('a member › takes her words back, and they are gone', async () => {
    await member.goto(path)
    await member.getByRole('link', { name: 'Effacer la réponse de Chloé' }).click()
    expect(await discussion()).toContain('peinture')
    await member.getByRole('button', { name: 'Oui, effacer' }).click()
    const text = await discussion()
    expect(text).not.toContain('peinture')
    expect(text).toContain('Appelons-nous jeudi.')
  })

  it('who came in by a link › is known to have come', async () => {
    const admin = await place.admin()
    await admin.goto('/utilisateurs')
    const text = await admin.getByRole('main').innerText()
    expect(text).toContain('Chloé')
    expect(text).not.toContain('Jamais connecté')
  })

  it('a link that opens nothing › says why, and what to do', async () => {
    const stranger = await place.visitor()
    await stranger.goto('/invitation/celui-qui-n-existe-pas')
    expect(await stranger.getByRole('main').innerText()).toContain('Ce lien ne marche plus')
  })
})

describe('the person who runs the hub', () => {
  it('writes the legal notice, looks at it first, and visitors read it', async () => {
    const admin = await place.admin({ viewport: phone })
    await visitor.goto('/mentions-legales')
    expect(await visitor.getByRole('main').innerText()).toContain('reste à écrire')
    await admin.goto('/reglages')
    await fits(admin)
    await admin.getByRole('main').getByRole('link', { name: 'Mentions légales' }).click()
    await admin.getByLabel('Texte').fill('## Qui publie\n\nLa Ruche, association loi de 1901.')
    await admin.getByRole('button', { name: 'Aperçu' }).click()
    expect(await admin.getByRole('heading', { name: 'Qui publie' }).count()).toBe(1)
    await visitor.goto('/mentions-legales')
    expect(await visitor.getByRole('main').innerText()).toContain('reste à écrire')
    await admin.getByRole('button', { name: 'Enregistrer' }).click()
    await visitor.goto('/mentions-legales')
    expect(await visitor.getByRole('main').innerText()).toContain('association loi de 1901')
    await fits(visitor)
  })
})
