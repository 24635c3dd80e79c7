import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entries, media } from '../../db/schema/entries.ts'
import { entryPictures } from '../../db/schema/writing.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { entryById } from '../../server/entries/queries.ts'
import { mostInADay } from '../../server/media/pictures.ts'
import { sweepMedia, sweepWithdrawn } from '../../server/media/sweep.ts'
import { photograph } from '../media/images.ts'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { formIn, openPages, postWithFile, type Pages } from '../web/pages.ts'

const day = 86_400_000
let pages: Pages
let editor: Viewer
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterEach(() => pages.close())

const file = async (name = 'image') => ({
  name,
  bytes: new Uint8Array(await photograph(64, 48)),
  type: 'image/jpeg',
})

/** Sent by a script while somebody writes. */
async function uploaded(by: Viewer): Promise<string> {
  const answer = await postWithFile(pages.as(by), '/actualites/nouveau/images', {}, await file())
  expect(answer.status).toBe(201)
  const { url }: { url: string } = JSON.parse(answer.text)
  return url
}

const fresh = async (by: Viewer) =>
  formIn(await pages.as(by).get('/actualites/nouveau'), '/actualites/nouveau')

async function saved(by: Viewer, body: string, outcome = 'publish') {
  const sent = { ...(await fresh(by)), title: 'Avec une image', body, outcome }
  return pages.as(by).post('/actualites/nouveau', sent)
}

const only = async () => {
  const [row] = await pages.deps.db.read.select().from(entries)
  if (row === undefined) throw new Error('There is no entry.')
  return row
}

describe('a picture for a text', () => {
  test('stands in it with its size, and is noted as its own', async () => {
    const url = await uploaded(editor)
    expect((await saved(editor, `Voici.\n\n![Une salle claire](${url})`)).status).toBe(303)
    const entry = await only()
    expect(entry.html).toMatch(/<img src="\/media\/[^"]+" alt="Une salle claire" width="\d+" height="\d+"/)
    expect(await pages.deps.db.read.select().from(entryPictures)).toHaveLength(1)
    const page = await pages.as().get(`/actualites/${entry.slug}`)
    expect(page.text).toContain('alt="Une salle claire"')
    expect(await pageFaults(page.text)).toEqual([])
  })

  test('needs a description, whoever sends it, and keeps what was typed', async () => {
    const url = await uploaded(editor)
    const answer = await saved(editor, `![](${url})`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('n’a pas de description')
    expect(formIn(answer, '/actualites/nouveau')['body']).toBe(`![](${url})`)
    expect((await saved(editor, `![](${url} "décorative")`)).status).toBe(303)
  })

  test('of somebody else is not theirs to show before everybody can see it', async () => {
    const other = await person(pages.deps, 'contributor')
    const url = await uploaded(editor)
    expect((await saved(other, `![x](${url})`, 'draft')).status).toBe(422)
    const preview = await pages.as(other).post('/actualites/nouveau/apercu', {
      ...(await fresh(other)),
      title: 'Un titre',
      body: `![x](${url})`,
    })
    expect(preview.status).toBe(200)
    expect(preview.text).not.toContain(`<img src="${url}"`)
    await saved(editor, `![x](${url})`)
    expect((await saved(other, `![x](${url})`, 'draft')).status).toBe(303)
  })

  test('is taken from those who may write here, and is a picture', async () => {
    const member = await person(pages.deps, 'member')
    const path = '/actualites/nouveau/images'
    expect((await postWithFile(pages.as(member), path, {}, await file())).status).toBe(403)
    expect((await postWithFile(pages.as(), path, {}, await file())).status).not.toBe(201)
    const text = { name: 'image', bytes: new Uint8Array(Buffer.from('<svg onload="x">')), type: 'image/png' }
    const wrong = await postWithFile(pages.as(editor), path, {}, text)
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('n’est pas une image')
    const body = new FormData()
    body.set('image', new File([(await file()).bytes], 'a.jpg'))
    const foreign = await pages.as(editor).send(path, {
      method: 'POST',
      body,
      headers: { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' },
    })
    expect(foreign.status).toBe(403)
    expect(await pages.deps.db.read.select().from(media)).toEqual([])
  })

  test('comes with the form where there is no script, at the end of the text', async () => {
    const sent = {
      ...(await fresh(editor)),
      title: 'Sans script',
      body: 'Un début.',
      bodyImageAlt: 'Un [quai]',
      outcome: 'draft',
    }
    const answer = await postWithFile(pages.as(editor), '/actualites/nouveau', sent, await file('bodyImage'))
    expect(answer.status).toBe(303)
    expect((await only()).body).toMatch(
      /^Un début\.\n\n!\[Un \\\[quai\\\]\]\(\/media\/[0-9a-f-]{36}\.webp\)$/,
    )
    expect((await only()).html).toContain('alt="Un [quai]"')
  })

  test('stays as long as its entry, and goes a day after nothing holds it', async () => {
    const { deps } = pages
    const url = await uploaded(editor)
    await uploaded(editor)
    await saved(editor, `![Une salle](${url})`)
    deps.pass(2 * day)
    expect((await sweepMedia(deps)).removed).toBeGreaterThan(0)
    const left = await deps.db.read.select().from(media)
    expect(left.map(({ id }) => `/media/${id}.webp`)).toEqual([url])
    const entry = await entryById(deps, (await only()).id)
    if (entry === undefined) throw new Error('gone')
    await withdraw(deps, editor, entry)
    await sweepMedia(deps)
    expect(await deps.db.read.select().from(media)).toEqual([])
  })

  test('of a form that waits is not swept', async () => {
    const { deps } = pages
    const url = await uploaded(editor)
    const kept = await pages.as(editor).post('/actualites/nouveau/reprise', {
      ...(await fresh(editor)),
      title: '',
      body: `![Une salle](${url})`,
    })
    expect(kept.status).toBe(200)
    deps.pass(2 * day)
    await sweepMedia(deps)
    expect(await deps.db.read.select().from(media)).toHaveLength(1)
  })

  test('goes with its entry at once, however young it is: what was taken down is not shown for a day more', async () => {
    const { deps } = pages
    const url = await uploaded(editor)
    const lead = await uploaded(editor)
    const waits = await uploaded(editor)
    await saved(editor, `![Une salle](${url})`)
    const id = (await only()).id
    const imageId = lead.slice(7, 43)
    await deps.db.write([deps.db.make.update(entries).set({ imageId }).where(eq(entries.id, id))])
    const entry = await entryById(deps, id)
    if (entry === undefined) throw new Error('gone')
    await withdraw(deps, editor, entry)
    expect((await sweepWithdrawn(deps)).removed).toBe(2)
    const left = await deps.db.read.select().from(media)
    expect(left.map((row) => `/media/${row.id}.webp`)).toEqual([waits])
  })

  test('is not kept by what somebody else types: nobody keeps what another took back', async () => {
    const { deps } = pages
    const url = await uploaded(editor)
    await saved(editor, `![Une salle](${url})`)
    const entry = await entryById(deps, (await only()).id)
    if (entry === undefined) throw new Error('gone')
    const mallory = await person(deps, 'contributor')
    const kept = await pages.as(mallory).post('/actualites/nouveau/reprise', {
      ...(await fresh(mallory)),
      title: '',
      body: url,
    })
    expect(kept.status).toBe(200)
    await withdraw(deps, editor, entry)
    deps.pass(2 * day)
    await sweepMedia(deps)
    expect(await deps.db.read.select().from(media)).toEqual([])
  })

  test('is one of so many in a day: a disk is not filled by one person', async () => {
    const { deps } = pages
    const row = { type: 'image/webp', width: 1, height: 1, bytes: 1, createdAt: deps.now() }
    await deps.db.write(
      Array.from({ length: mostInADay }, () =>
        deps.db.make.insert(media).values({ ...row, id: deps.newId(), createdBy: editor.id }),
      ),
    )
    const count = async () => (await deps.db.read.select().from(media)).length
    for (const [path, name] of [
      ['/actualites/nouveau/images', 'image'],
      ['/actualites/nouveau', 'image'],
      ['/actualites/nouveau', 'bodyImage'],
    ] as const) {
      const sent = { ...(await fresh(editor)), title: 'Une de trop', outcome: 'draft' }
      const answer = await postWithFile(pages.as(editor), path, sent, await file(name))
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('beaucoup d’images pour un jour')
    }
    expect(await count()).toBe(mostInADay)
    await uploaded(await person(deps, 'editor'))
    deps.pass(day)
    await uploaded(editor)
    expect(await count()).toBe(mostInADay + 2)
  })
})
