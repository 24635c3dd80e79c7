import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openDatabase } from '../../db/open.ts'
import { openMachine, type Machine } from '../support/processes.ts'

// Processes start one after another here, on machines that may have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let machine: Machine
beforeEach(async () => {
  machine = await openMachine()
})
afterEach(() => machine?.clear())

/** As a version left it that knew of no tender. */
async function withoutTenders(): Promise<void> {
  const db = await openDatabase({ url: `file:${join(machine.dataDir, 'maillon.db')}` })
  const own = `SELECT n FROM actors WHERE id = '/ap/actors/marches'`
  await db.write([
    { sql: `DELETE FROM handles WHERE actor_n IN (${own})`, args: [] },
    { sql: `DELETE FROM local_keys WHERE actor_n IN (${own})`, args: [] },
    { sql: `DELETE FROM actors WHERE id = '/ap/actors/marches'`, args: [] },
  ])
  await db.close()
}

test('a hub that was founded before there were tenders has who says them from its next start on', async () => {
  await machine.init()
  await withoutTenders()
  const keys = new Set<unknown>()
  for (let start = 1; start <= 2; start++) {
    const server = await machine.serve()
    const actor = await fetch(`${server.url}/ap/actors/marches`, {
      headers: { accept: 'application/activity+json' },
    })
    expect(actor.status).toBe(200)
    const document = z.looseObject({ id: z.url() }).parse(await actor.json())
    expect(document).toMatchObject({ type: 'Organization', preferredUsername: 'marches' })
    // Its id tells the port, which is another one at each start.
    keys.add(JSON.stringify(document['publicKey']).replaceAll(new URL(document.id).host, 'here'))
    const name = encodeURIComponent(`acct:marches@${new URL(document.id).host}`)
    const found = await fetch(`${server.url}/.well-known/webfinger?resource=${name}`)
    expect(found.status).toBe(200)
    await server.stop()
  }
  // It is made once: another key under its name would be believed by nobody.
  expect(keys.size).toBe(1)
})
