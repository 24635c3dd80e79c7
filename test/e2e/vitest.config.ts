import '../../server/node-version.ts'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** These take half of the time: begun last, one of them would walk alone. */
const longest = ['journeys', 'looks', 'letter'].map((name) => `test/e2e/${name}.test.ts`)

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((file) => moduleId.endsWith(file))
      return at === -1 ? longest.length : at
    }
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

/** Journeys in a real browser, against real processes: `npm run e2e`. Chromium is Debian's; none is downloaded. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    pool: 'forks',
    // A walk waits for its browser as often as the browser for it: two at a time fill two cores.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new URL('../closing-line.ts', import.meta.url).pathname],
  },
})
