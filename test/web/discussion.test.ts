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
