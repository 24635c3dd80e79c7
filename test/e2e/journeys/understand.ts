import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Journey } from './journey.ts'

/** A glance is one screen: what would have to be scrolled to is not seen. */
export const understand: Journey = {
  name: 'understand',
  title: 'a stranger sees at a glance what a site is and what can be done there, and goes in',
  async walk({ stage, how, viewport, look }) {
    const page = await stage.visitor(stage.network, how)
    await page.goto('/')
    const main = page.getByRole('main')
    const ways = main.getByRole('navigation', { name: 'Ce que vous venez faire' }).getByRole('listitem')
    for (const part of [
      main.getByRole('heading', { level: 1, name: 'Réseau des Deux-Rives' }),
      main.getByText('économie sociale et solidaire au nord des Hauts-de-Seine'),
      main.getByText('partagent ce qu’elles ont'),
      main.getByRole('searchbox'),
      ways.nth(0),
      ways.nth(1),
      ways.nth(2),
    ])
      expect(await lowest(page, part), await part.innerText()).toBeLessThanOrEqual(viewport.height)
    await look(page, 'home')
    // Who reads on finds little, and all of it of use.
    expect(await main.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Nouveau ici',
      'Bientôt',
      'Ce site',
      'Suivre Réseau des Deux-Rives',
    ])
    await ways.getByRole('link', { name: 'Trouver un emploi' }).click()
    await page.getByRole('heading', { level: 1, name: 'Offres d’emploi' }).waitFor()
    expect(await page.getByRole('main').getByRole('article').count()).toBeGreaterThan(0)
    await page.context().close()
  },
}

/** Where its lower edge is, on a page that was not scrolled. */
async function lowest(page: Page, part: Locator): Promise<number> {
  expect(await page.evaluate('scrollY')).toBe(0)
  const box = await part.boundingBox()
  return box === null ? Number.POSITIVE_INFINITY : box.y + box.height
}
