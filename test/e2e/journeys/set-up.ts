import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { openMachine } from '../../support/processes.ts'
import { someone } from '../browser.ts'
import { unfold } from '../place.ts'
import type { Journey } from './journey.ts'

/**
 * What a person is asked for from the printed link to the first public page. An unhurried one fills in six answers a
 * minute and reads a page in twenty seconds: with these numbers that is less than five minutes.
 */
const most = { answers: 9, pages: 8 }

export const setUp: Journey = {
  name: 'set-up',
  title: 'somebody who has just installed a site opens it, gives it a face, and publishes a first offer',
  async walk({ browser, how, scripts, look }) {
    const machine = await openMachine()
    try {
      const server = await machine.serve()
      const page = await someone(browser, server.url, how)
      const asked = { answers: 0, pages: 0 }
      const arrive = async (step: string): Promise<void> => {
        asked.answers += await page.locator(unanswered).count()
        asked.pages += 1
        await look(page, step)
      }

      await page.goto(printed(server.out()))
      await arrive('wizard')
      await openTheSite(page)
      await page.getByRole('heading', { level: 2, name: 'Premiers pas' }).waitFor()
      await arrive('first-steps')

      await page.getByRole('link', { name: 'Choisir couleur et logo' }).click()
      await page.getByLabel('En une phrase').waitFor()
      await arrive('identity')
      await giveItAFace(page, scripts)
      await look(page, 'identity-preview')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await page.getByText('enregistré', { exact: false }).first().waitFor()
      await page.getByRole('banner').getByRole('link', { name: 'La Ruche des possibles' }).click()
      await page.getByRole('heading', { level: 2, name: 'Premiers pas' }).waitFor()
      expect(await page.getByText('Des ateliers à partager').first().isVisible()).toBe(true)
      await arrive('home')

      await page.getByRole('main').getByRole('link', { name: 'Publier' }).click()
      await arrive('kinds')
      await page.getByRole('main').getByRole('link', { name: 'Offre d’emploi' }).click()
      await page.getByLabel('Titre').waitFor()
      await arrive('editor')
      await page.getByLabel('Titre').fill('Encadrante technique')
      await page.getByLabel('Contrat').first().selectOption({ label: 'CDI' })
      await unfold(page, 'En ligne, ou autrement')
      await page.getByLabel('Comment postuler').first().fill('Écrivez-nous une lettre simple.')
      await page.getByRole('button', { name: /Publier/ }).click()
      await page.getByRole('heading', { level: 1, name: 'Encadrante technique' }).waitFor()
      await arrive('offer')

      expect(asked.answers).toBeLessThanOrEqual(most.answers)
      expect(asked.pages).toBeLessThanOrEqual(most.pages)
      await page.goto('/')
      expect(await page.getByRole('main').getByRole('link', { name: 'Encadrante technique' }).count()).toBe(1)
      expect(await page.getByText('Premiers pas').count()).toBe(0)
      await page.context().close()
    } finally {
      await machine.clear()
    }
  },
}

/** What has to be answered and is not answered yet. */
const unanswered = 'main form:not([method=get]) :is(input, select, textarea):required:invalid'

const printed = (out: string): string => {
  const link = /Set it up within the hour: (\S+)/.exec(out)?.[1]
  if (link === undefined) throw new Error('No setup link was printed.')
  return new URL(link).pathname + new URL(link).search
}

async function openTheSite(page: Page): Promise<void> {
  await page.getByLabel('Nom du site').fill('La Ruche des possibles')
  await page.getByLabel('Nom court').fill('ruche')
  await page.getByLabel('Votre nom').fill('Amel')
  await page.getByLabel('Votre adresse électronique').fill('amel@ruche.example')
  await page.getByLabel('Votre mot de passe').fill('une phrase assez longue')
  await page.getByLabel('Encore une fois').fill('une phrase assez longue')
  await page.getByRole('button', { name: 'Ouvrir le site' }).click()
}

async function giveItAFace(page: Page, scripts: boolean): Promise<void> {
  await page.getByLabel('En une phrase').fill('Des ateliers à partager, au nord du fleuve')
  await page.getByLabel('Couleur').fill('#ffd700')
  if (!scripts) await page.getByRole('button', { name: 'Voir l’aperçu' }).click()
  // By itself where there is a script; nothing is kept by looking.
  const preview = page.getByRole('region', { name: 'Aperçu' })
  await preview.getByText('Des ateliers à partager').first().waitFor()
  await preview.getByText('#ffd700 est trop clair').waitFor()
  const button = `getComputedStyle(document.querySelector('.identity-preview .scheme-light .button')).backgroundColor`
  await expect.poll(() => page.evaluate(button), { timeout: 10_000 }).toBe('rgb(124, 103, 1)')
}
