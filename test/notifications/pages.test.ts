import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { actors } from '../../db/schema/federation.ts'
import { comments } from '../../db/schema/entries.ts'
import { exportNotifications } from '../../server/notifications/export.ts'
import { facePath } from '../../server/media/face-name.ts'
import { pageFaults } from '../support/markup.ts'
import { published, received } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { openTalk, type Talk } from './place.ts'

let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
})
afterEach(() => talk.close())

async function answered(times = 1): Promise<number[]> {
  for (let at = 0; at < times; at++) await talk.say(talk.anna, `Question ${at}`)
  await talk.gather()
  return (await talk.rows()).filter(({ userId }) => userId === talk.editor.id).map(({ n }) => n)
}

describe('the page of notifications', () => {
  test('teaches whoever has none', async () => {
    const { text } = await talk.as(talk.bruno).get('/notifications')
    expect(text).toContain('Rien pour l’instant')
    expect(text).not.toContain('Tout marquer comme lu')
    expect(await pageFaults(text)).toEqual([])
  })

  test('shows what is new first, counts it in the head of every page, and forgets it once it is opened', async () => {
    const [first = 0] = await answered(2)
    const browser = talk.as(talk.editor)
    const before = await browser.get('/notifications')
    expect(before.text).toContain('2\u00a0notifications non lues')
    expect(await pageFaults(before.text)).toEqual([])
    const opened = await browser.get(`/notifications/${first}`)
    expect(opened.status).toBe(303)
    expect(opened.location).toMatch(/^\/emplois\/menuisiere\?reponse=.+#commentaire-/)
    const { text } = await browser.get(opened.location?.replace(/#.*/, '') ?? '')
    expect(text).toContain('1\u00a0notification non lue')
    expect(text).toContain(`id="${opened.location?.split('#')[1]}"`)
  })

  test('marks as read all that stood on it, and nothing that came since', async () => {
    await answered(1)
    const browser = talk.as(talk.editor)
    const form = formIn(await browser.get('/notifications'), '/notifications/lues')
    await answered(1)
    expect((await browser.post('/notifications/lues', form)).location).toBe('/notifications')
    expect((await browser.get('/notifications')).text).toContain('1\u00a0notification non lue')
    expect((await browser.post('/notifications/lues', { jusque: 'tout' })).status).toBe(422)
  })

  test('is narrowed by topic, and goes on over pages', async () => {
    await answered(45)
    const id = await talk.say(talk.editor, 'Une réponse')
    await talk.decide(talk.moderator, id, { outcome: 'hidden', reason: 'essai' })
    await talk.gather()
    const browser = talk.as(talk.editor)
    const { text } = await browser.get('/notifications?sujet=moderation')
    expect(text.match(/class="notification /g)).toHaveLength(1)
    expect((await browser.get('/notifications?page=2')).text.match(/class="notification /g)).toHaveLength(6)
    expect(await pageFaults(text)).toEqual([])
  })
})

describe('nobody', () => {
  test('has read what a browser fetched ahead, or another site asked for behind their back', async () => {
    const [n = 0] = await answered()
    const editor = talk.as(talk.editor)
    const path = `/notifications/${n}`
    const readAt = async () => (await talk.rows()).find((row) => row.n === n)?.readAt
    const ahead = { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-mode': 'navigate' }
    const behind = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
    for (const headers of [ahead, behind]) expect((await editor.get(path, headers)).status).toBe(303)
    expect((await editor.send(path, { method: 'HEAD', headers: {} })).status).toBe(303)
    expect(await readAt()).toBeNull()
    await editor.get(path, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })
    expect(await readAt()).not.toBeNull()
  })

  test('reads, opens or marks what is another’s', async () => {
    const [n = 0] = await answered()
    const bruno = talk.as(talk.bruno)
    expect((await bruno.get(`/notifications/${n}`)).status).toBe(404)
    expect((await bruno.get('/notifications')).text).not.toContain('Menuisière')
    await bruno.post('/notifications/lues', { jusque: '100000' })
    expect((await talk.rows()).find((row) => row.n === n)?.readAt).toBeNull()
  })

  test('gets in without an account, or makes a member choose from another site', async () => {
    for (const path of ['/notifications', '/notifications/1', '/compte/notifications'])
      expect((await talk.as().get(path)).status).toBe(401)
    const { id } = talk.entry.envelope
    const foreign = { origin: 'https://mechant.example' }
    for (const [path, fields] of [
      ['/notifications/lues', { jusque: '9' }],
      ['/notifications/suivi', { fiche: id, quoi: 'answers', acte: 'suivre' }],
      ['/compte/notifications', { rythme: 'never' }],
    ] as const)
      expect((await talk.as(talk.bruno).post(path, fields, foreign)).status).toBe(403)
  })

  test('speaks through a name or a warning: markup of strangers stays text', async () => {
    await received(talk.deps, 'job')
    const { db } = talk.deps
    const [actor] = await db.read.select().from(actors).where(eq(actors.local, false))
    const evil = '<img src=x onerror=alert(1)>'
    const iconUrl = 'https://ailleurs.example/"><script>alert(1)</script>'
    await db.write([
      db.make
        .update(actors)
        .set({ iconUrl })
        .where(eq(actors.n, actor?.n ?? 0)),
      db.make.insert(comments).values({
        ...{ id: talk.deps.newId(), entryN: talk.entry.envelope.n, actorN: actor?.n, authorName: evil },
        ...{
          summary: evil,
          html: '<p>x</p>',
          state: 'shown',
          publishedAt: talk.deps.now(),
          host: 'ailleurs.example',
        },
      }),
    ])
    await talk.gather()
    const browser = talk.as(talk.editor)
    for (const path of ['/notifications', talk.entry.envelope.path]) {
      const { text } = await browser.get(path)
      expect(text).toContain('&lt;img src=x onerror')
      expect(text).not.toMatch(/<img src=x|<script>alert/)
    }
    // A stranger's address is nowhere on the page: only the name of a thumbnail of ours.
    const { text } = await browser.get(talk.entry.envelope.path)
    expect(text).toContain(
      `<img src="${facePath(actor?.n ?? 0, iconUrl)}" alt="" width="40" height="40" loading="lazy"`,
    )
    expect(text).not.toContain('ailleurs.example/&quot;')
  })
})

describe('following here', () => {
  test('a discussion is a button below it, and the same button ends it', async () => {
    const browser = talk.as(talk.bruno)
    const { path, id } = talk.entry.envelope
    const form = formIn(await browser.get(path), '/notifications/suivi')
    expect(form).toMatchObject({ fiche: id, acte: 'suivre', quoi: 'answers' })
    expect((await browser.post('/notifications/suivi', form)).location).toBe(path)
    const again = formIn(await browser.get(path), '/notifications/suivi')
    expect(again['acte']).toBe('arreter')
    const own = await browser.get('/compte/notifications')
    expect(own.text).toContain('Menuisière')
    expect(await pageFaults(own.text)).toEqual([])
    await browser.post('/notifications/suivi', again)
    expect((await browser.get('/compte/notifications')).text).not.toContain('Menuisière')
  })

  test('what an organisation publishes is a button on its page', async () => {
    const { envelope } = await published(talk.deps, talk.editor, 'organisation', { title: 'La Ruche' })
    const browser = talk.as(talk.bruno)
    const page = await browser.get(envelope.path)
    expect(page.text).toContain('Être prévenu·e ici de ses publications')
    expect(await pageFaults(page.text)).toEqual([])
    const fields = {
      fiche: envelope.id,
      quoi: 'publications',
      acte: 'suivre',
      retour: '/compte/notifications',
    }
    await browser.post('/notifications/suivi', fields)
    expect((await browser.get('/compte/notifications')).text).toContain('La Ruche')
  })

  test('what is no public entry cannot be followed, and visitors are not asked to', async () => {
    expect((await talk.as().get(talk.entry.envelope.path)).text).not.toContain('/notifications/')
    const fields = { fiche: talk.deps.newId(), quoi: 'answers', acte: 'suivre' }
    expect((await talk.as(talk.bruno).post('/notifications/suivi', fields)).status).toBe(404)
  })
})

test('choices are kept as they were made, topic by topic, and given back with the rest of one’s data', async () => {
  const browser = talk.as(talk.anna)
  const page = await browser.get('/compte/notifications')
  expect(await pageFaults(page.text)).toEqual([])
  const chosen = {
    rythme: 'weekly',
    site: ['answer', 'mention'],
    mail: ['mention'],
    rubrique: ['job', 'rien'],
  }
  expect((await browser.post('/compte/notifications', chosen)).status).toBe(303)
  expect(formIn(await browser.get('/compte/notifications'), '/compte/notifications')).toMatchObject({
    ...{ rythme: 'weekly', site: ['answer', 'mention'], mail: 'mention', rubrique: 'job' },
  })
  expect((await browser.post('/compte/notifications', { rythme: 'sans-cesse' })).status).toBe(422)
  expect(await exportNotifications(talk.deps, talk.anna)).toMatchObject({
    choices: { rhythm: 'weekly' },
    sections: ['job'],
  })
})
