import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../support/processes.ts'
import { until } from '../support/until.ts'
import { fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, openPlace, publish, type Place } from './place.ts'

let browser: Browser
let here: Place
let there: Place

beforeAll(async () => {
  browser = await openBrowser()
  const ports = [await freePort(), await freePort()] as const
  const allow = ports.map((port) => `localhost:${port}`).join(',')
  here = await openPlace(browser, { port: ports[0], allow })
  there = await openPlace(browser, { port: ports[1], allow })
})
afterAll(async () => {
  await browser?.close()
  await here?.close()
  await there?.close()
})

/** From the network page, as its administrator does. */
async function follow(place: Place, actor: string): Promise<Page> {
  const admin = await place.admin({ viewport: phone })
  await admin.goto('/reseau')
  await admin.getByLabel('Nom ou adresse du site').fill(actor)
  await admin.getByRole('button', { name: 'Suivre', exact: true }).click()
  await admin
    .getByRole('status')
    .getByText(/La demande part|Vous suivez ce site/)
    .waitFor()
  return admin
}

const cards = async (page: Page, path: string): Promise<number> => {
  await page.goto(path)
  return page.locator('.card').count()
}

describe('two hubs whose administrators follow each other', () => {
  it('a wrong name › is said to be wrong, and kept to be mended', async () => {
    const admin = await here.admin({ viewport: phone })
    await admin.goto('/reseau')
    await admin.getByLabel('Nom ou adresse du site').fill(`@personne@${there.host}`)
    await admin.getByRole('button', { name: 'Suivre', exact: true }).click()
    expect(await admin.getByLabel('Nom ou adresse du site').inputValue()).toBe(`@personne@${there.host}`)
    expect(await admin.locator('.field-error').innerText()).toContain('personne n’y porte ce nom')
  })

  it('are told that it is done', async () => {
    const admin = await follow(there, `@ressources@${here.host}`)
    await follow(here, `@emplois@${there.host}`)
    await until('the first hub to accept', async () => {
      await admin.goto('/reseau')
      return admin.getByRole('main').getByText('Suivi', { exact: true }).count()
    })
    await fits(admin)
    await picture(admin, 'network-phone')
  })

  it('show each other’s entries in their own lists, with where they come from', async () => {
    const author = await here.admin()
    await fillIn(author, '/ressources/nouveau', {
      Titre: 'Scie à format le samedi',
      'En une ou deux phrases': 'Avec l’un de nous pour la sécurité.',
      Nature: 'Matériel',
      'E-mail': 'machines@bois.example',
    })
    await publish(author)
    const visitor = await there.visitor({ viewport: phone })
    await until('the entry on the second hub', () => cards(visitor, '/ressources'), 30_000)
    await picture(visitor, 'network-list-phone')
    expect(await visitor.locator('.card .origin').innerText()).toContain(here.host)
    await visitor.getByRole('link', { name: 'Scie à format le samedi' }).click()
    await fits(visitor)
    await picture(visitor, 'network-entry-phone')
    const text = await visitor.getByRole('main').innerText()
    expect(text).toContain('Matériel')
    expect(text).toContain('vient d’un autre site du réseau')
    const source = visitor.getByRole('link', { name: `La lire sur ${here.host}` })
    expect(await source.getAttribute('href')).toBe(`${here.base}/ressources/scie-a-format-le-samedi`)
    expect(await cards(visitor, '/ressources?origin=hub')).toBe(0)

    const recruiter = await there.admin()
    await fillIn(recruiter, '/emplois/nouveau', {
      Titre: 'Menuisière ou menuisier',
      Contrat: 'CDI',
      'Postuler par e-mail': 'emploi@bois.example',
    })
    await publish(recruiter)
    const reader = await here.visitor({ viewport: phone })
    await until('the job on the first hub', () => cards(reader, '/emplois'), 30_000)
    expect(await reader.locator('.card .origin').innerText()).toContain(there.host)
  })

  it('no longer show what its author has withdrawn', async () => {
    const author = await here.admin()
    await author.goto('/ressources/scie-a-format-le-samedi/retirer')
    await author.getByRole('button', { name: 'Oui, retirer' }).click()
    const visitor = await there.visitor({ viewport: phone })
    await until('the entry to go', async () => (await cards(visitor, '/ressources')) === 0, 30_000)
  })
})
