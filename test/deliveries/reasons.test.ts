import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listedHost } from '../../server/federation/host-list.ts'
import { whyOf } from '../../views/network/why.ts'
import { names } from '../federation/listener.ts'
import { addFollower, answering, openSink, type Sink } from '../peers/sink.ts'
import { certify } from '../support/authority.ts'
import { deliveriesTo, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite, type Site } from '../support/site.ts'

// What an administrator reads of a server that really answers so, or does not.

let hub: TestHub
let sinks: Sink[]
let strange: Site
let mute: { host: string; origin: string; close(): void }
beforeAll(async () => {
  sinks = await Promise.all(Array.from({ length: 14 }, () => openSink()))
  // Nobody vouches for it but itself.
  strange = await openSite({ tls: certify('strange.test'), name: 'strange.test' })
  mute = await cuts()
  const lookup = names({ 'strange.test': [['127.0.0.1']] })
  const nowhere = { host: 'nowhere.invalid:443' }
  hub = await openHubAt(await openSite(), { neighbours: [...sinks, strange, mute, nowhere], lookup })
})
afterAll(async () => {
  await hub.stop()
  for (const sink of sinks) await sink.close()
  await strange.close()
  mute.close()
})
let sink: Sink
beforeEach(() => {
  sink = sinks.pop() as Sink
})
afterEach(() => sink.close())

/** A server that hangs up. */
async function cuts(): Promise<typeof mute> {
  const server = createServer((socket) => socket.destroy())
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  return { host, origin: `http://${host}`, close: () => void server.close() }
}

/** One thing is sent there; what is then known of the host. */
async function sendTo(place: { host: string; origin: string }) {
  await addFollower(hub, { host: place.host, site: { origin: place.origin } as Site }, 'emplois')
  await hub.publish('job')
  await settled(hub)
  const known = await listedHost(hub.deps.db, place.host, hub.deps.now())
  await hub.deps.db.write([{ sql: 'DELETE FROM followers', args: [] }])
  return { state: known?.state, why: typeof known?.error === 'string' ? whyOf(known.error, 'fr') : null }
}

const answers = (status: number, headers?: Record<string, string>) => {
  sink.reply = answering(status, headers)
  return sendTo({ host: sink.host, origin: sink.site.origin })
}

describe('a server that answers', () => {
  test.each([
    [401, 'late', 'Refuse notre signature, ou nous bloque (401)'],
    [403, 'late', 'Refuse notre signature, ou nous bloque (403)'],
    [404, 'given-up', 'L’adresse n’existe plus là-bas (404)'],
    [410, 'given-up', 'L’adresse n’existe plus là-bas (410)'],
    [413, 'given-up', 'Trouve l’envoi trop grand (413)'],
    [422, 'given-up', 'N’accepte pas cet envoi (422)'],
    [500, 'failing', 'Le serveur est en panne (500)'],
  ])('%i is %s', async (status, state, why) => {
    expect(await answers(status)).toEqual({ state, why })
  })

  test('429 is late, and tried again when it says', async () => {
    expect(await answers(429, { 'retry-after': '7200' })).toEqual({
      state: 'late',
      why: 'Répond «\u00a0trop de demandes\u00a0», et demande d’attendre (429)',
    })
    const [row] = await deliveriesTo(hub, sink.host)
    expect((row?.nextAt ?? 0) - hub.deps.now()).toBe(7_200_000)
  })

  test('202 is fine', async () => {
    expect(await answers(202)).toEqual({ state: 'fine', why: null })
  })
})

describe('a server that is not reached', () => {
  test('because nobody listens there', async () => {
    const { host, site } = sink
    await sink.close()
    expect(await sendTo({ host, origin: site.origin })).toEqual({
      state: 'failing',
      why: 'Aucun serveur n’écoute à cette adresse (no-server)',
    })
  })

  test('because its certificate is nobody’s', async () => {
    expect(await sendTo(strange)).toEqual({
      state: 'failing',
      why: 'Son certificat n’est pas valable (certificate)',
    })
  })

  test('because it hangs up', async () => {
    expect(await sendTo(mute)).toEqual({ state: 'failing', why: 'A coupé la connexion (cut)' })
  })

  test('because its name leads nowhere', async () => {
    expect(await sendTo({ host: 'nowhere.invalid:443', origin: 'https://nowhere.invalid' })).toEqual({
      state: 'failing',
      why: 'Adresse introuvable\u00a0: ce nom ne mène nulle part (dns)',
    })
  })

  test('because it may not be: that is known of a host we never met, too', async () => {
    expect(await sendTo({ host: '10.0.0.1:81', origin: 'http://10.0.0.1:81' })).toMatchObject({
      why: expect.stringMatching(/^(Son adresse mène à un réseau privé|N’est pas offert en https)/),
    })
  })
})
