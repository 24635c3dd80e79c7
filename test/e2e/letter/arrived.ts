import type { Page } from 'playwright-core'

/** Waits, by asking again as a person would, until a page of a hub shows what another hub has told it. */
export async function arrived(page: Page, path: string, words: string): Promise<void> {
  const late = performance.now() + 40_000
  for (;;) {
    await page.goto(path)
    if ((await page.getByText(words).count()) > 0) return
    if (performance.now() > late) throw new Error(`« ${words} » never came to ${page.url()}.`)
    await page.waitForTimeout(300)
  }
}
