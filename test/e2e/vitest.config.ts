import '../../server/node-version.ts'
import { defineConfig } from 'vitest/config'

/** Journeys in a real browser, against real processes: `npm run e2e`. Chromium is Debian's; none is downloaded. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    pool: 'forks',
    // A walk waits for its browser as often as the browser for it: two at a time fill two cores.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new URL('../closing-line.ts', import.meta.url).pathname],
  },
})
