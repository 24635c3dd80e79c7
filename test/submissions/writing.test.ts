import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { calls } from '../../server/kinds/call/table.ts'
import { entries } from '../../db/schema/entries.ts'
import { submissions } from '../../db/schema/submissions.ts'
import { close } from '../../server/entries/commands.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { save } from '../../server/submissions/commands.ts'
import { confirmWithin, most } from '../../server/submissions/commands.ts'
import { forgetSubmissions, keptDays } from '../../server/submissions/forget.ts'
import { submissionById } from '../../server/submissions/queries.ts'
import { pageFaults } from '../support/markup.ts'
import { person, received } from '../support/publish.ts'
import { begun, day, newId, openCall, openCalls, submitted, visitor, whole, type CallPlace } from './place.ts'

let place: CallPlace
beforeEach(async () => {
  place = await openCalls()
})
afterEach(() => place.close())

const rows = () => place.deps.db.read.select().from(submissions)

describe('somebody without an account', () => {
  test('gets a link by mail, writes behind it, submits, and has a receipt with its hour', async () => {
    const call = await openCall(place)
    const { path } = call.envelope
    expect((await visitor(place).get(path)).text).toContain('Déposer un projet')
    expect(await pageFaults((await visitor(place).get(`${path}/projet`)).text)).toEqual([])
    const { answer, link } = await begun(place, call)
    expect([answer.status, answer.location]).toEqual([303, '/projets/lien-envoye'])
    const opened = await visitor(place).get(link ?? '')
    expect(await pageFaults(opened.text)).toEqual([])
    expect(opened.text).toContain('pas encore déposé')
    expect(opened.headers.get('cache-control')).toBe('private, no-store')
    expect(opened.headers.get('referrer-policy')).toBe('strict-origin')
    // Looking changes nothing.
    expect((await rows())[0]).toMatchObject({ confirmedAt: null, submittedAt: null })
    expect((await visitor(place).post(link ?? '', whole)).status).toBe(303)
    expect((await rows())[0]).toMatchObject({
      ...{ submittedAt: place.deps.now(), confirmedAt: place.deps.now(), amount: 9500, continues: 'yes' },
      answers: { 1: 'Aux habitantes.', 2: 'Depuis dix ans.' },
    })
    const receipt = place.deps.letters.at(-1)
    expect(receipt).toMatchObject({
      to: 'zoe@roue.example',
      subject: 'Projet déposé\u00a0: Aider ce qui marche',
    })
    expect(receipt?.text).toContain('lundi 23 novembre 2026 à 9 h'.replace('9 h', '9\u00a0h'))
    expect(await pageFaults((await visitor(place).get(link ?? '')).text)).toEqual([])
  })

  test('has nothing of what they typed in the letter to an address that nobody has confirmed', async () => {
    await begun(place, await openCall(place), { project: 'ACHETEZ', contact: 'https://piege.example' })
    const [letter] = place.deps.letters
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/ACHETEZ|piege/)
  })

  test('keeps a draft that is not whole, and is told all that is missing before submitting, with nothing lost', async () => {
    const { link = '' } = await begun(place, await openCall(place))
    const half = { ...whole, summary: '', 'reponse-2': '', amount: '12000' }
    const refused = await visitor(place).post(link ?? '', half)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('3 réponses sont à revoir'.replace('3 ', '3\u00a0'))
    expect(refused.text).toContain('Des outils')
    expect(await pageFaults(refused.text)).toEqual([])
    expect((await visitor(place).post(link ?? '', { ...half, acte: 'enregistrer' })).status).toBe(303)
    expect((await rows())[0]).toMatchObject({ amount: 12_000, submittedAt: null })
    // What is submitted stays whole.
    await visitor(place).post(link ?? '', { ...whole, revision: '2' })
    const emptied = { ...whole, revision: '3', summary: '', acte: 'enregistrer' }
    expect((await visitor(place).post(link ?? '', emptied)).status).toBe(422)
    expect((await rows())[0]?.summary).toBe('Réparer ensemble.')
  })

  test('who sends a form twice has one project, one letter and one receipt', async () => {
    const call = await openCall(place)
    const id = newId()
    await begun(place, call, { id })
    const { link } = await begun(place, call, { id })
    expect([link, (await rows()).length, place.deps.letters.length]).toEqual([null, 1, 1])
    const own = await submitted(place, call)
    const before = place.deps.letters.length
    const [one, two] = await Promise.all([
      visitor(place).post(own.link, { ...whole, revision: '2', summary: 'A' }),
      visitor(place).post(own.link, { ...whole, revision: '2', summary: 'B' }),
    ])
    expect([one.status, two.status].toSorted()).toEqual([303, 409])
    expect([one, two].find(({ status }) => status === 409)?.text).toMatch(/changé ailleurs/)
    expect(place.deps.letters.length).toBe(before)
  })

  test('who guesses at links finds nothing, whatever they guess', async () => {
    const call = await openCall(place)
    const [mine, theirs] = [await submitted(place, call), await submitted(place, call)]
    const key = mine.link.split('/')[3]
    for (const guess of [
      `/projets/${theirs.id}/${key}`,
      `/projets/${theirs.id}/x`,
      `/projets/${newId()}/${key}`,
    ])
      for (const answer of [
        await visitor(place).get(guess),
        await visitor(place).post(guess, { acte: 'retirer' }),
        await visitor(place).post(guess, whole),
        await visitor(place).get(`${guess}/fichiers/${newId()}`),
      ])
        expect(answer.status).toBe(410)
    // A seat’s key opens no project, nor the other way round.
    expect((await visitor(place).get(mine.link.replace('/projets/', '/jury/'))).status).toBe(410)
    expect((await rows()).length).toBe(2)
  })

  test('is told by a machine’s own answer that nothing happened, when a machine fills in the trap', async () => {
    const call = await openCall(place)
    expect((await begun(place, call, { site: 'https://spam.example' })).answer.status).toBe(303)
    expect([(await rows()).length, place.deps.letters.length]).toEqual([0, 0])
  })

  test('cannot begin more than a few projects with one address, nor fill a call with addresses', async () => {
    const call = await openCall(place)
    const now = place.deps.now()
    const row = (at: number, email: string) => ({
      ...{ id: newId(), entryN: call.envelope.n, email, contact: 'x', locale: 'fr' as const, project: 'x' },
      ...{ createdAt: now, updatedAt: now + at },
    })
    await place.deps.db.write(
      Array.from({ length: most.ofAddress }, (_, at) =>
        place.deps.db.make.insert(submissions).values(row(at, 'zoe@roue.example')),
      ),
    )
    expect((await begun(place, call)).answer.status).toBe(429)
    await place.deps.db.write(
      Array.from({ length: most.unconfirmed - most.ofAddress }, (_, at) =>
        place.deps.db.make.insert(submissions).values(row(at, `${at}@roue.example`)),
      ),
    )
    expect((await begun(place, call, { email: 'autre@roue.example' })).answer.status).toBe(429)
    expect(place.deps.letters).toEqual([])
  })
})

describe('a member', () => {
  test('begins at once, in their own name', async () => {
    const call = await openCall(place)
    const member = await person(place.deps, 'member')
    const sent = { id: newId(), project: 'Jardin', holder: 'Les Jardins' }
    const answer = await place.as(member).post(`${call.envelope.path}/projet`, sent)
    expect(answer.location).toMatch(/^\/projets\//)
    expect((await rows())[0]).toMatchObject({ userId: member.id, email: member.email, holder: 'Les Jardins' })
    // Somebody else's id opens nothing: the key is made for it, but they never see it.
    const other = await person(place.deps, 'member')
    expect((await place.as(other).post(`${call.envelope.path}/projet`, sent)).status).toBe(409)
  })

  test('can submit where no letter can leave', async () => {
    await place.close()
    place = await openCalls({ mail: false })
    const call = await openCall(place)
    expect((await visitor(place).get(`${call.envelope.path}/projet`)).status).toBe(409)
    expect(
      (await place.as(await person(place.deps, 'member')).get(`${call.envelope.path}/projet`)).status,
    ).toBe(200)
  })
})

describe('the deadline', () => {
  test('is the last instant, said clearly to whoever is late, and nothing changes after it', async () => {
    const call = await openCall(place)
    const { link, id } = await submitted(place, call)
    const { link: draft } = await begun(place, call, { email: 'tard@roue.example' })
    place.deps.pass(Date.parse('2026-11-30T16:00:00Z') - place.deps.now())
    expect(
      (await visitor(place).post(link, { ...whole, revision: '2', summary: 'À la dernière' })).status,
    ).toBe(303)
    place.deps.pass(1)
    const late = await visitor(place).post(draft ?? '', whole)
    expect(late.status).toBe(409)
    expect(late.text).toContain('La date limite est passée')
    expect(await pageFaults(late.text)).toEqual([])
    const changed = await visitor(place).post(link, { ...whole, revision: '3', summary: 'Trop tard' })
    expect(changed.status).toBe(409)
    expect(changed.text).toContain('À la dernière')
    expect((await visitor(place).get(`${call.envelope.path}/projet`)).status).toBe(409)
    expect((await begun(place, call, { email: 'a@b.example' })).answer.status).toBe(409)
    expect(await submissionById(place.deps.db, id)).toMatchObject({ summary: 'À la dernière', revision: 3 })
  })

  test('is asked again at the very moment of writing: who had read the call before it closed is late too', async () => {
    const call = await openCall(place)
    const { id } = await submitted(place, call)
    const submission = await submissionById(place.deps.db, id)
    if (submission === undefined) throw new Error('It is not there.')
    const dossier = { ...submission, amount: 1, answers: {} }
    const fresh = {
      project: 'x',
      contact: 'x',
      holder: 'x',
      summary: 'Après',
      budget: 'x',
      continues: 'no' as const,
    }
    // Read while it was open, then closed, then written.
    await close(place.deps, place.editor, call)
    const change = { dossier: { ...fresh, amount: dossier.amount, answers: {} }, revision: 2, submits: true }
    expect(await save(place.deps, call, submission, change)).toBe('over')
    await place.deps.db.write([
      place.deps.db.make.update(entries).set({ state: 'published' }).where(eq(entries.id, call.envelope.id)),
      place.deps.db.make.update(calls).set({ phase: 'closed' }).where(eq(calls.entryN, call.envelope.n)),
    ])
    expect(await save(place.deps, call, submission, change)).toBe('over')
    expect((await submissionById(place.deps.db, id))?.summary).toBe('Réparer ensemble.')
  })

  test('does not exist for a call whose specification is discussed, that is not open yet, or of another hub', async () => {
    const discussed = await openCall(place, { phase: 'specification' })
    const soon = await openCall(place, { opens: '2026-11-25T09:00' })
    const far = await received(place.deps, 'call', { title: 'Ailleurs' })
    const [row] = await place.deps.db.read.select().from(entries).where(eq(entries.apId, far.apId))
    for (const path of [discussed.envelope.path, soon.envelope.path, `/appels/${row?.slug}`]) {
      expect((await visitor(place).get(path)).text, path).not.toContain(`${path}/projet`)
      expect((await visitor(place).post(`${path}/projet`, { project: 'x' })).status, path).toBe(409)
    }
    expect((await visitor(place).get(soon.envelope.path)).text).toContain(
      'Le dépôt ouvre le mercredi 25 novembre',
    )
    expect((await place.as(place.editor).get(`/appels/${row?.slug}/jury`)).status).toBe(404)
  })
})

describe('what is kept of a project', () => {
  const forget = async () => {
    await forgetSubmissions(place.deps)
    return (await rows()).length
  }

  test('goes when nobody confirmed it, when it is taken back, and with a call that is withdrawn', async () => {
    const call = await openCall(place)
    await begun(place, call)
    place.deps.pass(confirmWithin)
    expect(await forget()).toBe(1)
    place.deps.pass(1)
    expect(await forget()).toBe(0)
    const { link } = await submitted(place, call)
    const back = await visitor(place).post(link, { acte: 'retirer' })
    expect([back.location, (await rows()).length]).toEqual(['/projets/retire', 0])
    await submitted(place, call)
    await withdraw(place.deps, place.editor, call)
    expect(await forget()).toBe(0)
  })

  test('goes some time after the decision, and is never kept for ever without one', async () => {
    const call = await openCall(place)
    await submitted(place, call)
    place.deps.pass(keptDays * day)
    expect(await forget()).toBe(1)
    place.deps.pass(600 * day)
    expect(await forget()).toBe(0)
  })

  test('of a member who goes are the projects that were submitted, without their account', async () => {
    const call = await openCall(place)
    const member = await person(place.deps, 'member')
    const link = (await place.as(member).post(`${call.envelope.path}/projet`, { id: newId(), project: 'A' }))
      .location
    await place.as(member).post(`${call.envelope.path}/projet`, { id: newId(), project: 'B' })
    await visitor(place).post(link ?? '', whole)
    const { draftsGone } = await import('../../server/submissions/commands.ts')
    const { deleteAccount } = await import('../../server/accounts/departure.ts')
    await person(place.deps, 'admin')
    await deleteAccount(place.deps, member, draftsGone(place.deps, member.id))
    expect(await rows()).toMatchObject([{ project: 'Atelier vélo', userId: null }])
  })
})
