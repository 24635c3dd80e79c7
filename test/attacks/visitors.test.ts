import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocks } from '../../db/schema/moderation.ts'
import { perHost } from '../../server/federation/way-home.ts'
import { read } from '../support/read.ts'
import type { Answer } from './peer.ts'
import { openWorld, unchanged, type World } from './world.ts'

// A visitor names their server, and the hub asks it where they may act. What is named and what is answered are both
// a stranger's.

let world: World
let id: string
let thing: string
beforeAll(async () => {
  world = await openWorld({ TRUSTED_PROXIES: '127.0.0.0/8' })
  const { envelope } = await world.hub.publish('job', { title: 'Menuisier' })
  ;[id, thing] = [envelope.id, encodeURIComponent(envelope.apId)]
})
afterAll(() => world.close())

const intents = 'https://w3id.org/fep/3b86'
const ostatus = 'http://ostatus.org/schema/1.0/subscribe'

/** What the peer says of one of its people. */
const says = (user: string, links: unknown, peer = world.evil): string => {
  finger(user, (_, response) => response.end(JSON.stringify({ subject: 'x', links })), peer)
  return `@${user}@${peer.host}`
}
const finger = (user: string, answer: Answer, peer = world.evil): string => {
  const resource = encodeURIComponent(`acct:${user}@${peer.host}`)
  peer.put(`/.well-known/webfinger?resource=${resource}`, answer)
  return `@${user}@${peer.host}`
}

let visitors = 0
/** Each from an address of their own, unless said. */
const visit = async (typed: string, query = `acte=repondre&fiche=${id}`, from = `203.0.${++visitors}.7`) => {
  const body = Buffer.from(new URLSearchParams({ serveur: typed }).toString())
  const {
    status,
    headers,
    body: text,
  } = await world.raw(
    'POST',
    `/interagir?${query}`,
    {
      host: world.hub.host,
      origin: world.hub.origin,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(body.length),
      'x-forwarded-for': from,
    },
    body,
  )
  return { status, location: headers['location'], cookie: headers['set-cookie'], text, headers }
}

describe('a visitor who names their server', () => {
  test('is sent to the page that it has for the act, and leaves no trace here', async () => {
    const at = world.evil.origin
    const typed = says('lea', [
      { rel: `${intents}/Follow`, template: `${at}/follow?o={object}&back={on-success}` },
      { rel: `${intents}/Create`, template: `${at}/answer?to={inReplyTo}` },
      { rel: `${intents}/Announce`, template: `${at}/boost?o={object}` },
      { rel: `${intents}/Like`, template: `${at}/like?o={object}` },
    ])
    await unchanged(world, async () => {
      for (const [query, to] of [
        [`acte=repondre&fiche=${id}`, `${at}/answer?to=${thing}`],
        [`acte=partager&fiche=${id}`, `${at}/boost?o=${thing}`],
        [`acte=aimer&fiche=${id}`, `${at}/like?o=${thing}`],
        ['compte=emplois', `${at}/follow?o=${encodeURIComponent(world.hub.actor('emplois'))}&back=`],
      ] as const) {
        const answer = await visit(typed, query)
        expect([answer.status, answer.location, answer.cookie]).toEqual([303, to, undefined])
        expect(answer.headers['cache-control']).not.toContain('public')
      }
    })
  })

  test('is sent by the older page where there is no other, and by the server’s name alone', async () => {
    const at = world.evil.origin
    const links = [{ rel: ostatus, template: `${at}/authorize_interaction?uri={uri}` }]
    world.evil.put(
      `/.well-known/webfinger?resource=${encodeURIComponent(at)}`,
      (_, response) => void response.end(JSON.stringify({ links })),
    )
    for (const typed of [says('old', links), world.evil.host])
      expect((await visit(typed)).location).toBe(`${at}/authorize_interaction?uri=${thing}`)
  })

  test('reads first where they go, when that is another server that theirs vouches for', async () => {
    const { good, evil } = world
    const typed = says('split', [
      { rel: 'self', type: 'application/activity+json', href: `${good.origin}/users/split` },
      { rel: ostatus, template: `${good.origin}/authorize_interaction?uri={uri}` },
    ])
    const answer = await visit(typed)
    expect([answer.status, answer.location]).toEqual([200, undefined])
    expect(read(answer.text)).toContain(`c’est chez ${good.host} que cela se fait`)
    expect(answer.text).toContain(`href="${good.origin}/authorize_interaction?uri=${thing}"`)
    expect(evil.asked.at(-1)).toContain('webfinger')
  })
})

describe('a server whose answer leads elsewhere', () => {
  const at = (address: string) => [{ rel: ostatus, template: address }]
  test.each([
    ['to a host that it does not vouch for', 'https://bank.example/?u={uri}'],
    ['to a host that begins like its own', 'https://evil.test.bank.example/?u={uri}'],
    ['to a script', 'javascript:alert({uri})'],
    ['to a page of data', 'data:text/html,<script>{uri}</script>'],
    ['back to the hub', 'HUB/deconnexion?{uri}'],
    ['by a name before the @', 'http://moi:secret@EVIL/?u={uri}'],
    ['to nothing about the thing', 'http://EVIL/'],
    ['behind a #', 'http://EVIL/#{uri}'],
    ['at a length that no browser takes', `http://EVIL/?u={uri}&x=${'x'.repeat(3_000)}`],
  ])('%s › sends nobody there', async (_, template) => {
    const { evil, hub } = world
    const answer = await visit(
      says('liar', at(template.replace('EVIL', evil.host).replace('HUB', hub.origin))),
    )
    expect([answer.status, answer.location]).toEqual([422, undefined])
    expect(read(answer.text)).toContain(`${evil.host} ne dit pas où faire cela`)
    expect(answer.text).not.toContain('bank.example')
    expect(answer.text).toContain(`href="https://${evil.host}/authorize_interaction?uri=${thing}"`)
  })

  test.each([
    ['no links', {}],
    ['links that are none', { links: 'all of them' }],
    ['a template that is no text', { links: [{ rel: ostatus, template: { a: 1 } }] }],
    ['a list for a document', []],
  ])('or that says %s › is the same as one that offers nothing', async (_, document) => {
    const answer = await visit(finger('odd', (_, response) => void response.end(JSON.stringify(document))))
    expect(answer.status).toBe(422)
    expect(read(answer.text)).toContain('ne dit pas où faire cela')
  })
})

describe('rule 13: the server that a visitor names', () => {
  test('reaches no network of ours, by any spelling or redirect', async () => {
    const { canary, evil } = world
    const inside = [
      ...[`127.0.0.1:${canary.port}`, `@x@127.0.0.1:${canary.port}`, `canary.test:${canary.port}`],
      ...['@x@canary.test', 'canary.test', '@x@169.254.169.254', 'http://127.0.0.1/', '@x@0x7f.1'],
      ...[`http://canary.test:${canary.port}/@x`, `@x@2130706433`, '@x@[::1]', 'localhost'],
    ]
    for (const typed of inside) {
      const answer = await visit(typed)
      expect([answer.status, answer.location], typed).toEqual([422, undefined])
      expect(answer.text, typed).not.toContain('authorize_interaction')
    }
    for (const location of [canary.url, `http://127.0.0.1:${canary.port}/`, 'https://canary.test/']) {
      const typed = finger('hop', (_, response) => void response.writeHead(302, { location }).end())
      expect((await visit(typed)).status, location).toBe(422)
      expect(evil.asked.at(-1)).toContain('webfinger')
    }
    expect(canary.sockets).toBe(0)
  })

  test('is given five seconds, whether it says nothing or never stops', async () => {
    const silent = finger('silent', () => undefined)
    const endless = finger('endless', (_, response) => {
      const drip = setInterval(() => response.write(' '), 100)
      response.on('close', () => clearInterval(drip))
    })
    const flood = finger('flood', (_, response) => {
      const pour = (): void => {
        while (response.write('x'.repeat(65_536)));
      }
      response.on('drain', pour)
      pour()
    })
    const started = performance.now()
    const answers = await Promise.all([silent, endless, flood].map((typed) => visit(typed)))
    expect(performance.now() - started).toBeLessThan(7_000)
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
    for (const { text } of answers.slice(0, 2)) expect(read(text)).toContain('ne répond pas')
  }, 15_000)

  test('is not asked when it is blocked here, nor when it is this hub', async () => {
    const { hub, evil } = world
    const block = { type: 'host' as const, target: 'bloque.example', createdBy: 'a', createdAt: 0 }
    await hub.deps.db.write([hub.deps.db.make.insert(blocks).values({ id: 'b', ...block })])
    const asked = evil.asked.length
    expect(read((await visit('@x@Bloque.example')).text)).toContain('est bloqué ici')
    expect(read((await visit(`@hub@${hub.host}`)).text)).toContain('C’est ce site-ci')
    expect(evil.asked.length).toBe(asked)
  })
})

describe('rule 28: one look costs a server one request', () => {
  test('whatever it answers', async () => {
    const { evil } = world
    const typed = says('nobody', [])
    const asked = evil.asked.length
    await visit(typed)
    await visit(`@absent@${evil.host}`)
    expect(evil.asked.length - asked).toBe(2)
  })

  test('and so many a minute, from however many visitors', async () => {
    const { good } = world
    const typed = says('target', [], good)
    const asked = good.asked.length
    const statuses = new Set<number>()
    for (let count = 0; count < perHost.points + 10; count++) statuses.add((await visit(typed)).status)
    expect(good.asked.length - asked).toBe(perHost.points)
    expect([...statuses]).toEqual([422, 429])
    expect((await visit(typed)).headers['retry-after']).toBe('60')
  })
})
