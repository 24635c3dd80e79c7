import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fits, openBrowser, phone, picture } from './browser.ts'
import { fillIn, inDays, openPlace, photo, publish, unfold, type Place } from './place.ts'

let browser: Browser
let place: Place
let editor: Page
let visitor: Page

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

/** The visitor finds it in its list, opens it, and has room to read. */
async function read(list: string, title: string): Promise<string> {
  await visitor.goto(list)
  await fits(visitor)
  await visitor.getByRole('link', { name: title, exact: true }).click()
  expect(await visitor.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  await fits(visitor)
  await picture(visitor, `kind-${list.slice(1)}-phone`)
  return (await visitor.getByRole('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
}

describe('on a phone, without JavaScript', () => {
  it('an organisation › is put into the directory, and read', async () => {
    await fillIn(editor, '/annuaire/nouveau', {
      Nom: 'Les Jardins du Halage',
      'En une ou deux phrases': 'Maraîchage et insertion au bord du fleuve.',
      Famille: 'Association',
      'Nom dans le fédivers': 'jardins',
      Commune: 'Gennevilliers',
    })
    await editor.getByLabel('Alimentation et agriculture').check()
    await unfold(editor, 'Numéros SIREN')
    await editor.getByLabel(/^RNA/).fill('W921234567')
    expect(await publish(editor)).toBe('/annuaire/les-jardins-du-halage')
    const text = await read('/annuaire', 'Les Jardins du Halage')
    for (const words of [
      'Gennevilliers (92)',
      'Alimentation et agriculture',
      'W921234567',
      `@jardins@${place.host}`,
    ])
      expect(text).toContain(words)
  })

  it('a resource › is shared in the name of the organisation, with a picture and its description', async () => {
    await fillIn(editor, '/ressources/nouveau', {
      Titre: 'Salle de réunion au bord du fleuve, accessible, avec vidéoprojecteur et quarante chaises',
      'En une ou deux phrases': 'Prêtée aux associations le soir.',
      'Au nom de': 'Les Jardins du Halage',
      Nature: 'Salle ou local',
      Conditions: 'Prêt gratuit',
      Disponibilités: 'Le soir et le samedi',
      'Disponible jusqu’au': inDays(90),
      'E-mail': 'salle@jardins.example',
      Texte: 'Deux **grandes tables**, et une cuisine.',
      Commune: 'Gennevilliers',
      'Description de l’image': 'Une salle claire et ses tables en bois',
      'Mots-clés': 'Salle, Réunion',
    })
    await unfold(editor, 'Selon la nature de la ressource')
    await editor.getByLabel('Surface').fill('48')
    await editor
      .getByLabel(/^Image/)
      .first()
      .setInputFiles(await photo())
    const path = await publish(editor)
    const text = await read(
      '/ressources',
      'Salle de réunion au bord du fleuve, accessible, avec vidéoprojecteur et quarante chaises',
    )
    for (const words of [
      'Prêt gratuit',
      '48 m²',
      'Le soir et le samedi',
      'salle@jardins.example',
      'grandes tables',
    ])
      expect(text).toContain(words)
    const image = visitor.getByRole('img', { name: 'Une salle claire et ses tables en bois' })
    expect(await image.evaluate((element: { naturalWidth?: number }) => element.naturalWidth)).toBe(1200)
    await visitor.goto('/annuaire/les-jardins-du-halage')
    expect(await visitor.locator(`a[href="${path}"]`).count()).toBe(1)
  })

  it('a job offer › says contract, pay and how to apply', async () => {
    await fillIn(editor, '/emplois/nouveau', {
      Titre: 'Encadrante ou encadrant technique en maraîchage',
      'En une ou deux phrases': 'Dix salariés en parcours, deux hectares.',
      Contrat: 'CDI',
      'Temps de travail': '35',
      'Rémunération minimale': '2100',
      'Rémunération maximale': '2300',
      'Date limite': inDays(30),
      'Postuler par e-mail': 'emploi@jardins.example',
      Commune: 'Gennevilliers',
    })
    await publish(editor)
    const text = await read('/emplois', 'Encadrante ou encadrant technique en maraîchage')
    for (const words of ['CDI', '35 h par semaine', 'brut par mois', 'emploi@jardins.example'])
      expect(text).toContain(words)
  })

  it('a piece of news › can be the minutes of a meeting', async () => {
    await fillIn(editor, '/actualites/nouveau', {
      Titre: 'Le comité du forum s’est réuni',
      'En une ou deux phrases': 'Trois débats retenus.',
      Texte: 'Tout le monde autour de la table.',
    })
    await unfold(editor, 'Un compte rendu de réunion')
    await editor.getByLabel('Date de la réunion').fill('2026-11-16')
    await editor.getByLabel('Décisions').fill('Trois débats.\nDes stands gratuits.')
    await publish(editor)
    const text = await read('/actualites', 'Le comité du forum s’est réuni')
    for (const words of ['16 novembre 2026', 'Des stands gratuits.', 'autour de la table'])
      expect(text).toContain(words)
  })

  it('an event › says when and where, and can be put into a calendar', async () => {
    await fillIn(editor, '/agenda/nouveau', {
      Titre: 'Forum de l’économie sociale et solidaire',
      'En une ou deux phrases': 'Une journée pour se connaître.',
      Début: `${inDays(40)}T09:00`,
      Fin: `${inDays(40)}T17:30`,
      Lieu: 'Halle des Possibles',
      Commune: 'Courbevoie',
    })
    const path = await publish(editor)
    const text = await read('/agenda', 'Forum de l’économie sociale et solidaire')
    for (const words of ['9 h', '17 h 30', 'Halle des Possibles', 'Courbevoie (92)'])
      expect(text).toContain(words)
    expect(await visitor.getByRole('link', { name: 'Ajouter à mon agenda' }).getAttribute('href')).toBe(
      `${path}.ics`,
    )
  })

  it('all of it › is on the home page, and found by a word of its text', async () => {
    await visitor.goto('/')
    await fits(visitor)
    await picture(visitor, 'kinds-home-phone')
    expect(await visitor.locator('.card').count()).toBe(5)
    await visitor.goto('/recherche?q=maraichage')
    expect(await visitor.getByRole('main').locator('.card').count()).toBe(2)
  })

  it('a list › shows first what was asked for, and says how many filters hold', async () => {
    await visitor.goto('/ressources')
    await visitor.getByText('Filtrer').click()
    await visitor.getByLabel('Commune ou département').fill('Gennevilliers')
    await visitor.getByRole('button', { name: 'Afficher' }).click()
    expect(await visitor.getByText('1 filtre actif').isVisible()).toBe(true)
    expect(await visitor.getByRole('button', { name: 'Afficher' }).isVisible()).toBe(false)
    expect(await visitor.locator('.card').count()).toBe(1)
  })
})

describe('an editor that came back with errors', () => {
  it('keeps all that was typed, the picture included, and says what to mend beside each field', async () => {
    await fillIn(editor, '/ressources/nouveau', {
      Titre: 'Chutes de chêne',
      Texte: 'Premier arrivé, premier servi.',
      Commune: 'Nulle-Part-sur-Rien',
      'Mots-clés': 'Bois',
    })
    await editor
      .getByLabel(/^Image/)
      .first()
      .setInputFiles(await photo('bois.jpg'))
    await editor.getByRole('button', { name: 'Publier', exact: true }).click()
    await fits(editor)
    await picture(editor, 'editor-errors-phone')
    const faults = await editor.locator('.error-summary a').allTextContents()
    expect(faults.map((fault) => fault.split(' – ')[0])).toEqual([
      'Nature',
      'Commune',
      'Description de l’image',
    ])
    expect(await editor.getByLabel('Titre').inputValue()).toBe('Chutes de chêne')
    expect(await editor.getByLabel(/^Texte/).inputValue()).toBe('Premier arrivé, premier servi.')
    expect(await editor.getByLabel('Commune').inputValue()).toBe('Nulle-Part-sur-Rien')
    expect(await editor.locator('.picture-kept img').count()).toBe(1)
    await editor.getByLabel(/^Nature/).selectOption({ label: 'Biens et fournitures' })
    await editor.getByLabel('Commune').fill('Nanterre')
    await editor.getByLabel('Description de l’image').fill('Un tas de planches')
    await publish(editor)
    await visitor.goto('/ressources/chutes-de-chene')
    expect(await visitor.getByRole('img', { name: 'Un tas de planches' }).count()).toBe(1)
  })
})
