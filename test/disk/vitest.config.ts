import { defineConfig } from 'vitest/config'
import base from '../vitest.config.ts'

/** Needs a small disk of its own, named by DISK: `.ci/run` mounts one. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['test/disk/*.test.ts'], exclude: [] },
})
