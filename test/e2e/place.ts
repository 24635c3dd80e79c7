import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { freePort, openMachine, type Machine } from '../support/processes.ts'
import { phone, someone } from './browser.ts'

// A hub that is already set up, the people who use it, and their windows.

export interface Place {
  /** `http://localhost:…`: the name by which other hubs know it too. */
  base: string
  /** `localhost:…` */
  host: string
  machine: Machine
  /** A window of somebody unknown to the hub. */
  visitor(how?: How): Promise<Page>
  /** A window of Amel, who runs the hub. */
  admin(how?: How): Promise<Page>
  close(): Promise<void>
}

type How = NonNullable<Parameters<typeof someone>[2]>

export async function openPlace(
  browser: Browser,
  {
    port,
    allow = '',
    env: more = {},
    before,
  }: {
    port?: number
    allow?: string
    env?: Record<string, string>
    /** A module that the hub's process loads before its own; returns its address. */
    before?: (dataDir: string) => string
  } = {},
): Promise<Place> {
  const machine = await openMachine()
  const host = `localhost:${port ?? (await freePort())}`
  const base = `http://${host}`
  const env = {
    PORT: host.replace('localhost:', ''),
    PUBLIC_URL: base,
    FEDERATION_ALLOW_HOSTS: allow,
    ...more,
    ...(before === undefined ? {} : { NODE_OPTIONS: `--import=${before(machine.dataDir)}` }),
  }
  const made = await machine.init()
  if (made.code !== 0) throw new Error(`The hub could not be set up: ${made.err}`)
  await machine.serve(env)
  const signedIn = await someone(browser, base)
  await signIn(signedIn, 'amel@ruche.example', 'une phrase assez longue')
  const cookies = await signedIn.context().cookies()
  return {
    base,
    host,
    machine,
    visitor: (how) => someone(browser, base, how),
    async admin(how) {
      const page = await someone(browser, base, how)
      await page.context().addCookies(cookies)
      return page
    },
    close: () => machine.clear(),
  }
}

export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/connexion')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL((url) => url.pathname !== '/connexion')
}

/** The admin invites, hands the link over, and the person comes in on a telephone. */
export async function invited(
  place: Place,
  person: { name: string; email: string; role: string },
  how: How = { viewport: phone },
): Promise<Page> {
  const admin = await place.admin()
  await admin.goto('/utilisateurs/inviter')
  await admin.getByLabel('Adresse électronique').fill(person.email)
  await admin.getByRole('radio', { name: person.role }).check()
  await admin.getByRole('button', { name: 'Créer l’invitation' }).click()
  const link = await admin.getByLabel('Lien d’invitation').inputValue()
  const page = await place.visitor(how)
  await page.goto(link)
  await page.getByLabel('Votre nom').fill(person.name)
  await page.getByLabel('Mot de passe').fill('quatre mots sans rapport')
  await page.getByLabel('Encore une fois').fill('quatre mots sans rapport')
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/invitation'))
  return page
}

/** Opens a form, fills what is asked for by label, and leaves it to be sent. */
export async function fillIn(
  page: Page,
  path: string,
  answers: Readonly<Record<string, string>>,
): Promise<void> {
  await page.goto(path)
  for (const [label, answer] of Object.entries(answers)) {
    const field = page.getByLabel(new RegExp(`^${label}`)).first()
    await unfoldAround(page, field)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT')
      await field.selectOption({ label: answer })
    else await field.fill(answer)
  }
}

/** Opens what a question is folded in, as whoever looks for it does. */
export async function unfoldAround(page: Page, field: Locator): Promise<void> {
  for (;;) {
    const folded = page.locator('details:not([open])').filter({ has: field }).first()
    if ((await folded.count()) === 0) return
    await folded.locator('> summary').click()
  }
}

/** What most people leave empty stands folded. */
export const unfold = (page: Page, words: string): Promise<void> =>
  page.locator('summary', { hasText: words }).click()

export async function publish(page: Page): Promise<string> {
  await page.getByRole('main').getByRole('button', { name: 'Publier', exact: true }).click()
  await page.getByText('C’est publié.').waitFor()
  return new URL(page.url()).pathname
}

/** A day that is still to come, as a date field takes it. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** `2026-11-29T10:00` in Paris: the door of an event is open the day before, and while it lasts. */
export const inHours = (hours: number): string =>
  new Date(Date.now() + hours * 3_600_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Paris' })
    .replace(' ', 'T')
    .slice(0, 16)

/** What a person would choose from their telephone. */
export const photo = async (name = 'salle.jpg') => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7a9a6b' } })
    .jpeg()
    .toBuffer(),
})
