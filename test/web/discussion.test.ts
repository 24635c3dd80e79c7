import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comments, entries } from '../../db/schema/entries.ts'
import { setCommentState, threadSize } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from './pages.ts'

let pages: Pages
let entry: Entry
beforeEach(async () => {
  pages = await openPages()
  entry = await published(pages.deps, await person(pages.deps, 'editor'), 'job', { title: 'Menuisière' })
})
afterEach(() => pages.close())

/** One answer of each name, each to the one before. */
async function chained(names: readonly string[], from: number | null = null): Promise<number[]> {
  const { db, newId, now } = pages.deps
  const ns: number[] = []
  for (const [at, authorName] of names.entries()) {
    const parentN = ns.at(-1) ?? from
    const shared = {
      entryN: entry.envelope.n,
      parentN,
      html: `<p>${authorName}</p>`,
      state: 'shown' as const,
    }
    const row = { ...shared, id: newId(), authorName, publishedAt: now() + at }
    await db.write([db.make.insert(comments).values(row)])
    const [kept] = await db.read.select({ n: comments.n }).from(comments).where(eq(comments.id, row.id))
    ns.push(kept?.n ?? 0)
  }
  return ns
}
const seen = async (query = '') => (await pages.as().get(entry.envelope.path + query)).text
const answering = (text: string): string[] =>
  [...text.matchAll(/class="comment-answering">([^]*?)<\/p>/g)].map(([, inside = '']) =>
    inside.replaceAll(/<[^>]+>/g, '').trim(),
  )

test('answers say whom they answer, where their place no longer shows it', async () => {
  const names = ['Anna', 'Bruno', 'Chloé', 'David', 'Elsa', 'Farid']
  await chained(names)
  const text = await seen()
  expect([...text.matchAll(/<b>(\w+|Chloé)<\/b>/g)].map(([, name]) => name)).toEqual(names)
  expect(answering(text)).toEqual(['Bruno', 'Chloé', 'David', 'Elsa'].map((name) => `En réponse à ${name}`))
  expect(await pageFaults(text)).toEqual([])
})

test('an answer to one of another page says so, and one to what is hidden names nobody', async () => {
  const [first = 0] = await chained(['Anna'])

  const fill = Array.from({ length: threadSize }, (_, at) => ({
    ...{
      id: pages.deps.newId(),
      entryN: entry.envelope.n,
      parentN: null,
      authorName: 'Foule',
      html: '<p>x</p>',
    },
    ...{ state: 'shown' as const, publishedAt: pages.deps.now() + 10 + at },
  }))
  await pages.deps.db.write([pages.deps.db.make.insert(comments).values(fill)])
  pages.deps.pass(10_000)
  await chained(['Bruno'], first)
  expect(answering(await seen('?page=2'))).toEqual(['En réponse à Anna'])
  const [anna] = await pages.deps.db.read
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.n, first))
  await pages.deps.db.write(setCommentState(pages.deps.db, anna?.id ?? '', 'hidden'))
  expect(answering(await seen('?page=2'))).toEqual([])
})

test('what moderators hid keeps its place where somebody answered it, without a name or a word', async () => {
  const [anna = 0] = await chained(['Anna', 'Bruno'])
  const [row] = await pages.deps.db.read
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.n, anna))
  await pages.deps.db.write(setCommentState(pages.deps.db, row?.id ?? '', 'hidden'))
  const text = await seen()
  expect(text).toContain('Une réponse a été masquée par les personnes qui modèrent.')
  expect(text).toContain('Bruno')
  expect(text).not.toContain('Anna')
  expect(text).toContain('1\u00a0réponse<')
  expect(await pageFaults(text)).toEqual([])
  // What came from nobody here and was never answered leaves no trace.
  await pages.deps.db.write([pages.deps.db.make.delete(comments)])
  const [spam = 0] = await chained(['Publicité'])
  await pages.deps.db.write([
    pages.deps.db.make.update(comments).set({ state: 'hidden' }).where(eq(comments.n, spam)),
  ])
  expect(await seen()).not.toContain('masquée')
})

test('more than five answers to one fold after three, with their number, and an address into them opens them', async () => {
  const [anna = 0] = await chained(['Anna'])
  for (const name of ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq']) await chained([name], anna)
  expect(await seen()).not.toContain('<details class="thread')
  const [six = 0] = await chained(['Six', 'Sous six'], anna)
  const text = await seen()
  expect(text).toMatch(/<li class="thread-fold"><details><summary[^>]*>4\u00a0réponses de plus</)
  expect(text.indexOf('Trois')).toBeLessThan(text.indexOf('thread-fold'))
  expect(text.indexOf('Quatre')).toBeGreaterThan(text.indexOf('thread-fold'))
  expect(await pageFaults(text)).toEqual([])
  const [row] = await pages.deps.db.read.select({ id: comments.id }).from(comments).where(eq(comments.n, six))
  expect(text).toContain(`href="${entry.envelope.path}?reponse=${row?.id}#commentaire-${row?.id}"`)
  expect(await seen(`?reponse=${row?.id}`)).toContain('<li class="thread-fold"><details open="">')
})

test('long words show how they begin, and all of them to whoever asks', async () => {
  const [n = 0] = await chained(['Anna'])
  const html = `<p>Au début. ${'Un mot. '.repeat(300)}À la fin.</p>`
  await pages.deps.db.write([pages.deps.db.make.update(comments).set({ html }).where(eq(comments.n, n))])
  const text = await seen()
  expect(text).toMatch(/<details class="long-words"><summary><span class="long-words-beginning">Au début/)
  expect(text).toContain('À la fin.')
  expect(await pageFaults(text)).toEqual([])
})

test('a discussion that began elsewhere leads there, since some of it may be missing here', async () => {
  const { apId } = await received(pages.deps, 'job', { title: 'Venue d’ailleurs' })
  const [row] = await pages.deps.db.read.select().from(entries).where(eq(entries.apId, apId))
  const { text } = await pages.as().get(`/emplois/${row?.slug}`)
  expect(text).toMatch(
    /<a href="https:\/\/ailleurs\.example\/emplois\/ailleurs"[^>]*>\s*La discussion continue sur ailleurs\.example/,
  )
  expect(await seen()).not.toContain('La discussion continue')
  expect(await pageFaults(text)).toEqual([])
})
