import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { answerALot } from './journeys/answer-a-lot.ts'
import { findAJob } from './journeys/find-a-job.ts'
import { walkOf, ways, type Journey } from './journeys/journey.ts'
import { openStage, type Stage } from './letter/stage.ts'

const journeys: readonly Journey[] = [findAJob, answerALot]

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

describe.each(journeys)('$title', (journey) => {
  it.each(ways)('$words', (way) => journey.walk(walkOf(journey, way, stage, browser)), 120_000)
})
