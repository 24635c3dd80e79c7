import { defineConfig } from 'vitest/config'
import base from '../vitest.config.ts'

/** The image's steps take a minute: `npm run docker:dry`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: ['test/docker/*.test.ts'],
    exclude: [],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
