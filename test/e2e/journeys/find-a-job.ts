import { expect } from 'vitest'
import type { Journey } from './journey.ts'

export const findAJob: Journey = {
  name: 'find-a-job',
  title: 'somebody who looks for work finds an offer near them, and how to answer it',
  async walk({ stage, how, look }) {
    const page = await stage.visitor(stage.network, how)
    await page.goto('/emplois')
    if (!(await page.getByLabel('Commune ou département').isVisible()))
      await page.locator('summary', { hasText: 'Filtrer' }).click()
    await page.getByLabel('Commune ou département').fill('Gennevilliers')
    await page.getByRole('button', { name: 'Afficher' }).click()
    await page.waitForURL(/place=/)
    await page.getByText('Encadrant·e technique en maraîchage').waitFor()
    await look(page, 'list')
    await page.getByRole('link', { name: 'Encadrant·e technique en maraîchage' }).click()
    await page.getByRole('heading', { level: 1, name: 'Encadrant·e technique en maraîchage' }).waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(/postuler/i)
    await look(page, 'offer')
    await page.context().close()
  },
}
