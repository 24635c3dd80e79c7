import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessible, desk, fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, inDays, openPlace, publish, type Place } from './place.ts'
import { openRelay, type Relay } from './relay.ts'

let browser: Browser
let relay: Relay
let place: Place
let seeker: Page
let admin: Page
let path = ''

beforeAll(async () => {
  browser = await openBrowser()
  relay = await openRelay()
  place = await openPlace(browser, { env: { SMTP_URL: relay.url, MAIL_FROM: 'hub@ruche.example' } })
  admin = await place.admin()
  seeker = await place.visitor({ viewport: phone })
})
afterAll(async () => {
  await browser?.close()
  await place?.close()
  await relay?.close()
})

describe('somebody who looks for work, on an old phone, without JavaScript and without an account', () => {
  it('finds an offer, writes, and confirms from the mailbox', async () => {
    await fillIn(admin, '/emplois/nouveau', {
      Titre: 'Menuisière ou menuisier',
      'En une ou deux phrases': 'Un atelier de réemploi cherche quelqu’un.',
      Contrat: 'CDI',
      'Date limite': inDays(20),
      'Postuler par e-mail': 'emploi@ruche.example',
    })
    path = await publish(admin)
    await seeker.goto('/emplois')
    await seeker.getByRole('link', { name: 'Menuisière ou menuisier' }).click()
    await fits(seeker)
    await picture(seeker, 'inquiry-entry-phone')
    await seeker.getByRole('link', { name: 'Postuler' }).click()
    await fits(seeker)
    await picture(seeker, 'inquiry-form-phone')
    await seeker.getByLabel('Votre nom').fill('Zoé Martin')
    await seeker.getByLabel('Votre adresse électronique').fill('zoe@exemple.example')
    await seeker.getByLabel('Votre candidature').fill('Dix ans d’atelier.\nLibre dès lundi.')
    await seeker.getByRole('button', { name: 'Recevoir le lien' }).click()
    await seeker.getByRole('heading', { name: 'Ouvrez votre boîte aux lettres' }).waitFor()
    const letter = await relay.next('zoe@exemple.example')
    expect(letter.subject).toBe('Confirmez votre candidature\u00a0: Menuisière ou menuisier')
    await seeker.goto(/https?:\/\/\S+\/demandes\/\S+/.exec(letter.text ?? '')?.[0] ?? '')
    await fits(seeker)
    await picture(seeker, 'inquiry-confirm-phone')
    expect(await seeker.locator('main').innerText()).toContain('Dix ans d’atelier.')
    await seeker.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await seeker.getByRole('heading', { name: 'Votre candidature est transmise' }).waitFor()
    expect(await seeker.context().cookies()).toEqual([])
  })

  it('is read by mail, by an employer who can answer at once', async () => {
    const letter = await relay.next('emploi@ruche.example')
    expect(letter.replyTo?.value[0]?.address).toBe('zoe@exemple.example')
    expect(letter.text).toContain('> Dix ans d’atelier.\n> Libre dès lundi.')
    const done = await relay.next('zoe@exemple.example')
    expect(done.text).toContain('/demandes/')
  })

  it('is read on the site by those who publish, and seen to', async () => {
    await admin.goto(path)
    await admin.getByRole('link', { name: 'Candidatures (1)' }).click()
    await picture(admin, 'inquiries-desk')
    await admin.getByRole('button', { name: 'Marquer comme traitée : Zoé Martin' }).click()
    await admin.getByText('C’est marqué comme traité.').waitFor()
  })

  it('has pages that everybody can use, in light and in dark', async () => {
    for (const dark of [false, true]) {
      const wide = await place.admin({ viewport: desk, scripts: true, dark })
      for (const [at, name] of [
        [`${path}/demande`, 'inquiry-form-desk'],
        [`${path}/demandes`, 'inquiries-list'],
      ] as const) {
        await wide.goto(at)
        await accessible(wide)
        await picture(wide, dark ? `${name}-dark` : name)
      }
    }
  })

  it('takes back what was sent', async () => {
    await seeker.getByRole('button', { name: 'Retirer' }).click()
    await seeker.getByRole('heading', { name: 'C’est retiré' }).waitFor()
    await admin.goto(`${path}/demandes`)
    expect(await admin.locator('main').innerText()).toContain('Aucune candidature')
  })
})
