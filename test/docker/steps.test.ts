import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../support/processes.ts'
import { inContext, readCopy, readDockerfile, readExec, root, type Stage } from './dockerfile.ts'

// No container engine is needed: each stage is a folder, and its steps run in it one after another, as whoever runs
// the tests and on this machine's system. That shows that the commands work and in this order, and nothing more.

const place = mkdtempSync(join(tmpdir(), 'maillon-image-'))
const stages = readDockerfile()
let server: ChildProcess
let environment: NodeJS.ProcessEnv
const last = stages.at(-1)!
const folder = (stage: string): string => join(place, stage)
const exec = (word: 'CMD' | 'HEALTHCHECK'): string[] =>
  readExec(last.steps.find((step) => step.word === word)?.text ?? '')

beforeAll(async () => {
  for (const stage of stages) build(stage)
  environment = { ...inside(last), HOST: '127.0.0.1', PORT: String(await freePort()) }
  const [program = '', ...args] = exec('CMD')
  server = spawn(program, args, { cwd: join(folder(last.name), 'app'), env: environment })
  await new Promise<void>((listening, ended) => {
    server.stdout?.on('data', (text) => String(text).includes('http://') && listening())
    server.once('exit', (code) => ended(new Error(`The server ended with ${code}.`)))
  })
})

afterAll(() => {
  server?.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

test('the steps of the Dockerfile, run one by one › make a server that its health check finds well', () => {
  expect(healthCheck()).toBe(0)
})

test('the steps of the Dockerfile, run one by one › make a server that ends by itself when it is told to', async () => {
  const end = once(server, 'exit')
  server.kill('SIGTERM')
  expect(await end).toEqual([0, null])
  expect(healthCheck()).toBe(1)
})

function healthCheck(): number | null {
  const [program = '', ...args] = exec('HEALTHCHECK')
  return spawnSync(program, args, { env: environment }).status
}

function build(stage: Stage): void {
  const here = (path: string): string => join(folder(stage.name), resolve('/app', path))
  mkdirSync(here('.'), { recursive: true })
  for (const { word, text } of stage.steps) {
    if (word === 'COPY') copy(text, here)
    // Folders of the image lie in the stage's own.
    if (word === 'RUN')
      execFileSync('sh', ['-ec', text.replaceAll(/(?<=\s)\/(?=\w)/g, `${folder(stage.name)}/`)], {
        cwd: here('.'),
        env: inside(stage),
        stdio: 'pipe',
      })
  }
}

function copy(text: string, here: (path: string) => string): void {
  const { from, sources, to } = readCopy(text)
  const base = from === null ? root : folder(from)
  for (const source of sources) {
    const target =
      sources.length > 1 || to.endsWith('/') || source === '.' ? here(join(to, source)) : here(to)
    cpSync(join(base, source), target, {
      recursive: true,
      filter: (path) => from !== null || path === root || inContext(relative(root, path)),
    })
  }
}

/** What the stage sets, and of this machine only what reaches programs and the registry. */
function inside(stage: Stage): NodeJS.ProcessEnv {
  const mine = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('npm_') && !/^(VITEST|NODE_ENV|TEST)/.test(name),
  )
  const set = stage.steps.filter(({ word }) => word === 'ENV').flatMap(({ text }) => text.split(/\s+/))
  const pairs = set.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  const env: NodeJS.ProcessEnv = Object.fromEntries([...mine, ...pairs])
  const dataDir = env['DATA_DIR']
  return dataDir === undefined ? env : { ...env, DATA_DIR: join(folder(stage.name), dataDir) }
}
