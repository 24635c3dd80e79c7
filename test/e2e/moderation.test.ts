import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, invited, openPlace, publish, type Place } from './place.ts'

let browser: Browser
let place: Place
let visitor: Page
let moderator: Page
const path = '/actualites/une-nouvelle'

beforeAll(async () => {
  browser = await openBrowser()
  place = await openPlace(browser)
  visitor = await place.visitor({ viewport: phone })
  const admin = await place.admin()
  await fillIn(admin, '/actualites/nouveau', { Titre: 'Une nouvelle', Texte: 'Dites ce que vous en pensez.' })
  await publish(admin)
  const member = await invited(place, { name: 'Denis', email: 'denis@ruche.example', role: 'Membre' })
  await member.goto(path)
  await member.getByLabel('Votre réponse').fill('Des mots blessants.')
  await member.getByRole('button', { name: 'Publier la réponse' }).click()
  const person = { name: 'Maya', email: 'maya@ruche.example', role: 'Modérateur ou modératrice' }
  moderator = await invited(place, person)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
})

describe('words that hurt, on phones and without JavaScript', () => {
  it('are reported by a visitor who has no account', async () => {
    await visitor.goto(path)
    await visitor.getByRole('link', { name: 'Signaler la réponse de Denis' }).click()
    await fits(visitor)
    await picture(visitor, 'report-phone')
    await visitor.getByLabel('Que se passe-t-il').fill('C’est une insulte.')
    await visitor.getByRole('button', { name: 'Envoyer le signalement' }).click()
    expect(await visitor.getByRole('heading', { level: 1 }).innerText()).toBe('Merci')
    await fits(visitor)
    expect(await visitor.context().cookies()).toEqual([])
  })

  it('are hidden by a moderator, who says why', async () => {
    await moderator.goto('/moderation/signalements')
    await fits(moderator)
    await picture(moderator, 'reports-phone')
    expect(await moderator.getByRole('main').innerText()).toContain('C’est une insulte.')
    await moderator.getByRole('radio', { name: 'Masquer' }).check()
    await moderator.getByRole('button', { name: 'Décider' }).click()
    expect(await moderator.locator('.field-error').count()).toBeGreaterThan(0)
    expect(await moderator.getByRole('radio', { name: 'Masquer' }).isChecked()).toBe(true)
    await moderator.getByLabel('Pourquoi').fill('Insulte envers une personne.')
    await moderator.getByRole('button', { name: 'Décider' }).click()
    expect(await moderator.getByRole('main').innerText()).toContain('Aucun signalement ouvert')
  })

  it('are read by nobody else, and the decision is kept', async () => {
    await visitor.goto(path)
    expect(await visitor.getByRole('main').innerText()).not.toContain('blessants')
    await moderator.goto('/moderation/decisions')
    await fits(moderator)
    await picture(moderator, 'decisions-phone')
    const text = await moderator.getByRole('main').innerText()
    for (const words of ['Maya', 'Insulte envers une personne.']) expect(text).toContain(words)
  })

  it('are no reason to open the moderators’ pages to a visitor', async () => {
    expect((await visitor.goto('/moderation'))?.status()).toBe(401)
    await fits(visitor)
  })
})
