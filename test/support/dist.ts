import { execFile } from 'node:child_process'
import { globSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

export const root = join(import.meta.dirname, '../..')
const stamp = join(root, 'dist/version.json')
const turn = join(root, 'node_modules/.building')

/**
 * The tests that start processes run what `npm run build` makes. `npm test` builds first, so this finds nothing to do;
 * a single test file run by hand builds when a source is newer. Files run side by side, so they take turns.
 */
export const freshDist = (): Promise<void> => (fresh ??= makeFresh())

let fresh: Promise<void> | undefined

async function makeFresh(): Promise<void> {
  for (;;) {
    try {
      mkdirSync(turn)
      break
    } catch {
      await pause(100)
    }
  }
  try {
    if (isStale()) await build()
  } finally {
    rmSync(turn, { recursive: true, force: true })
  }
}

/** The steps of `npm run build`. Types are `npm run check`'s matter: what the compiler emits is what runs. */
async function build(): Promise<void> {
  const run = promisify(execFile)
  await run(process.execPath, ['static/build.ts'], { cwd: root })
  await run(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: root }).catch(() => undefined)
  await run(process.execPath, ['static/finish.ts'], { cwd: root })
}

function isStale(): boolean {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = globSync(
    ['{server,views,db,static}/**/*.{ts,tsx,css,js,json,sql,cjs}', 'package.json', 'tsconfig.json'],
    { cwd: root },
  )
  return sources.some((file) => !file.includes('.test.') && statSync(join(root, file)).mtimeMs > built)
}
