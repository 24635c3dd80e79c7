import type { Browser, Page } from 'playwright-core'
import { accessible, desk, fits, phone, picture, type someone } from '../browser.ts'
import type { Stage } from '../letter/stage.ts'

// What people come to do, walked from end to end on the demonstration: on an old phone and at a desk, with scripts and
// without. A journey trusts nothing that another one made, and is walked four times on the same two hubs: what it
// writes bears its `mark`.

/** A window that a journey is walked in. */
interface Way {
  /** ‘phone’, ‘desk-scripts’: in the names of pictures. */
  name: string
  /** As the title of the test says it. */
  words: string
  viewport: typeof phone
  scripts: boolean
}

export const ways: readonly Way[] = [
  { name: 'phone', words: 'on a phone, without JavaScript', viewport: phone, scripts: false },
  { name: 'phone-scripts', words: 'on a phone', viewport: phone, scripts: true },
  { name: 'desk', words: 'at a desk, without JavaScript', viewport: desk, scripts: false },
  { name: 'desk-scripts', words: 'at a desk', viewport: desk, scripts: true },
]

export interface Walk extends Way {
  stage: Stage
  browser: Browser
  /** For titles and names, so that the four walks do not meet: ‘phone-scripts’. */
  mark: string
  /** How windows of this walk are opened: `walk.stage.visitor(walk.stage.network, walk.how)`. */
  how: NonNullable<Parameters<typeof someone>[2]>
  /**
   * Looks at a step: nothing is wider than the window, axe finds no fault (with scripts), and a picture is kept.
   * At a desk every rule of axe is asked; on a phone they are at the first step, then those that a narrow window could
   * break.
   */
  look(page: Page, step: string): Promise<void>
}

export interface Journey {
  /** ‘find-a-job’: in the names of pictures. */
  name: string
  /** Who does what, as a sentence: the name of the test. */
  title: string
  walk(walk: Walk): Promise<void>
}

export function walkOf(journey: Journey, way: Way, stage: Stage, browser: Browser): Walk {
  const { viewport, scripts } = way
  let first = true
  return {
    ...way,
    stage,
    browser,
    mark: way.name,
    how: { viewport, scripts },
    async look(page, step) {
      await fits(page)
      // No screen reader reads paper, which leaves out the title of a sheet of badges.
      const printed = await page.evaluate("matchMedia('print').matches")
      if (scripts && printed !== true)
        await accessible(page, viewport === desk || first ? undefined : 'width')
      first = false
      await picture(page, `journey-${journey.name}-${step}-${way.name}`)
    },
  }
}
