import '../../server/node-version.ts'
import { defineConfig } from 'vitest/config'

/** Journeys in a real browser, against real processes: `npm run e2e`. Chromium is Debian's; none is downloaded. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', new URL('../closing-line.ts', import.meta.url).pathname],
  },
})
