import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { groupingMembers, groupingMessages, groupings } from '../../db/schema/groupings.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { forgetGroupings } from '../../server/groupings/commands.ts'
import { mostMembers } from '../../server/groupings/members.ts'
import { membersOf } from '../../server/groupings/queries.ts'
import { person, published } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

// Answering a lot together, on one hub: by the pages that people have.

let pages: Pages
let admin: Viewer
let tender: Entry
let lead: Entry
let partner: Entry
/** Each publishes for one organisation, and for nothing else. */
let leader: Viewer
let other: Viewer
let stranger: Viewer
let lot: string

beforeAll(async () => {
  pages = await openPages()
  const { deps } = pages
  admin = await person(deps, 'admin')
  const organisation = async (title: string, handle: string) => {
    const entry = await published(deps, admin, 'organisation', { title }, { handle })
    const row = {
      id: `/ap/actors/${handle}`,
      local: true,
      type: 'Organization',
      role: 'organisation' as const,
    }
    const { id: entryId } = entry.envelope
    await deps.db.write([
      deps.db.make
        .insert(actors)
        .values({ ...row, handle, host: '', name: title, entryId, createdAt: deps.now() }),
    ])
    return entry
  }
  lead = await organisation('Les Jardins', 'jardins')
  partner = await organisation('Les Massifs', 'massifs')
  tender = await published(
    deps,
    admin,
    'tender',
    { title: 'Entretien des parcs' },
    { lots: [{ title: 'Massifs' }] },
  )
  const member = await person(deps, 'member')
  const editorOf = ({ envelope }: Entry): Viewer['memberships'] => [
    { organisationId: envelope.id, role: 'editor' },
  ]
  leader = { ...member, memberships: editorOf(lead) }
  other = { ...(await person(deps, 'member')), memberships: editorOf(partner) }
  stranger = await person(deps, 'member')
  lot = `${tender.envelope.path}/lots/1`
})
afterAll(() => pages.close())
beforeEach(() => pages.deps.db.write([{ sql: 'DELETE FROM groupings', args: [] }]))

const words = { seeks: 'Une équipe pour les massifs', form: 'several' }

async function call(by: Viewer = leader): Promise<string> {
  const browser = pages.as(by)
  const form = formIn(await browser.get(`${lot}/groupement`), `${lot}/groupement`)
  const organisation = lead.envelope.id
  const made = await browser.post(`${lot}/groupement`, { ...form, ...words, organisation })
  expect(made.status, made.text).toBe(303)
  return made.location ?? ''
}

const ask = (path: string, by: Viewer = other, more: Record<string, string> = {}) =>
  pages.as(by).post(`${path}/membres`, {
    ...{ organisation: partner.envelope.id, role: 'Les massifs', note: 'À six' },
    ...more,
  })

const onlyMember = async () => {
  const [row] = await pages.deps.db.read.select().from(groupingMembers)
  if (row === undefined) throw new Error('Nobody asked.')
  return row
}

describe('a call for partners', () => {
  test('is begun on the page of a lot, by those who publish for an organisation', async () => {
    expect((await pages.as(leader).get(lot)).text).toContain(`${lot}/groupement`)
    for (const reader of [undefined, stranger])
      expect((await pages.as(reader).get(lot)).text).not.toContain(`${lot}/groupement`)
    const path = await call()
    const shown = (await pages.as().get(lot)).text
    expect(shown).toContain(path)
    expect(shown).toContain('Les Jardins')
    const page = (await pages.as().get(path)).text
    expect(page).toContain('Une équipe pour les massifs')
    expect(page).toContain('rien n’est signé, personne n’est engagé')
  })

  test('sent twice is one call', async () => {
    const browser = pages.as(leader)
    const form = formIn(await browser.get(`${lot}/groupement`), `${lot}/groupement`)
    const sent = { ...form, ...words, organisation: lead.envelope.id }
    const made = [
      await browser.post(`${lot}/groupement`, sent),
      await browser.post(`${lot}/groupement`, sent),
    ]
    expect(new Set(made.map(({ location }) => location)).size).toBe(1)
    expect(await pages.deps.db.read.$count(groupings)).toBe(1)
  })

  test('that says nothing comes back with what was typed', async () => {
    const sent = { organisation: lead.envelope.id, seeks: ' ', brings: 'La tonte', form: 'several' }
    const answer = await pages.as(leader).post(`${lot}/groupement`, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('La tonte')
    expect(answer.text).toContain('Ce champ est obligatoire.')
  })

  test('is not for an organisation that one does not publish for, nor for a lot that is not there', async () => {
    expect(
      (await pages.as(other).post(`${lot}/groupement`, { ...words, organisation: lead.envelope.id })).status,
    ).toBe(403)
    expect((await pages.as(stranger).get(`${lot}/groupement`)).status).toBe(403)
    expect((await pages.as(leader).get(`${tender.envelope.path}/lots/99/groupement`)).status).toBe(404)
  })

  test('is changed by one at a time: the second sees that, and keeps their text', async () => {
    const path = await call()
    const browser = pages.as(leader)
    const form = formIn(await browser.get(`${path}/modifier`), `${path}/modifier`)
    expect((await browser.post(`${path}/modifier`, { ...form, seeks: 'Un premier texte' })).status).toBe(303)
    const second = await browser.post(`${path}/modifier`, { ...form, seeks: 'Un second texte' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Un second texte')
    const again = formIn(second, `${path}/modifier`)
    expect((await browser.post(`${path}/modifier`, again)).status).toBe(303)
    expect((await pages.as().get(path)).text).toContain('Un second texte')
  })
})

describe('an organisation that would take part', () => {
  test('asks, is answered with a word, and may leave', async () => {
    const path = await call()
    expect((await ask(path)).status).toBe(303)
    const asked = (await pages.as(leader).get(path)).text
    expect(asked).toContain('À six')
    expect((await pages.as().get(path)).text).not.toContain('À six')
    const { id } = await onlyMember()
    const answer = { outcome: 'accepted', answer: 'Bienvenue' }
    expect((await pages.as(leader).post(`${path}/membres/${id}`, answer)).status).toBe(303)
    const own = (await pages.as(other).get(path)).text
    expect(own).toContain('Fait partie de l’appel')
    expect(own).toContain('Bienvenue')
    expect((await pages.as().get(path)).text).toContain('1\u00a0organisation a rejoint l’appel')
    expect((await pages.as().get(lot)).text).toContain('1\u00a0organisation a rejoint l’appel')
    expect((await pages.as(other).post(`${path}/membres/${id}/depart`)).status).toBe(303)
    expect((await onlyMember()).state).toBe('left')
  })

  test('asks once, however often the form is sent, and may ask again after a no', async () => {
    const path = await call()
    for (let time = 0; time < 2; time++) await ask(path)
    const { id } = await onlyMember()
    await pages.as(leader).post(`${path}/membres/${id}`, { outcome: 'declined' })
    expect((await onlyMember()).state).toBe('declined')
    await ask(path)
    expect(await onlyMember()).toMatchObject({ id, state: 'asked', answer: null })
  })

  test('is answered by those who lead the call, and leaves by its own people', async () => {
    const path = await call()
    await ask(path)
    const { id } = await onlyMember()
    for (const reader of [other, stranger])
      expect((await pages.as(reader).post(`${path}/membres/${id}`, { outcome: 'accepted' })).status).toBe(403)
    expect((await pages.as().post(`${path}/membres/${id}`, { outcome: 'accepted' })).status).toBe(401)
    expect((await pages.as(leader).post(`${path}/membres/${id}/depart`)).status).toBe(403)
    expect((await onlyMember()).state).toBe('asked')
  })

  test('is not answered through another call', async () => {
    const [one, two] = [await call(), await call()]
    await ask(one)
    const { id } = await onlyMember()
    expect((await pages.as(leader).post(`${two}/membres/${id}`, { outcome: 'accepted' })).status).toBe(404)
  })

  test('is too late when the call takes nobody new, even at the same moment', async () => {
    const path = await call()
    expect((await pages.as(leader).post(`${path}/etat`, { state: 'closed' })).status).toBe(303)
    expect((await ask(path)).status).toBe(409)
    expect(await pages.deps.db.read.$count(groupingMembers)).toBe(0)
    expect((await pages.as(other).post(`${path}/etat`, { state: 'open' })).status).toBe(403)
  })

  test('is not the one that leads it, nor one that is not theirs', async () => {
    const path = await call()
    const own = await ask(path, leader, { organisation: lead.envelope.id })
    expect([own.status, own.text.includes('À six')]).toEqual([422, true])
    expect((await ask(path, stranger)).status).toBe(403)
    expect((await ask(path, other, { role: '' })).status).toBe(422)
  })
})

describe('what those who take part write', () => {
  test('is read by them alone, as it was typed, and once', async () => {
    const path = await call()
    await ask(path)
    const { id } = await onlyMember()
    const browser = pages.as(leader)
    const message = formIn(await browser.get(path), `${path}/messages`)
    const said = { ...message, text: '<script>alert(1)</script> Qui porte ?' }
    for (let time = 0; time < 2; time++)
      expect((await browser.post(`${path}/messages`, said)).status).toBe(303)
    expect(await pages.deps.db.read.$count(groupingMessages)).toBe(1)
    // Asked is not yet in.
    expect((await pages.as(other).get(path)).text).not.toContain('Qui porte')
    const early = { id: pages.deps.newId(), organisation: partner.envelope.id, text: 'Nous' }
    expect((await pages.as(other).post(`${path}/messages`, early)).status).toBe(403)
    await browser.post(`${path}/membres/${id}`, { outcome: 'accepted' })
    const read = (await pages.as(other).get(path)).text
    expect(read).toContain('&lt;script&gt;alert(1)&lt;/script&gt; Qui porte ?')
    expect((await pages.as(other).post(`${path}/messages`, early)).status).toBe(303)
    for (const reader of [undefined, stranger])
      expect((await pages.as(reader).get(path)).text).not.toContain('Qui porte')
    const asLead = { id: pages.deps.newId(), organisation: lead.envelope.id, text: 'À leur place' }
    expect((await pages.as(other).post(`${path}/messages`, asLead)).status).toBe(403)
  })
})

test('a call has room for so many, and no more', async () => {
  const path = await call()
  const { deps } = pages
  await deps.db.write([
    {
      sql: `WITH RECURSIVE many(i) AS (SELECT 1 UNION SELECT i + 1 FROM many WHERE i < ?)
        INSERT INTO grouping_members (id, grouping_n, name, role, state, created_at)
        SELECT 'm' || i, (SELECT n FROM groupings), 'x', 'x', 'asked', 0 FROM many`,
      args: [mostMembers],
    },
  ])
  expect((await ask(path)).status).toBe(409)
  const [grouping] = await deps.db.read.select().from(groupings)
  expect(await membersOf(deps.db, grouping?.n ?? 0)).toHaveLength(mostMembers)
})

test('people see what their organisations take part in, and what waits for them', async () => {
  const path = await call()
  await ask(path)
  const ledBy = (await pages.as(leader).get('/groupements')).text
  expect(ledBy).toContain('1\u00a0proposition attend votre réponse')
  const askedBy = (await pages.as(other).get('/groupements')).text
  expect(askedBy).toContain('En attente de réponse')
  expect(askedBy).not.toContain('attend votre réponse')
  expect((await pages.as().get('/groupements')).status).toBe(401)
  expect((await pages.as(stranger).get('/groupements')).text).toContain('Aucun appel à partenaires')
})

test('a call of an organisation that has gone is gone, and an old one is forgotten', async () => {
  const path = await call()
  const { deps } = pages
  await deps.db.write([
    { sql: "UPDATE entries SET state = 'withdrawn' WHERE id = ?", args: [lead.envelope.id] },
  ])
  expect((await pages.as().get(path)).status).toBe(410)
  await deps.db.write([
    { sql: "UPDATE entries SET state = 'published' WHERE id = ?", args: [lead.envelope.id] },
  ])
  await pages.as(leader).post(`${path}/etat`, { state: 'ended' })
  expect((await pages.as(leader).post(`${path}/etat`, { state: 'open' })).status).toBe(409)
  await forgetGroupings(deps)
  expect(await deps.db.read.$count(groupings)).toBe(1)
  deps.pass(366 * 86_400_000)
  await forgetGroupings(deps)
  expect(await deps.db.read.$count(groupings)).toBe(0)
})
