import type { Page } from 'playwright-core'
import { linkIn } from '../relay.ts'
import type { Walk } from './journey.ts'

/** Somebody new on the hub, a member of it, who comes in by an invitation. */
export async function newcomer({ stage, how, mark }: Walk, admin: Page, name: string): Promise<Page> {
  await admin.goto('/utilisateurs/inviter')
  const email = `${name.normalize('NFD').replaceAll(/\W/g, '').toLowerCase()}-${mark}@deux-rives.example`
  await admin.getByLabel('Adresse électronique').fill(email)
  await admin.getByRole('radio', { name: 'Membre' }).check()
  await admin.getByRole('button', { name: 'Créer l’invitation' }).click()
  const page = await stage.visitor(stage.network, how)
  await page.goto(linkIn((await stage.relay.next(email)).text, 'invitation'))
  await page.getByLabel('Votre nom').fill(`${name} ${mark}`)
  await page.getByLabel('Mot de passe').fill('quatre mots sans rapport')
  await page.getByLabel('Encore une fois').fill('quatre mots sans rapport')
  await page.getByRole('button', { name: 'Ouvrir mon compte' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/invitation'))
  return page
}
