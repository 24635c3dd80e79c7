import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { beforeAll, expect, it } from 'vitest'
import { freshDist, root } from './support/dist.ts'

const built = (path: string): string => pathToFileURL(`${root}/dist/server/${path}`).href

beforeAll(freshDist, 120_000)

// In a process of its own: the runner of these tests reads the maps of stacks by itself.
function inBuild(script: string): unknown {
  const code = `import { asWritten, readableError } from '${built('stack-trace.js')}'
    import { Refusal } from '${built('refusal.js')}'
    import { readConfig } from '${built('config.js')}'
    console.log(JSON.stringify(${script}))`
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }))
}

it('an error of what was built is logged with the lines of what was written', () => {
  const said = inBuild(`(() => {
    try { readConfig({ PORT: 'a door' }) } catch (cause) {
      return [cause, new Refusal('conflict', 'no', { cause }), 'words'].map(readableError)
    }
  })()`)
  const stack = expect.stringMatching(/ at readConfig \(file:\S*\/server\/config\.ts:\d+:\d+\)/)
  const message = expect.stringContaining('PORT')
  const caused = { code: 'conflict', stack: expect.stringContaining('caused by') }
  expect(said).toMatchObject([{ type: 'ConfigFault', message, stack }, { ...caused, stack }, 'words'])
  expect(JSON.stringify(said)).not.toContain('dist/server/config.js')
})

it('a message that looks like a place in a file opens none', () => {
  const stacks = [
    'Error: file:///etc/passwd.js:1:1',
    `Error: ${built('config.js')}:1:1`,
    '    at file:///etc/passwd.js:1:1',
    `    at ${built('config.js').replace('config', '../../../etc/hosts')}:1:1`,
    `    at ${built('config.js').replace('config', '%2e%2e/hosts')}:1:1`,
    `    at ${built('nothing.js')}:1:1`,
  ]
  expect(inBuild(`${JSON.stringify(stacks)}.map(asWritten)`)).toEqual(stacks)
})
