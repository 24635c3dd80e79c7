import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { events, media } from '../../db/schema/entries.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import { hashPassword } from '../../server/accounts/password.ts'
import { portraitOf } from '../../server/accounts/store.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { writeComment } from '../../server/entries/comments.ts'
import { createFederation, foundingActors, type Federation } from '../../server/federation/index.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { pictureFolder } from '../../server/media/files.ts'
import { sweepMedia } from '../../server/media/sweep.ts'
import { gather } from '../../server/notifications/gather.ts'
import { notificationsOf } from '../../server/notifications/queries.ts'
import { sentenceOf } from '../../server/notifications/sentences.ts'
import type { App } from '../../server/web/env.ts'
import { photograph } from '../media/images.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { elementsOf } from '../support/form.ts'
import { person, published } from '../support/publish.ts'
import { Browser, type Answer } from './browser.ts'

// A member's own picture, through the whole hub: given, shown, told to other servers, taken away.

const password = 'une phrase longue à retenir'
const day = 86_400_000
let deps: TestDeps
let federation: Federation
let app: App
let zoe: Viewer
let browser: Browser
let entry: Awaited<ReturnType<typeof published>>
let answerId: string

beforeEach(async () => {
  deps = await openTestDeps()
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  federation = createFederation(deps)
  app = createApp(deps, federation)
  entry = await published(deps, await person(deps, 'editor'), 'news', { title: 'Fête du bois' })
  await gather(deps)
  await person(deps, 'admin')
  zoe = await member('member', 'Zoé')
  answerId = deps.newId()
  await writeComment(deps, zoe, entry.envelope, { id: answerId, parentId: null, body: 'J’y serai.' })
  browser = await signedIn(zoe)
})
afterEach(async () => {
  await federation.stop(1000)
  await deps.close()
})

async function member(role: 'member' | 'moderator', name: string): Promise<Viewer> {
  const one = await person(deps, role)
  const passwordHash = await hashPassword(password)
  await deps.db.write([deps.db.make.update(users).set({ name, passwordHash }).where(eq(users.id, one.id))])
  return { ...one, name }
}

async function signedIn({ email }: Viewer): Promise<Browser> {
  const one = new Browser(app, deps.hub)
  expect((await one.post('/connexion', { email, password })).status).toBe(303)
  return one
}

async function send(bytes: Uint8Array | null, by = browser): Promise<Answer> {
  const form = new FormData()
  if (bytes !== null)
    form.append('image', new File([new Uint8Array(bytes)], '../moi.html', { type: 'text/html' }))
  const request = new Request('http://form.example/', { method: 'POST', body: form })
  return by.send('/compte/photo', {
    method: 'POST',
    body: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '', origin: deps.hub.origin },
  })
}

const picture = (): Promise<string | null> => portraitOf(deps.db, zoe.id)
const files = (): string[] =>
  existsSync(pictureFolder(deps.config)) ? readdirSync(pictureFolder(deps.config)).toSorted() : []
const imagesOn = async (path: string, by = new Browser(app, deps.hub)): Promise<string[]> =>
  elementsOf((await by.get(path)).text).flatMap(({ tag, attributes }) =>
    tag === 'img' && attributes['src']?.startsWith('/media/') === true ? [attributes['src']] : [],
  )
const updates = (): Promise<{ subject: string }[]> =>
  deps.db.read
    .select({ subject: events.subject })
    .from(events)
    .where(and(eq(events.type, 'actor.updated'), eq(events.subject, '/ap/actors/zoe')))
const personDocument = async () => {
  const answer = await app.request('/ap/actors/zoe', { headers: { accept: 'application/activity+json' } })
  return (await answer.json()) as { icon?: { url: string; mediaType: string } }
}

describe('a member who gives a picture of themselves', () => {
  test('has it kept as two squares, upright, without what its EXIF told', async () => {
    const original = await photograph(800, 600)
    expect((await sharp(original).metadata()).exif?.includes('Someone Private')).toBe(true)
    expect(await send(original)).toMatchObject({ status: 303, location: '/compte#photo' })
    const id = await picture()
    expect(files()).toEqual([`${id}-96.webp`, `${id}.webp`])
    for (const [name, side] of [
      [`${id}.webp`, 400],
      [`${id}-96.webp`, 96],
    ] as const) {
      const bytes = readFileSync(join(pictureFolder(deps.config), name))
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: side, height: side })
      expect((await sharp(bytes).metadata()).exif).toBeUndefined()
      expect(bytes.includes('Someone Private')).toBe(false)
      expect((await app.request(`/media/${name}`)).headers.get('content-type')).toBe('image/webp')
    }
  })

  test('keeps a small one as small as it is, and square', async () => {
    await send(
      await sharp({ create: { width: 60, height: 30, channels: 3, background: 'teal' } })
        .png()
        .toBuffer(),
    )
    const bytes = readFileSync(join(pictureFolder(deps.config), `${await picture()}.webp`))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 30, height: 30 })
  })

  test('sees it beside their answers, on the menu and on their account; before and after, their initial', async () => {
    const { path } = entry.envelope
    expect(await imagesOn(path)).toEqual([])
    expect((await new Browser(app, deps.hub).get(path)).text).toMatch(/<span class="face"[^>]*>Z<\/span>/)
    await send(await photograph(200, 200))
    const small = `/media/${await picture()}-96.webp`
    expect(await imagesOn(path)).toEqual([small])
    expect(await imagesOn(path, browser)).toEqual([small, small])
    expect(await imagesOn('/compte', browser)).toEqual([small, small.replace('-96.webp', '.webp')])
    await browser.post('/compte/photo/retrait')
    expect(await imagesOn(path)).toEqual([])
    expect((await app.request(small)).status).toBe(404)
    expect(files()).toEqual([])
    expect(await deps.db.read.select().from(media)).toEqual([])
  })

  test('may put another in its place: nothing of the first is left', async () => {
    await send(await photograph(200, 200))
    const first = await picture()
    await send(await photograph(300, 300))
    const second = await picture()
    expect(second).not.toBe(first)
    expect(files()).toEqual([`${second}-96.webp`, `${second}.webp`])
    expect((await deps.db.read.select().from(media)).map(({ id }) => id)).toEqual([second])
  })

  test('keeps it when unused pictures are swept', async () => {
    await send(await photograph(200, 200))
    deps.pass(3 * day)
    expect(await sweepMedia(deps)).toEqual({ removed: 0 })
    expect(files()).toHaveLength(2)
  })

  test('takes it with their data', async () => {
    await send(await photograph(200, 200))
    const data = JSON.parse((await browser.get('/compte/donnees')).text) as {
      picture: { type: string; base64: string }
    }
    expect(data.picture.type).toBe('image/webp')
    const bytes = readFileSync(join(pictureFolder(deps.config), `${await picture()}.webp`))
    expect(Buffer.from(data.picture.base64, 'base64').equals(bytes)).toBe(true)
  })

  test('leaves none behind with their account', async () => {
    await send(await photograph(200, 200))
    expect((await browser.post('/compte/suppression', { password })).status).toBe(303)
    expect(files()).toEqual([])
    expect(await deps.db.read.select().from(media)).toEqual([])
    expect(await imagesOn(entry.envelope.path)).toEqual([])
  })
})

describe('what is no picture for us', () => {
  test.each([
    ['nothing', (): Uint8Array | null => null, 'Ce fichier n’est pas une image'],
    [
      'an SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'Ce fichier n’est pas une image',
    ],
    ['a file over the limit', () => new Uint8Array(11 * 1024 * 1024), 'trop lourde'],
  ] as const)('is refused with its reason, and the one there was stays: %s', async (_, make, said) => {
    await send(await photograph(100, 100))
    const before = files()
    const answer = await send(make())
    expect(answer.status).toBe(422)
    expect(answer.text).toContain(said)
    expect(answer.text).toContain('href="#f-image"')
    expect(answer.text).toContain('value="Zoé"')
    expect(files()).toEqual(before)
  })

  test('is asked of nobody who is not signed in', async () => {
    const answer = await send(await photograph(100, 100), new Browser(app, deps.hub))
    expect([401, 302, 303]).toContain(answer.status)
    expect(files()).toEqual([])
  })
})

describe('other servers', () => {
  test('see it on the actor of whoever chose to have one, and are told when it changes or goes', async () => {
    await becomePerson(deps, zoe, 'zoe')
    expect((await personDocument()).icon).toBeUndefined()
    await send(await photograph(200, 200))
    const url = `${deps.hub.origin}/media/${await picture()}.webp`
    expect((await personDocument()).icon).toEqual({ type: 'Image', mediaType: 'image/webp', url })
    expect(await updates()).toHaveLength(1)
    await browser.post('/compte/photo/retrait')
    expect((await personDocument()).icon).toBeUndefined()
    expect(await updates()).toHaveLength(2)
  })

  test('are told nothing of whoever has none', async () => {
    await send(await photograph(200, 200))
    const told = await deps.db.read.select().from(events).where(eq(events.type, 'actor.updated'))
    expect(told).toEqual([])
  })
})

describe('a moderator', () => {
  let maud: Browser
  beforeEach(async () => {
    await becomePerson(deps, zoe, 'zoe')
    await send(await photograph(200, 200))
    maud = await signedIn(await member('moderator', 'Maud'))
  })

  const report = async (): Promise<string> => {
    const id = deps.newId()
    const visitor = new Browser(app, deps.hub)
    const sent = { id, objet: `/ap/objects/${answerId}`, reason: 'La photo est celle de quelqu’un d’autre' }
    expect((await visitor.post('/signaler', sent)).status).toBe(303)
    const [row] = await deps.db.read.select().from(reports).where(eq(reports.reason, sent.reason))
    return row?.id ?? ''
  }

  test('sees it with the answer that was reported, and takes it away with a reason that is noted', async () => {
    const id = await report()
    const full = `/media/${await picture()}.webp`
    const page = await maud.get('/moderation/signalements')
    expect(page.text).toContain(`src="${full}"`)
    expect(page.text).toContain('Retirer la photo')
    const without = await maud.post(`/moderation/signalements/${id}/decision`, { outcome: 'picture-removed' })
    expect(without.status).toBe(422)
    const reason = 'Photo d’une autre personne'
    const sent = { outcome: 'picture-removed', reason, authorReason: 'Mettez une photo de vous.' }
    expect((await maud.post(`/moderation/signalements/${id}/decision`, sent)).status).toBe(303)
    expect(await picture()).toBeNull()
    expect(files()).toEqual([])
    expect((await app.request(full)).status).toBe(404)
    expect((await personDocument()).icon).toBeUndefined()
    expect(await updates()).toHaveLength(2)
    const [noted] = await deps.db.read.select().from(decisions)
    expect(noted).toMatchObject({ action: 'picture-removed', reason, subject: 'comment' })
    expect((await maud.get('/moderation/decisions')).text).toContain('Photo retirée')
    expect((await new Browser(app, deps.hub).get(entry.envelope.path)).text).toContain('J’y serai.')
  })

  test('closes by it that report alone: another may be about the words', async () => {
    const first = await report()
    await deps.db.write([
      deps.db.make.insert(reports).values({
        ...{ id: 'other', subject: 'comment', subjectId: `/ap/objects/${answerId}`, reason: 'Faux' },
        createdAt: deps.now(),
      }),
    ])
    await maud.post(`/moderation/signalements/${first}/decision`, {
      outcome: 'picture-removed',
      reason: 'Non',
    })
    const open = (await deps.db.read.select().from(reports)).filter(({ closedAt }) => closedAt === null)
    expect(open.map(({ id }) => id)).toEqual(['other'])
  })

  test('has its owner told, with the word meant for them', async () => {
    const path = `/moderation/commentaires/${answerId}`
    expect((await maud.get(path)).text).toContain('value="picture-removed"')
    await maud.post(`${path}/decision`, {
      outcome: 'picture-removed',
      reason: 'Non',
      authorReason: 'Une de vous.',
    })
    await gather(deps)
    const told = await notificationsOf(deps.db, zoe.id, { topic: 'moderation', page: 1 })
    expect(told.map((one) => [sentenceOf(one, 'fr'), one.reason])).toEqual([
      ['La photo affichée à côté de vos réponses a été retirée', 'Une de vous.'],
    ])
    expect((await maud.get(path)).text).not.toContain('value="picture-removed"')
  })
})
