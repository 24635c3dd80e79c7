import '../server/node-version.ts'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: [
      'server/**/*.test.{ts,tsx}',
      'views/**/*.test.tsx',
      'db/**/*.test.ts',
      'test/**/*.test.{ts,tsx}',
    ],
    exclude: ['test/e2e/**', 'test/docker/**', 'test/disk/**', 'dist/**', 'node_modules/**'],
    pool: 'forks',
    // By itself vitest leaves a core free, of two the half.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default', new URL('closing-line.ts', import.meta.url).pathname],
  },
})
