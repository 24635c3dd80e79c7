import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { comments, entries, tombstones } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import { close, publish, revise, saveDraft, submit } from '../../server/entries/commands.ts'
import { mostDrafts } from '../../server/entries/voice.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { parseEntry, type EntryInput } from '../../server/entries/input.ts'
import { loadEntry, type Entry } from '../../server/entries/load.ts'
import { whole } from '../../server/entries/whole.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { drafted, known, person, published } from '../support/publish.ts'

let deps: TestDeps
let editor: Viewer
beforeEach(async () => {
  deps = await openTestDeps()
  editor = await person(deps, 'editor')
})
afterEach(() => deps.close())

const now = async (entry: Entry): Promise<Entry> => {
  const found = await loadEntry(deps, eq(entries.id, entry.envelope.id))
  if (found === undefined) throw new Error('The entry is gone.')
  return found
}

async function typed(kind: 'news' | 'job', shared: Record<string, unknown>): Promise<EntryInput> {
  const { input, faults } = await parseEntry(
    deps,
    known(kind),
    { shared: { title: 'Un titre', ...shared }, fields: known(kind).sample },
    null,
  )
  if (input === null) throw new Error(JSON.stringify(faults))
  return input
}

/** Contributor on the hub, editor in one organisation. */
async function speaksFor(organisation: Entry): Promise<Viewer> {
  const contributor = await person(deps, 'contributor')
  return { ...contributor, memberships: [{ organisationId: organisation.envelope.id, role: 'editor' }] }
}

describe('the voice of an entry', () => {
  test('is not lent to someone who could only draft in it, once the entry is public', async () => {
    const organisation = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const member = await speaksFor(organisation)
    const news = await published(deps, member, 'news', { organisation: organisation.envelope.id })
    const change = { revision: news.envelope.revision, input: await typed('news', {}), picture: undefined }
    await expect(revise(deps, member, news, change)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await now(news)).envelope.organisationId).toBe(organisation.envelope.id)
    await revise(deps, editor, news, change)
    expect((await now(news)).envelope.organisationId).toBeNull()
  })

  test('is that of a published organisation of this hub, and of nothing else', async () => {
    const job = await published(deps, editor, 'job')
    const draft = await drafted(deps, editor, 'organisation', { title: 'Pas encore' })
    for (const organisation of [job.envelope.id, draft.envelope.id, deps.newId(), 'xyz']) {
      const sent = { shared: { title: 'Un titre', organisation }, fields: known('news').sample }
      expect((await parseEntry(deps, known('news'), sent, null)).faults).toEqual([
        { field: 'organisation', code: 'choice' },
      ])
    }
  })

  test('is named without a link once the organisation’s page is no longer there', async () => {
    const organisation = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const job = await published(deps, editor, 'job', { organisation: organisation.envelope.id })
    expect(job.envelope.speaker).toMatchObject({ name: 'Les Ateliers', url: '/annuaire/les-ateliers' })
    await withdraw(deps, editor, await now(organisation))
    expect((await now(job)).envelope.speaker).toMatchObject({ name: 'Les Ateliers', url: null })
  })

  test('is kept by what is public when its organisation has gone, and replaced in a draft', async () => {
    const organisation = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const shared = { title: 'Un titre', organisation: organisation.envelope.id }
    const [job, draft] = [
      await published(deps, editor, 'job', shared),
      await drafted(deps, editor, 'job', shared),
    ]
    await withdraw(deps, editor, await now(organisation))
    const sent = { shared, fields: known('job').sample }
    const kept = await parseEntry(deps, known('job'), { ...sent, before: job }, null)
    expect(kept.input?.organisationId).toBe(organisation.envelope.id)
    for (const before of [undefined, draft])
      expect((await parseEntry(deps, known('job'), { ...sent, before }, null)).faults).toEqual([
        { field: 'organisation', code: 'choice' },
      ])
    await expect(publish(deps, editor, whole(await now(draft)))).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('an organisation', () => {
  test('is founded by the hub’s own people, never by those of another organisation', async () => {
    const first = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const member = {
      ...(await person(deps, 'member')),
      memberships: [{ organisationId: first.envelope.id, role: 'editor' as const }],
    }
    await expect(drafted(deps, member, 'organisation', { title: 'La mienne' })).rejects.toMatchObject({
      code: 'forbidden',
    })
    // In the name of their own, which a gate refuses before the command does.
    const { input } = await parseEntry(
      deps,
      known('organisation'),
      { shared: { title: 'La mienne' }, fields: known('organisation').sample },
      null,
    )
    if (input === null) throw new Error('The sample has faults.')
    const id = deps.newId()
    const named = { ...input, organisationId: first.envelope.id }
    const draft = { id, revision: null, input: named, picture: undefined }
    const save = (viewer: Viewer) => saveDraft(deps, viewer, known('organisation'), draft)
    await expect(save(member)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(save(editor)).rejects.toMatchObject({ code: 'invalid' })
    expect(await deps.db.read.$count(entries)).toBe(1)
    // A draft of former times.
    const kept = await drafted(deps, editor, 'organisation', { title: 'La mienne' })
    await deps.db.write([
      deps.db.make
        .update(entries)
        .set({ organisationId: first.envelope.id })
        .where(eq(entries.id, kept.envelope.id)),
    ])
    await expect(publish(deps, member, whole(await now(kept)))).rejects.toMatchObject({ code: 'forbidden' })
    // Their own they revise, but in no other name.
    const change = { revision: first.envelope.revision, picture: undefined }
    await expect(revise(deps, member, first, { ...change, input: named })).rejects.toMatchObject({
      code: 'invalid',
    })
    await revise(deps, member, first, { ...change, input })
  })

  test('is not withdrawn while it says something itself, whoever asks', async () => {
    const organisation = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const news = await published(deps, editor, 'news', { organisation: organisation.envelope.id })
    const goodbye = async () => withdraw(deps, editor, await now(organisation))
    await expect(goodbye()).rejects.toMatchObject({ code: 'conflict' })
    await close(deps, editor, news)
    await expect(goodbye()).rejects.toMatchObject({ code: 'conflict' })
    await withdraw(deps, editor, await now(news))
    await goodbye()
    expect((await now(organisation)).envelope.state).toBe('withdrawn')
  })
})

describe('a form that was opened before there was an entry', () => {
  test('does not overwrite what was written since', async () => {
    const draft = await drafted(deps, editor, 'news', { title: 'Premier' })
    const { id, revision } = draft.envelope
    await revise(deps, editor, draft, {
      revision,
      input: await typed('news', { title: 'Second' }),
      picture: undefined,
    })
    const again = { id, revision: null, input: await typed('news', { title: 'Vieux' }), picture: undefined }
    await expect(saveDraft(deps, editor, known('news'), again)).rejects.toMatchObject({ code: 'conflict' })
    expect((await now(draft)).envelope.title).toBe('Second')
  })
})

describe('an entry that changed while somebody read it', () => {
  test('is not published in its new words by a reader of the old ones', async () => {
    const contributor = await person(deps, 'contributor')
    const draft = await drafted(deps, contributor, 'news')
    const read = await submit(deps, contributor, draft)
    await revise(deps, contributor, read, {
      revision: read.envelope.revision,
      input: await typed('news', { title: 'Non relu' }),
      picture: undefined,
    })
    await expect(publish(deps, editor, whole(read))).rejects.toMatchObject({ code: 'conflict' })
    expect((await now(draft)).envelope.state).toBe('review')
  })

  test('is not revised by someone who had it open when it was withdrawn, and stays out of the index', async () => {
    const news = await published(deps, editor, 'news', { title: 'Retirée' })
    await withdraw(deps, editor, news)
    const change = { revision: news.envelope.revision, input: await typed('news', {}), picture: undefined }
    await expect(revise(deps, editor, news, change)).rejects.toMatchObject({ code: 'conflict' })
    const { rows } = await deps.db.query('SELECT count(*) AS n FROM entries_search')
    expect(Number(rows[0]?.['n'])).toBe(0)
  })

  test('closes and opens again, each a revision of its own', async () => {
    const job = await published(deps, editor, 'job')
    const closed = await close(deps, editor, job)
    const open = await publish(deps, editor, whole(closed))
    expect([job, closed, open].map(({ envelope }) => envelope.revision)).toEqual([2, 3, 4])
  })
})

describe('an id', () => {
  test('of a comment or of what was erased is never an entry’s, nor an entry’s a comment’s', async () => {
    const news = await published(deps, editor, 'news')
    const comment = deps.newId()
    await writeComment(deps, editor, news.envelope, { id: comment, parentId: null, body: 'Bonjour' })
    const stone = deps.newId()
    await deps.db.write([
      deps.db.make.insert(tombstones).values({ id: `/ap/objects/${stone}`, deletedAt: deps.now() }),
    ])
    const input = await typed('news', {})
    for (const id of [comment, stone])
      await expect(
        saveDraft(deps, editor, known('news'), { id, revision: null, input, picture: undefined }),
      ).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      writeComment(deps, editor, news.envelope, { id: news.envelope.id, parentId: null, body: 'Prise' }),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(await deps.db.read.$count(comments)).toBe(1)
  })
})

test('a member begins so many drafts and no more, until some are published or thrown away; editors as many as they need', async () => {
  const member = await person(deps, 'member')
  const begin = (by: Viewer) => drafted(deps, by, 'topic')
  const first = await begin(member)
  const row = { kind: 'topic', title: 'Un sujet', authorId: member.id, createdAt: 1, updatedAt: 1 }
  await deps.db.write(
    Array.from({ length: mostDrafts - 1 }, (_, at) =>
      deps.db.make.insert(entries).values({ ...row, id: `d${at}`, slug: `d${at}`, state: 'draft' }),
    ),
  )
  await expect(begin(member)).rejects.toMatchObject({ code: 'invalid', fields: { title: 'drafts' } })
  // What is there already is still theirs to go on with.
  const topic = known('topic')
  const sent = { shared: { title: 'Autrement' }, fields: topic.sample, by: member.id }
  const { input } = await parseEntry(deps, topic, sent, null)
  if (input === null) throw new Error('It is not sound.')
  const again = { id: first.envelope.id, revision: 1, input, picture: undefined }
  expect((await saveDraft(deps, member, topic, again)).envelope.title).toBe('Autrement')
  await withdraw(deps, member, await now(first))
  await begin(member)
  await deps.db.write([deps.db.make.update(entries).set({ authorId: editor.id })])
  await begin(editor)
})
