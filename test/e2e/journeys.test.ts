import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { announceEvent } from './journeys/announce-event.ts'
import { answerALot } from './journeys/answer-a-lot.ts'
import { findAJob } from './journeys/find-a-job.ts'
import { offerARoom } from './journeys/offer-a-room.ts'
import { prepareForum } from './journeys/prepare-forum.ts'
import { setUp } from './journeys/set-up.ts'
import { understand } from './journeys/understand.ts'
import { walkOf, ways, type Journey } from './journeys/journey.ts'
import { moderate } from './journeys/moderate.ts'
import { openStage, type Stage } from './letter/stage.ts'

const journeys: readonly Journey[] = [
  announceEvent,
  answerALot,
  findAJob,
  moderate,
  offerARoom,
  prepareForum,
  setUp,
  understand,
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

// A walk that failed leaves its windows open, and a hub counts those in which somebody listens.
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

describe.each(journeys)('$title', (journey) => {
  it.each(ways)('$words', (way) => journey.walk(walkOf(journey, way, stage, browser)), 120_000)
})
