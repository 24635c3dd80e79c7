import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { freePort, openMachine, type Machine, type RunningServer } from '../support/processes.ts'
import { accessible, desk, fits, openBrowser, phone, picture, someone } from './browser.ts'
import { fillIn, inDays, publish, signIn } from './place.ts'
import { linkIn, openRelay, type Relay } from './relay.ts'

let browser: Browser
let relay: Relay
let machine: Machine
let server: RunningServer
let base = ''
let env: Record<string, string> = {}
let seeker: Page
let admin: Page

beforeAll(async () => {
  browser = await openBrowser()
  relay = await openRelay()
  machine = await openMachine()
  const port = String(await freePort())
  base = `http://localhost:${port}`
  env = { PORT: port, PUBLIC_URL: base, SMTP_URL: relay.url, MAIL_FROM: 'hub@ruche.example' }
  await machine.init()
  server = await machine.serve(env)
  seeker = await someone(browser, base, { viewport: phone })
  admin = await someone(browser, base)
  await signIn(admin, 'amel@ruche.example', 'une phrase assez longue')
})
afterAll(async () => {
  await browser?.close()
  await machine?.clear()
  await relay?.close()
})

/** A day and an hour go by. */
async function nextDay(): Promise<void> {
  await server.stop()
  const db = await openDatabase({ url: `file:${machine.dataDir}/maillon.db` })
  const ago = 25 * 3_600_000
  await db.write([
    { sql: 'UPDATE alerts SET since = since - ?, due_at = due_at - ?', args: [ago, ago] },
    { sql: 'UPDATE entries SET published_at = published_at - 600000', args: [] },
  ])
  await db.close()
  server = await machine.serve(env)
}

describe('somebody who looks for work, on an old phone, without JavaScript and without an account', () => {
  it('asks from the list to be told of what is new in it, and confirms from the mailbox', async () => {
    await seeker.goto('/emplois?place=92036')
    await picture(seeker, 'alert-list-phone')
    await seeker.getByRole('link', { name: 'Être prévenu·e par e-mail' }).click()
    await fits(seeker)
    await picture(seeker, 'alert-form-phone')
    expect(await seeker.locator('main').innerText()).toContain('Offres d’emploi – Gennevilliers (92)')
    await seeker.getByLabel('Votre adresse électronique').fill('zoe@exemple.example')
    await seeker.getByLabel('Au plus une fois par jour').check()
    await seeker.getByRole('button', { name: 'Recevoir le lien' }).click()
    await seeker.getByRole('heading', { name: 'Ouvrez votre boîte aux lettres' }).waitFor()
    await seeker.goto(linkIn((await relay.next('zoe@exemple.example')).text, 'alertes'))
    await fits(seeker)
    await picture(seeker, 'alert-confirm-phone')
    await seeker.getByRole('button', { name: 'Confirmer', exact: true }).click()
    await seeker.getByRole('heading', { name: 'Votre alerte' }).waitFor()
    await picture(seeker, 'alert-own-phone')
    expect(await seeker.context().cookies()).toEqual([])
  })

  it('is told the next day, in one letter that the mailbox itself can end', async () => {
    await fillIn(admin, '/emplois/nouveau', {
      Titre: 'Menuisière ou menuisier',
      'En une ou deux phrases': 'Un atelier de réemploi cherche quelqu’un.',
      Commune: 'Gennevilliers (92)',
      Contrat: 'CDI',
      'Date limite': inDays(20),
      'Postuler par e-mail': 'emploi@ruche.example',
    })
    const path = await publish(admin)
    await nextDay()
    const letter = await relay.next('zoe@exemple.example')
    expect(letter.subject).toContain('1\u00a0nouveauté')
    expect(letter.text).toContain('Menuisière ou menuisier')
    expect(letter.text).toContain(base + path)
    const lines = letter.headerLines.map(({ line }) => line.replace(/\r\n /g, ' '))
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(lines.join('\n')).toMatch(/List-Unsubscribe: *<http:\/\/localhost:\d+\/alertes\/fin\/[^>]+>/)
    await seeker.goto(linkIn(letter.text, 'alertes/fin'))
    await fits(seeker)
    await picture(seeker, 'alert-stop-phone')
    await seeker.getByRole('button', { name: 'Tout arrêter' }).click()
    await seeker.getByRole('heading', { name: 'C’est arrêté' }).waitFor()
  })
})

describe('those who look for partners', () => {
  it('see who could answer a lot and why, on a phone and on a desk', async () => {
    await seedMarkets()
    await seeker.goto('/marches')
    await seeker.getByRole('link', { name: 'Entretien des parcs' }).first().click()
    await seeker.getByRole('link', { name: /Tonte/ }).first().click()
    await fits(seeker)
    await picture(seeker, 'matching-lot-phone')
    const said = await seeker.locator('main').innerText()
    expect(said).toContain('Sait faire 773')
    expect(said).toContain('À vérifier')
    await seeker.getByRole('link', { name: 'Voir toutes les organisations' }).click()
    await fits(seeker)
    await picture(seeker, 'matching-all-phone')
    await seeker.getByRole('link', { name: 'Par nom' }).click()
    await seeker.getByRole('link', { name: 'Les Jardins du quai' }).click()
    await fits(seeker)
    await picture(seeker, 'matching-organisation-phone')
    expect(await seeker.locator('main').innerText()).toContain('Marchés à sa portée')
    await seeker.goto('/marches/correspondances')
    await fits(seeker)
    await picture(seeker, 'matching-how-phone')
  })

  it('have pages that everybody can use, in light and in dark', async () => {
    const cookies = await admin.context().cookies()
    const open = async (dark: boolean) => {
      const wide = await someone(browser, base, { viewport: desk, scripts: true, dark })
      await wide.context().addCookies(cookies)
      return wide
    }
    const light = await open(false)
    for (const [at, name] of [
      ['/marches/entretien-des-parcs/lots/1', 'matching-lot'],
      ['/annuaire/les-jardins-du-quai/marches', 'matching-lots'],
      ['/marches/correspondances', 'matching-how'],
      ['/alertes/nouvelle?kind=tender', 'alert-form-own'],
    ] as const) {
      await light.goto(at)
      await accessible(light)
      await picture(light, name)
    }
    const dark = await open(true)
    await dark.goto('/annuaire/les-jardins-du-quai/marches')
    await accessible(dark, 'colours')
    await picture(dark, 'matching-lots-dark')
  })

  it('are told of lots that fit their organisation, and see their alerts under their account', async () => {
    await admin.goto('/annuaire/les-jardins-du-quai/marches')
    await admin.getByLabel('Au plus une fois par jour').check()
    await admin.getByRole('button', { name: 'Être prévenu·e des lots qui conviennent' }).click()
    await admin.getByText('C’est enregistré.').waitFor()
    await picture(admin, 'alerts-mine')
    await post('tender', 'Un autre marché', {
      buyer: 'Ville imaginaire',
      lots: [{ title: 'Haies du stade', cpv: '77340000', place: '92036' }],
    })
    await nextDay()
    const letter = await relay.next('amel@ruche.example')
    expect(letter.text).toContain('Haies du stade')
    expect(letter.text).toContain('+ Sait faire 773')
  })
})

let token = ''
async function post(kind: string, title: string, fields: Record<string, unknown>): Promise<void> {
  const answer = await fetch(`${base}/api/v1/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({
      ...{ kind, title, fields, publish: true, language: 'fr', licence: null, place: '92036', tags: [] },
      ...{ summary: 'Une phrase qui dit de quoi il s’agit.', body: 'Et le reste.' },
    }),
  })
  if (!answer.ok) throw new Error(`${kind}: ${answer.status} ${await answer.text()}`)
}

async function seedMarkets(): Promise<void> {
  const words = ['token', 'create', '--email', 'amel@ruche.example', '--scopes', 'read,write']
  token = (await machine.maillon(words)).out.trim()
  await post('organisation', 'Les Jardins du quai', {
    ...{ family: 'association', structure: 'aci', cpv: ['773'], serves: ['92'], largestContract: 30_000 },
  })
  await post('organisation', 'Coopérative d’activité et d’emploi interdépartementale des intermittents', {
    ...{
      family: 'cooperative',
      status: 'cae',
      sectors: ['environment'],
      area: 'Partout où l’on veut bien de nous',
    },
  })
  await post('tender', 'Entretien des parcs', {
    buyer: 'Ville imaginaire',
    deadline: `${inDays(40)}T12:00`,
    lots: [
      {
        ...{ title: 'Tonte', cpv: '77310000', place: '92036', placeName: 'Gennevilliers (92)' },
        ...{ amountMin: 40_000, amountMax: 90_000, insertionHours: 1200, openTo: ['aci', 'ei'] },
      },
    ],
  })
}
