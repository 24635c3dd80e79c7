import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { users } from '../../db/schema/accounts.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { setCommentState } from '../../server/entries/comments.ts'
import { receiveComment } from '../../server/entries/received-comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { formIn, openPages, type Pages } from './pages.ts'

let pages: Pages
let member: Viewer
let entry: Entry
let path: string
let action: string
beforeEach(async () => {
  pages = await openPages()
  member = await person(pages.deps, 'member')
  entry = await published(pages.deps, await person(pages.deps, 'editor'), 'job', { title: 'Menuisière' })
  path = entry.envelope.path
  action = `${path}/commentaires`
})
afterEach(() => pages.close())

const rows = () => pages.deps.db.read.select().from(comments)
const seen = async (viewer?: Viewer) => (await pages.as(viewer).get(path)).text

async function say(viewer: Viewer, body: string, query = ''): Promise<string> {
  const browser = pages.as(viewer)
  const form = formIn(await browser.get(path + query), action)
  const answer = await browser.post(action, { ...form, body })
  expect(answer.status).toBe(303)
  return String(form['id'])
}

/** An answer from another server; first ones are held. */
async function fromElsewhere(
  html: string,
  state: 'shown' | 'held',
  more: { summary?: string; url?: string } = {},
) {
  await received(pages.deps, 'job')
  const [actor] = await pages.deps.db.read.select().from(actors).where(eq(actors.local, false))
  const steps = await receiveComment(
    pages.deps,
    { n: actor?.n ?? 0, name: 'Ailleurs' },
    {
      apId: `https://ailleurs.example/notes/${pages.deps.newId()}`,
      url: 'https://ailleurs.example/@hub/1',
      entryN: entry.envelope.n,
      parentN: null,
      html,
      summary: '',
      language: 'fr',
      publishedAt: pages.deps.now(),
      ...more,
    },
  )
  await pages.deps.db.write(steps)
  const [last] = (await rows()).slice(-1)
  if (state === 'shown') await pages.deps.db.write(setCommentState(pages.deps.db, last?.id ?? '', 'shown'))
}

describe('an answer', () => {
  test('of a member stands under the entry, with its formatting and nothing worse', async () => {
    const id = await say(member, 'Est-ce **loin** ? <script>alert(1)</script>')
    const text = await seen()
    expect(text).toContain('<strong>loin</strong>')
    expect(text).not.toContain('<script>alert')
    expect(text).toContain(`id="commentaire-${id}"`)
    expect(text).toContain('1\u00a0réponse')
    expect(await pageFaults(text)).toEqual([])
  })

  test('may bear a warning: it is folded behind it, and what answers it begins with the same', async () => {
    const browser = pages.as(member)
    const form = formIn(await browser.get(path), action)
    const warned = { ...form, body: 'Le récit', summary: ' Violences <b> ' }
    expect((await browser.post(action, { ...warned, summary: 'x'.repeat(201) })).status).toBe(422)
    expect((await browser.post(action, warned)).status).toBe(303)
    const text = await seen()
    expect(text).toContain(
      '<details class="content-warning"><summary>Violences &lt;b&gt;</summary><p>Le récit</p>',
    )
    const again = formIn(await browser.get(`${path}?repondre=${String(form['id'])}`), action)
    expect(again['summary']).toBe('Violences <b>')
    expect(await pageFaults(text)).toEqual([])
  })

  test('of another server is answered from one’s own, under that very answer', async () => {
    await fromElsewhere('<p>Bonjour</p>', 'shown')
    const [row] = await rows()
    expect(await seen()).toContain(`/interagir?acte=repondre&amp;reponse=${row?.id}`)
    const { status, text } = await pages.as().get(`/interagir?acte=repondre&reponse=${row?.id}`)
    expect(status).toBe(200)
    expect(text).toContain(row?.apId ?? '-')
    expect(text).toContain('la réponse d’Ailleurs sous «\u00a0Menuisière\u00a0»')
    expect(await pageFaults(text)).toEqual([])
    await pages.deps.db.write(setCommentState(pages.deps.db, row?.id ?? '', 'hidden'))
    expect((await pages.as().get(`/interagir?acte=repondre&reponse=${row?.id}`)).status).toBe(404)
  })

  test('sent twice, or three times at once, is one', async () => {
    const browser = pages.as(member)
    const form = { ...formIn(await browser.get(path), action), body: 'Une fois' }
    await Promise.all([1, 2, 3].map(() => browser.post(action, form)))
    await browser.post(action, form)
    expect(await rows()).toHaveLength(1)
  })

  test('to an answer stands under it', async () => {
    const first = await say(member, 'La question')
    await say(await person(pages.deps, 'editor'), 'La réponse', `?repondre=${first}`)
    const [question, answer] = await rows()
    expect(answer?.parentN).toBe(question?.n)
    const text = await seen()
    expect(text).toContain('Réponses à Camille (member)')
    expect(await pageFaults(text)).toEqual([])
  })

  test('that is empty or endless comes back with what was typed', async () => {
    const browser = pages.as(member)
    const form = formIn(await browser.get(path), action)
    const empty = await browser.post(action, { ...form, body: '   ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Ce champ est obligatoire.')
    const endless = await browser.post(action, { ...form, body: 'x'.repeat(5001) })
    expect(endless.status).toBe(422)
    expect(formIn(endless, action)).toMatchObject({ body: 'x'.repeat(5001), id: form['id'] })
    expect(await pageFaults(endless.text)).toEqual([])
    expect(await rows()).toHaveLength(0)
  })

  test('needs a member: visitors are told how to answer from their own account', async () => {
    const text = await seen()
    expect(text).not.toContain(`action="${action}"`)
    expect(text).toContain('Se connecter pour répondre')
    expect(text).toContain(`data-copy="https://hub.example/ap/objects/${entry.envelope.id}"`)
    expect((await pages.as().post(action, { body: 'x' })).status).toBe(401)
  })

  test('from one’s own account appears here under what is ours, and at home under what came from elsewhere', async () => {
    expect(await seen()).toContain('Votre réponse paraîtra ici')
    const { apId } = await received(pages.deps, 'job', { title: 'Venue d’ailleurs' })
    const [row] = await pages.deps.db.read.select().from(entries).where(eq(entries.apId, apId))
    const { text } = await pages.as().get(`/emplois/${row?.slug}`)
    expect(text).toContain(`data-copy="${apId}"`)
    expect(text).not.toContain('Votre réponse paraîtra ici')
    expect(text).toContain('Votre réponse ira à ailleurs.example')
  })

  test('is deleted by its author, for good, and by nobody else', async () => {
    const id = await say(member, 'À effacer')
    const at = `${action}/${id}`
    expect((await pages.as(await person(pages.deps, 'editor')).post(at, { _method: 'DELETE' })).status).toBe(
      403,
    )
    expect((await pages.as().post(at, { _method: 'DELETE' })).status).toBe(401)
    expect(await seen()).toContain('À effacer')
    expect((await pages.as(member).post(at, { _method: 'DELETE' })).status).toBe(303)
    expect(await seen()).not.toContain('À effacer')
    expect((await rows())[0]).toMatchObject({ state: 'deleted', body: '', html: '' })
  })

  test('is deleted by no single press: its author is asked first, with its words before them', async () => {
    const id = await say(member, 'À relire avant')
    const ask = `${action}/${id}/effacer`
    expect(await seen(member)).toContain(`href="${ask}"`)
    expect(await seen(member)).not.toContain(`action="${action}/${id}"`)
    const question = await pages.as(member).get(ask)
    expect(question.status).toBe(200)
    expect(question.text).toContain('À relire avant')
    expect(await pageFaults(question.text)).toEqual([])
    expect(formIn(question, `${action}/${id}`)).toEqual({ _method: 'DELETE' })
    expect(await seen()).toContain('À relire avant')
    expect((await pages.as(await person(pages.deps, 'editor')).get(ask)).status).toBe(403)
    expect((await pages.as().get(ask)).status).toBe(401)
  })

  test('of somebody else is deleted by a moderator only where a reason is asked for', async () => {
    const id = await say(member, 'Hors sujet')
    const admin = pages.as(await person(pages.deps, 'admin'))
    const room = `/moderation/commentaires/${id}`
    expect((await admin.get(`${action}/${id}/effacer`)).location).toBe(room)
    const pressed = await admin.post(`${action}/${id}`, { _method: 'DELETE' })
    expect([pressed.status, pressed.location]).toEqual([303, room])
    expect(await seen()).toContain('Hors sujet')
  })

  test('of another entry cannot be deleted from here', async () => {
    const id = await say(member, 'Ici')
    const other = await published(pages.deps, await person(pages.deps, 'editor'), 'job', { title: 'Autre' })
    const answer = await pages
      .as(member)
      .post(`${other.envelope.path}/commentaires/${id}`, { _method: 'DELETE' })
    expect(answer.status).toBe(404)
    expect(await seen()).toContain('Ici')
  })
})

describe('where an answer will be read', () => {
  const nameFor = async (viewer: Viewer) => {
    const { db, now } = pages.deps
    await db.write([
      db.make.insert(actors).values({
        id: '/ap/actors/camille',
        local: true,
        type: 'Person',
        handle: 'camille',
        host: '',
        createdAt: now(),
      }),
    ])
    const [actor] = await db.read.select().from(actors).where(eq(actors.handle, 'camille'))
    await db.write([
      db.make
        .update(users)
        .set({ actorN: actor?.n ?? 0 })
        .where(eq(users.id, viewer.id)),
    ])
  }
  const remotePage = async () => {
    const { apId } = await received(pages.deps, 'job', { title: 'Venue d’ailleurs' })
    const [row] = await pages.deps.db.read.select().from(entries).where(eq(entries.apId, apId))
    return `/emplois/${row?.slug}`
  }

  test('is this site alone for a member without a name, who is told so and shown the way to one', async () => {
    const { text } = await pages.as(member).get(await remotePage())
    expect(text).toContain('ailleurs.example, d’où vient cette page, ne la recevra pas')
    expect(text).toContain('href="/compte/fedivers"')
    expect(text).toContain('Tout le monde peut la lire sur ce site.')
    expect(await pageFaults(text)).toEqual([])
  })

  test('is its home too for a member with a name, who is told that it may wait there', async () => {
    await nameFor(member)
    const { text } = await pages.as(member).get(await remotePage())
    expect(text).toContain('sera envoyée à ailleurs.example')
    expect(text).toContain('Il se peut qu’elle y attende une relecture.')
    expect(text).not.toContain('href="/compte/fedivers"')
    expect(await pageFaults(text)).toEqual([])
  })

  test('goes without saying under an entry of ours, unless somebody elsewhere is answered', async () => {
    expect(await seen(member)).not.toContain('/compte/fedivers')
    await fromElsewhere('<p>Bonjour</p>', 'shown')
    const [theirs] = await rows()
    const { text } = await pages.as(member).get(`${path}?repondre=${theirs?.id}`)
    expect(text).toContain('Ailleurs, qui écrit depuis ailleurs.example, ne la recevra pas')
    await nameFor(member)
    const named = (await pages.as(member).get(`${path}?repondre=${theirs?.id}`)).text
    expect(named).toContain('sera envoyée à Ailleurs, sur ailleurs.example')
  })
})

describe('an answer from another server', () => {
  test('stands among the others, with its origin', async () => {
    await fromElsewhere('<p>Nous relayons.</p>', 'shown')
    const text = await seen()
    expect(text).toContain('Nous relayons.')
    expect(text).toContain('@hub@ailleurs.example')
    expect(text).toContain('href="https://ailleurs.example/@hub/1"')
  })

  test('that waits for a moderator is seen by moderators alone', async () => {
    await fromElsewhere('<p>Première fois</p>', 'held')
    expect(await seen()).not.toContain('Première fois')
    expect(await seen(member)).not.toContain('Première fois')
    const text = await seen(await person(pages.deps, 'moderator'))
    expect(text).toContain('Première fois')
    expect(text).toContain('En attente de modération')
  })

  test('that was hidden is seen by moderators alone, and what answers it stays', async () => {
    const first = await say(member, 'Déplacé')
    await say(member, 'Et moi alors ?', `?repondre=${first}`)
    await pages.deps.db.write(setCommentState(pages.deps.db, first, 'hidden'))
    const text = await seen()
    expect(text).not.toContain('Déplacé')
    expect(text).toContain('Et moi alors ?')
    expect(text).toContain('1\u00a0réponse')
    expect(await seen(await person(pages.deps, 'moderator'))).toContain('Déplacé')
  })

  test('with a warning is read only by who opens it', async () => {
    await fromElsewhere('<p>Le texte</p>', 'shown', { summary: 'Sujet <b>grave</b>' })
    const text = await seen()
    expect(text).toContain(
      '<details class="content-warning"><summary>Sujet &lt;b&gt;grave&lt;/b&gt;</summary>',
    )
    expect(await pageFaults(text)).toEqual([])
  })

  test('never leads to an address that is a script', async () => {
    await fromElsewhere('<p>Ouvrez</p>', 'shown', { url: 'javascript:alert(1)' })
    expect(await seen()).not.toContain('href="javascript:')
  })
})

describe('a long discussion', () => {
  const many = (count: number, parent: (n: number) => number | null) => {
    const { db, newId } = pages.deps
    const rows = Array.from({ length: count }, (_, position) => ({
      id: newId(),
      n: 1000 + position,
      entryN: entry.envelope.n,
      parentN: parent(1000 + position),
      authorName: 'Camille',
      html: `<p>Réponse ${position + 1}.</p>`,
      state: 'shown' as const,
      publishedAt: pages.deps.now() - 1_000_000 + position,
    }))
    return db.write([db.make.insert(comments).values(rows)])
  }

  test('goes on over pages, counts all of them, and leads to the newest who has just answered', async () => {
    await many(600, () => null)
    const browser = pages.as(member)
    const answer = await browser.post(action, {
      ...formIn(await browser.get(path), action),
      body: 'La dernière',
    })
    expect(answer.location).toMatch(/\?page=4&reponse=[0-9a-f-]+#commentaire-/)
    const [where = '', anchor = ''] = (answer.location ?? '').split('#')
    const last = await browser.get(where)
    expect(last.text).toContain('La dernière')
    expect(last.text).toContain(`id="${anchor}"`)
    expect(last.text).toContain('601\u00a0réponses')
    expect(await pageFaults(last.text)).toEqual([])
    const first = await seen()
    expect(first).toContain('Réponse 1.')
    expect(first).not.toContain('Réponse 201.')
    expect(first).toContain(`href="${path}?page=2#commentaires"`)
    expect(first).toContain('601\u00a0réponses')
    const erased = await browser.post(`${action}/${anchor.replace('commentaire-', '')}`, {
      _method: 'DELETE',
    })
    expect(erased.location).toBe(`${path}?page=4#commentaires`)
  })

  test('is answered on the page where the answer stands', async () => {
    await many(201, () => null)
    const link =
      /href="([^"]*repondre=[^"]*)"/.exec((await pages.as(member).get(`${path}?page=2`)).text)?.[1] ?? ''
    const asked = await pages.as(member).get(link.replaceAll('&amp;', '&').replace(/#.*/, ''))
    expect(asked.text).toContain('Réponse 201.')
    expect(asked.text).toContain('Votre réponse à Camille')
  })

  test('is drawn four deep, and what is deeper side by side', async () => {
    await many(40, (n) => (n === 1000 ? null : n - 1))
    const text = await seen()
    for (let n = 1; n <= 40; n++) expect(text).toContain(`Réponse ${n}.`)
    let depth = 0
    let deepest = 0
    for (const [tag] of text.slice(text.indexOf('id="commentaires"')).matchAll(/<\/?ol\b/g)) {
      depth += tag === '<ol' ? 1 : -1
      deepest = Math.max(deepest, depth)
    }
    // What is folded stands at the depth of what it is the rest of.
    expect(deepest - (text.match(/<ol class="thread thread-rest"/g) ?? []).length).toBe(4)
    expect(await pageFaults(text)).toEqual([])
  })
})
