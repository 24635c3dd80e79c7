import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { answeringTogether } from './letter/answering-together.ts'
import { facilitator } from './letter/l01-facilitator.ts'
import { councils } from './letter/l02-council.ts'
import { allotment } from './letter/l03-allotment.ts'
import { scopClauses } from './letter/l04-scop-clauses.ts'
import { networks } from './letter/l05-networks.ts'
import { call } from './letter/l06-call.ts'
import { premises } from './letter/l07-premises.ts'
import { schools } from './letter/l08-schools.ts'
import { freeSoftware } from './letter/l09-free-software.ts'
import { funds } from './letter/l10-funds.ts'
import { forum } from './letter/l11-forum.ts'
import { committees } from './letter/l12-committee.ts'
import { openStage, type Stage, type Story } from './letter/stage.ts'

/** One a proposal, in the order of the letter. */
const stories: readonly Story[] = [
  facilitator,
  councils,
  allotment,
  scopClauses,
  networks,
  call,
  premises,
  schools,
  freeSoftware,
  funds,
  forum,
  committees,
  answeringTogether,
]

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
