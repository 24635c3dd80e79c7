import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { photo, publish, unfold } from '../place.ts'
import { linkIn } from '../relay.ts'
import type { Journey, Walk } from './journey.ts'

const body = 'La salle donne sur le quai, de plain-pied.\n\nOn y tient à quarante, et les chaises sont là.'

/** With scripts: what is typed is seen at once, here and as on Mastodon, and a picture goes into the text. */
async function writeWithScripts(page: Page, { look }: Walk): Promise<void> {
  const live = page.getByRole('complementary', { name: 'Aperçu pendant que vous écrivez' })
  const area = page.getByLabel('Texte', { exact: false }).and(page.locator('textarea[name=body]'))
  await area.fill('')
  await area.pressSequentially('La salle donne sur le quai, ')
  await page.keyboard.press('Control+b')
  await page.keyboard.type('de plain-pied')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('.')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- quarante places')
  await page.keyboard.press('Enter')
  await page.keyboard.type('des chaises')
  expect(await area.inputValue()).toBe(
    'La salle donne sur le quai, **de plain-pied**.\n\n- quarante places\n- des chaises',
  )
  await page.locator('#direct-ici').getByText('de plain-pied').waitFor()
  await live.locator('summary', { hasText: 'Sur Mastodon' }).click()
  await live.locator('.mastodon li', { hasText: 'quarante places' }).waitFor()
  await look(page, 'mastodon')
  await live.locator('summary', { hasText: 'Ici' }).click()
  await area.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Ajouter une illustration' }).click()
  await (await chooser).setFiles(await photo('IMG_2041.jpg'))
  const dialog = page.getByRole('dialog', { name: 'Que montre cette image' })
  await dialog.getByRole('button', { name: 'Mettre dans le texte' }).click()
  await dialog.getByRole('alert').getByText('Écrivez une description').waitFor()
  await look(page, 'picture-asked')
  await dialog.getByLabel('Description').fill('Les chaises, rangées devant la scène')
  await dialog.getByRole('button', { name: 'Mettre dans le texte' }).click()
  await page.locator('#direct-ici').getByAltText('Les chaises, rangées devant la scène').waitFor()
  await page.getByText(/^Enregistré à \d+\sh/).waitFor()
}

export const offerARoom: Journey = {
  name: 'offer-a-room',
  title: 'an editor offers a room in two minutes, sees how it will look, and somebody asks for it',
  async walk(walk) {
    const { stage, how, scripts, mark, look } = walk
    const title = `Salle du quai, ${mark}`
    const page = await stage.admin(stage.network, how)
    await page.goto('/ressources/nouveau')
    await look(page, 'form')
    await page.getByLabel('Titre').fill(title)
    await page
      .getByLabel('En une ou deux phrases')
      .fill('Une salle de quarante places à Gennevilliers, libre le mardi et le jeudi soir.')
    await page.getByLabel('Nature', { exact: true }).selectOption('room')
    await page.locator('select[name=terms]').selectOption('loan')
    await page.locator('input[name=availability]').fill('Le mardi et le jeudi soir')
    await page.getByLabel('Commune').first().fill('Gennevilliers')
    if (scripts) await writeWithScripts(page, walk)
    else await page.locator('textarea[name=body]').fill(body)
    await unfold(page, 'L’image')
    await page
      .getByLabel('Image', { exact: false })
      .and(page.locator('input[name=image]'))
      .setInputFiles(await photo())
    await page
      .getByLabel('Description de l’image', { exact: false })
      .and(page.locator('textarea[name=imageAlt]'))
      .fill('La salle vide, avec ses chaises contre le mur')
    const advice = page.getByRole('region', { name: 'Avant de publier' })
    expect(await advice.innerText()).toContain('Un résumé qui se comprend seul')
    if (scripts)
      expect(
        await advice.locator('.advice-done', { hasText: 'Un résumé qui se comprend seul' }).count(),
      ).toBe(1)
    await page.getByRole('button', { name: 'Enregistrer le brouillon' }).click()
    await page.getByText('Le brouillon est enregistré.').waitFor()
    await look(page, 'draft')

    // Another day: it waits among the drafts.
    await page.goto('/brouillons')
    await page.getByRole('link', { name: `Modifier – ${title}` }).click()
    await page.getByRole('button', { name: 'Prévisualiser' }).click()
    await page.getByRole('heading', { name: `Aperçu de «\u00a0${title}\u00a0»` }).waitFor()
    expect(await page.locator('.mastodon').innerText()).toContain('@ressources')
    await look(page, 'preview')
    const path = await publish(page)
    await page.context().close()

    const visitor = await stage.visitor(stage.network, how)
    await visitor.goto(path)
    expect(await visitor.getByAltText('La salle vide, avec ses chaises contre le mur').count()).toBe(1)
    if (scripts) expect(await visitor.getByAltText('Les chaises, rangées devant la scène').count()).toBe(1)
    await look(visitor, 'offer')
    await visitor.getByRole('link', { name: 'Écrire par e-mail' }).click()
    await visitor.getByLabel('Votre nom').fill('Zoé Martin')
    const email = `zoe-${mark}@exemple.example`
    await visitor.getByLabel('Votre adresse électronique').fill(email)
    await visitor.getByLabel('Votre message').fill('Libre le 12 au soir, pour quinze personnes\u00a0?')
    await visitor.getByRole('button', { name: 'Recevoir le lien' }).click()
    await visitor.getByRole('heading', { name: 'Ouvrez votre boîte aux lettres' }).waitFor()
    const letter = await stage.relay.next(email)
    await visitor.goto(linkIn(letter.text, 'demandes'))
    await visitor.getByRole('button', { name: 'Envoyer', exact: true }).click()
    await visitor.getByRole('heading', { name: 'est transmise' }).waitFor()
    await visitor.context().close()
  },
}
