import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openMachine, type Machine, type RunningServer } from '../support/processes.ts'

// On a disk of its own, small enough to fill: `.ci/run` mounts one and names it by DISK.

const disk = process.env['DISK'] ?? ''
let folder: string
let machine: Machine
let server: RunningServer
let token: string

beforeAll(async () => {
  expect(disk).not.toBe('')
  folder = mkdtempSync(join(disk, 'full-'))
  machine = await openMachine(join(folder, 'data'))
  await machine.init()
  const made = await machine.maillon([
    'token',
    'create',
    '--email',
    'amel@ruche.example',
    '--scopes',
    'read,write',
  ])
  token = made.out.trim()
  server = await machine.serve()
})

afterAll(async () => {
  await machine?.clear()
  rmSync(folder, { recursive: true, force: true })
})

test('a disk that is full › answers 507, goes on serving pages, and takes new entries by itself once there is room', async () => {
  expect(await post('Before')).toBe(201)
  const filler = fill(join(folder, 'filler'))
  expect(await postUntil(507)).toBe(507)
  expect((await fetch(server.url)).status).toBe(200)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  rmSync(filler)
  expect(await postUntil(201)).toBe(201)
  expect((await machine.maillon(['doctor'])).out).toContain('ok     database whole')
  const titles = await listed()
  expect(titles).toContain('Before')
  expect(titles.filter((title) => title === 'Before')).toHaveLength(1)
})

test('a disk that is full › makes no backup, leaves no half of one, and no copy of the database behind', async () => {
  const filler = fill(join(folder, 'filler'))
  const archive = join(folder, 'hub.tar.gz')
  expect((await machine.maillon(['backup', archive])).code).toBe(1)
  rmSync(filler)
  expect((await machine.maillon(['backup', archive])).code).toBe(0)
})

async function post(title: string): Promise<number> {
  const answer = await fetch(`${server.url}/api/v1/entries`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'news',
      title,
      summary: 'Enough words to fill pages of a database.',
      body: 'x '.repeat(20_000),
      language: 'fr',
      fields: {},
      publish: true,
    }),
  })
  return answer.status
}

/** The last free pages of the database take a few more entries. */
async function postUntil(status: number): Promise<number> {
  for (let count = 0; count < 40; count++) {
    if ((await post(`Entry ${count}`)) === status) return status
    await pause(100)
  }
  return 0
}

async function listed(): Promise<string[]> {
  const answer = await fetch(`${server.url}/api/v1/entries?kind=news`)
  const { items } = z.object({ items: z.array(z.object({ title: z.string() })) }).parse(await answer.json())
  return items.map(({ title }) => title)
}

/** Every byte that is left. */
function fill(file: string): string {
  const descriptor = openSync(file, 'w')
  for (const size of [1_048_576, 4096]) {
    try {
      for (;;) writeSync(descriptor, Buffer.alloc(size))
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }
  closeSync(descriptor)
  return file
}
