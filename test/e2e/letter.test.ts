import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { councils } from './letter/l02-council.ts'
import { networks } from './letter/l05-networks.ts'
import { committees } from './letter/l12-committee.ts'
import { openStage, type Stage, type Story } from './letter/stage.ts'

/** One a proposal, in the order of the letter. */
const stories: readonly Story[] = [councils, networks, committees]

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage(browser)
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await stage?.close()
}, 60_000)

describe('the demonstration', () => {
  it('holds a place for each proposal of the letter, in a browser without JavaScript', async () => {
    const page = await stage.visitor(stage.network)
    await page.goto('/')
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

describe.each(stories)('$proposal', ({ title, tell }) => {
  it(title, () => tell(stage), 120_000)
})
