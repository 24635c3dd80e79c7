import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPeer, type Peer } from '../peers/fedify.ts'
import { openSite } from '../support/site.ts'
import { fits, openBrowser, picture } from './browser.ts'
import { seedMessages, write } from './letters.ts'
import { invited, openPlace, type Place } from './place.ts'

let browser: Browser
let place: Place
let peer: Peer
let editor: Page

beforeAll(async () => {
  browser = await openBrowser()
  const site = await openSite()
  place = await openPlace(browser, { allow: site.host })
  peer = await openPeer(site)
  const person = { name: 'Inès', email: 'ines@ruche.example', role: 'Éditeur ou éditrice' }
  editor = await invited(place, person)
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
  await peer?.stop()
})

const main = () => editor.getByRole('main').innerText()

describe('somebody names the hub on their own server; an editor, on a phone and without JavaScript,', () => {
  it('learns from the empty page how a message arrives', async () => {
    await editor.goto('/messages')
    expect(await main()).toContain(`@emplois@${place.host}`)
    await fits(editor)
    await picture(editor, 'messages-none-phone')
  })

  it('is told at the desk that it is there, and reads it', async () => {
    await write(place, peer, { content: '<p>Êtes-vous ouverts samedi ?</p>' })
    await editor.goto('/brouillons')
    await editor.getByRole('link', { name: '1 message à traiter' }).click()
    for (const words of ['Amel', `@amel@${peer.host}`, 'Êtes-vous ouverts samedi'])
      expect(await main()).toContain(words)
    await fits(editor)
    await picture(editor, 'messages-phone')
  })

  it('marks it as handled, finds it again with their name, and reopens it', async () => {
    await editor.getByRole('button', { name: 'Marquer comme traité le message d’Amel' }).click()
    await editor.getByText('Le message est marqué comme traité.').waitFor()
    expect(await main()).toContain('Aucun message à traiter')
    await editor.getByRole('link', { name: 'Traités' }).click()
    expect(await main()).toContain('Traité par Inès')
    await editor.getByRole('button', { name: 'Rouvrir le message d’Amel' }).click()
    expect(await main()).toContain('Aucun message traité')
  })

  it('erases it in two steps, and it does not come back', async () => {
    await editor.goto('/messages')
    await editor.locator('summary', { hasText: 'Effacer' }).click()
    await editor.getByRole('button', { name: /^Effacer pour de bon/ }).click()
    expect(await main()).toContain('Aucun message à traiter')
  })

  it('finds several in order, the newest first', async () => {
    await seedMessages(place, peer)
    await editor.goto('/messages')
    expect(await editor.getByRole('article').count()).toBe(3)
    expect(await editor.getByRole('article').first().innerText()).toContain('A word of warning')
    await fits(editor)
  })
})
