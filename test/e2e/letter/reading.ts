import type { Page } from 'playwright-core'

/** What a page says, with plain spaces: French and Intl have several that look the same. */
export const textOf = async (page: Page): Promise<string> =>
  (await page.getByRole('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ')
