import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { roles, users } from '../../db/schema/accounts.ts'
import { cases } from '../../db/schema/facilitation.ts'
import { entries } from '../../db/schema/entries.ts'
import { close as closeEntry, publish } from '../../server/entries/commands.ts'
import { ownEntryById } from '../../server/entries/queries.ts'
import { whole } from '../../server/entries/whole.ts'
import { answer, eraseAsDesk, take } from '../../server/facilitation/commands.ts'
import { caseActs } from '../../server/web/facilitation/acts.tsx'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, received } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { formIn } from '../web/pages.ts'
import {
  asked,
  catalogue,
  eventsOf,
  linksIn,
  nadia,
  openDesk,
  press,
  rowOf,
  visitor,
  type Desk,
} from './place.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const day = 86_400_000
const list = async (query = '') =>
  (await desk.as(desk.facilitator).get(`/facilitation/dossiers${query}`)).text

describe('those who run the desk', () => {
  test('see what is new, what is theirs, what waits and for how long, and what is closed', async () => {
    const { path } = await asked(desk)
    expect((await desk.as(desk.facilitator).get('/')).text).toContain('1\u00a0chose à voir')
    expect(await list()).toContain(nadia.subject)
    await press(desk, path, 'prendre')
    expect(await list()).not.toContain(nadia.subject)
    expect(await list('?etat=miens')).toContain(nadia.subject)
    desk.deps.pass(8 * day)
    expect(await list('?etat=attente')).toContain('il y a 8 jours')
    expect(await list('?etat=attente&jours=7')).toContain(nadia.subject)
    expect(await list('?etat=attente&jours=15')).not.toContain(nadia.subject)
    await press(desk, path, 'repondre', { text: 'Voici.' })
    expect(await list('?etat=attente')).toContain('Personne n’attend de réponse')
    expect((await desk.as(desk.facilitator).get('/')).text).not.toContain('chose à voir')
    await press(desk, path, 'clore', { outcome: 'answered' })
    expect(await list('?etat=ouverts')).not.toContain(nadia.subject)
    expect(await list('?etat=clos')).toContain('La question a eu sa réponse')
    await press(desk, path, 'rouvrir')
    expect(await list('?etat=ouverts')).toContain(nadia.subject)
  })

  test.each(locales)('have pages in %s that validate', async (locale) => {
    const { path, link } = await asked(desk)
    const { tender } = await catalogue(desk)
    await press(desk, path, 'joindre', {}).catch(() => undefined)
    const one = desk.as({ ...desk.facilitator, locale })
    const at = `${path}/joindre`
    await one.post(at, { sorte: 'lot', fiche: tender.envelope.id, lot: '1' })
    await press(desk, path, 'noter', { text: 'Une note' })
    await press(desk, path, 'texte', { trace: 'Une structure a trouvé un lot.' })
    await press(desk, path, 'clore', { outcome: 'won', hours: '40', hoursBy: 'buyer' })
    for (const page of [
      ...[path, `${path}/lots`, `${path}/organisations`, `${path}/lots?q=rien`, '/facilitation/annonce'],
      ...['', '?etat=clos', '?etat=attente&jours=2', '?etat=miens'].map(
        (query) => `/facilitation/dossiers${query}`,
      ),
    ]) {
      const { status, text, headers } = await one.get(page)
      expect([status, await pageFaults(text)], page).toEqual([200, []])
      expect(headers.get('cache-control')).toBe('private, no-store')
    }
    const own = await visitor(desk).get(link, { 'accept-language': locale })
    expect(await pageFaults(own.text)).toEqual([])
  })

  test('keep what they typed when something is wrong, in the form where they typed it', async () => {
    const { path } = await asked(desk)
    const answer = await press(desk, path, 'repondre', { text: '  ' })
    expect([answer.status, answer.text.includes('id="a-text-error"')]).toEqual([422, true])
    const note = await press(desk, path, 'noter', { text: 'x'.repeat(5_001) })
    expect([note.status, note.text.includes('x'.repeat(5_001))]).toEqual([422, true])
    const end = await press(desk, path, 'clore', { outcome: 'won', hours: '12', text: 'Mes mots' })
    expect([end.status, end.text.includes('href="#c-hoursBy"'), end.text.includes('Mes mots')]).toEqual([
      422,
      true,
      true,
    ])
  })

  test('do each thing once, however often the same form is sent', async () => {
    const { path, id } = await asked(desk)
    const one = desk.as(desk.facilitator)
    for (const [word, act, typed] of [
      ['repondre', 'answer', { text: 'Voici.' }],
      ['noter', 'note', { text: 'À suivre.' }],
      ['texte', 'trace-proposed', { trace: 'Un texte.' }],
      ['clore', 'closed', { outcome: 'no-lot' }],
    ] as const) {
      const form = { ...formIn(await one.get(path), `${path}/${word}`), ...typed }
      const answers = await Promise.all([1, 2, 3].map(() => one.post(`${path}/${word}`, form)))
      expect(
        answers.map(({ status }) => status).filter((status) => status !== 303 && status !== 409),
      ).toEqual([])
      expect((await one.post(`${path}/${word}`, form)).status).toBe(303)
      expect(await eventsOf(desk, id, act), word).toHaveLength(1)
    }
    await until('the letters', () => desk.deps.letters.filter(({ to }) => to === nadia.email).length === 4)
  })

  test('of two who take a case at the same moment one has it, and the other is told who', async () => {
    const { path, id } = await asked(desk)
    const other = await person(desk.deps, 'facilitator')
    const form = formIn(await desk.as(other).get(path), `${path}/prendre`)
    const outcomes = await Promise.allSettled([
      take(desk.deps, desk.facilitator, id, null),
      take(desk.deps, other, id, null),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const owner = (await rowOf(desk, id))?.takenBy
    const loser = owner === other.id ? desk.facilitator : other
    const late = await desk.as(loser).post(`${path}/prendre`, form)
    expect([
      late.status,
      late.text.includes('vient de prendre ce dossier') || late.text.includes('a changé'),
    ]).toEqual([409, true])
    expect((await rowOf(desk, id))?.takenBy).toBe(owner)
    // Knowing whose it is, it can be taken over.
    expect((await press(desk, path, 'prendre', {}, loser)).status).toBe(303)
    expect((await rowOf(desk, id))?.takenBy).toBe(loser.id)
    expect((await press(desk, path, 'rendre', {}, loser)).status).toBe(303)
    expect((await rowOf(desk, id))?.takenBy).toBe(null)
  })

  test('of two who close at once one does, and the text of the other is kept', async () => {
    const { path, id } = await asked(desk)
    const other = await person(desk.deps, 'facilitator')
    const form = { ...formIn(await desk.as(other).get(path), `${path}/clore`), outcome: 'won', text: 'Bravo' }
    await press(desk, path, 'clore', { outcome: 'no-lot' })
    const late = await desk.as(other).post(`${path}/clore`, form)
    expect(late.status).toBe(409)
    expect(late.text).toContain('Le dossier a changé entre-temps')
    expect((await rowOf(desk, id))?.outcome).toBe('no-lot')
  })

  test('write to nobody about what they did themselves', async () => {
    const one = desk.as(desk.facilitator)
    const form = formIn(await one.get('/facilitation/demande'), '/facilitation/demande')
    const { location } = await one.post('/facilitation/demande', { ...form, ...nadia })
    const path = `/facilitation/dossiers/${location?.split('/')[3]}`
    await press(desk, path, 'repondre', { text: 'À moi-même.' })
    await until(
      'both to be seen to',
      async () =>
        (await desk.deps.db.read.select().from(cases)).length === 1 &&
        !(await one.get(path)).text.includes('L’e-mail part'),
    )
    expect(desk.deps.letters).toEqual([])
  })
})

describe('lots and organisations', () => {
  test('are found by words, added by a button, once, and shown to whoever asked', async () => {
    const { path, link } = await asked(desk)
    const { tender, organisation } = await catalogue(desk)
    await received(desk.deps, 'organisation', { title: 'Une SCOP d’ailleurs' })
    const one = desk.as(desk.facilitator)
    const lots = await one.get(`${path}/lots?q=espaces verts`)
    expect(lots.text).toContain('2. Plantations')
    const add = { sorte: 'lot', fiche: tender.envelope.id, lot: '2' }
    await Promise.all([one.post(`${path}/joindre`, add), one.post(`${path}/joindre`, add)])
    expect((await one.post(`${path}/joindre`, add)).status).toBe(303)
    expect(await linksIn(desk)).toHaveLength(1)
    expect((await one.get(`${path}/lots`)).text).toContain('déjà joint')
    const away = await one.get(`${path}/organisations?q=ailleurs`)
    expect(away.text).toContain('Une SCOP d’ailleurs')
    await one.post(`${path}/joindre`, formIn(away, `${path}/joindre`))
    await one.post(`${path}/joindre`, { sorte: 'organisation', fiche: organisation.envelope.id, lot: '0' })
    const own = (await visitor(desk).get(link)).text
    expect(own).toContain(`href="${tender.envelope.path}/lots/2"`)
    expect(own).toContain('Espaces verts de la Boucle – 2. Plantations')
    expect(own).toContain('(vient de Ailleurs)')
    expect(own).toContain('Les Ateliers du fleuve')
    expect(own).not.toContain('/enlever')
  })

  test('say so when they are closed, changed, withdrawn or gone', async () => {
    const { path, link } = await asked(desk)
    const { tender, organisation, admin } = await catalogue(desk)
    const one = desk.as(desk.facilitator)
    await one.post(`${path}/joindre`, { sorte: 'lot', fiche: tender.envelope.id, lot: '1' })
    await one.post(`${path}/joindre`, { sorte: 'organisation', fiche: organisation.envelope.id })
    await closeEntry(desk.deps, admin, tender)
    expect((await visitor(desk).get(link)).text).toMatch(/Entretien des berges<\/a>.*– clos/s)
    const { db } = desk.deps
    await db.write([
      db.make.update(entries).set({ state: 'withdrawn' }).where(eq(entries.id, organisation.envelope.id)),
    ])
    expect((await visitor(desk).get(link)).text).toMatch(/Les Ateliers du fleuve.*– retiré depuis/s)
    await db.write([db.make.delete(entries).where(eq(entries.id, tender.envelope.id))])
    expect((await visitor(desk).get(link)).text).toMatch(/Entretien des berges.*– retiré depuis/s)
    const [lot] = await linksIn(desk)
    await one.post(`${path}/enlever`, { lien: lot?.id ?? '' })
    expect((await visitor(desk).get(link)).text).not.toContain('Entretien des berges')
  })

  test('cannot be what nobody may see, nor another thing than it says, nor of another case', async () => {
    const { path } = await asked(desk)
    const { path: other } = await asked(desk, { ...nadia, body: 'Autre' })
    const { tender, organisation, admin } = await catalogue(desk)
    const secret = await drafted(desk.deps, admin, 'organisation', { title: 'Un secret' })
    const one = desk.as(desk.facilitator)
    for (const sent of [
      { sorte: 'organisation', fiche: secret.envelope.id },
      { sorte: 'organisation', fiche: tender.envelope.id },
      { sorte: 'lot', fiche: organisation.envelope.id, lot: '0' },
      { sorte: 'lot', fiche: tender.envelope.id, lot: '9' },
      { sorte: 'lot', fiche: tender.envelope.id, lot: '0' },
      { sorte: 'lot', fiche: 'rien' },
    ])
      expect((await one.post(`${path}/joindre`, sent)).status, JSON.stringify(sent)).toBe(404)
    expect((await one.get(`${path}/organisations?q=secret`)).text).not.toContain('Un secret')
    await one.post(`${path}/joindre`, { sorte: 'lot', fiche: tender.envelope.id, lot: '1' })
    const [lot] = await linksIn(desk)
    await one.post(`${other}/enlever`, { lien: lot?.id ?? '' })
    expect(await linksIn(desk)).toHaveLength(1)
  })
})

describe('a public text', () => {
  test('needs the desk that writes, whoever asked who agrees, and an editor who publishes', async () => {
    const { path, link, id } = await asked(desk)
    const one = desk.as(desk.facilitator)
    await press(desk, path, 'texte', { trace: 'Une structure a répondu à deux lots.' })
    expect((await one.post(`${path}/brouillon`)).status).toBe(409)
    const at = (await rowOf(desk, id))?.traceAt ?? 0
    // Not without the tick, and not to other words than those that were read.
    expect((await visitor(desk).post(link, { acte: 'accord', texte: String(at) })).status).toBe(422)
    await press(desk, path, 'texte', { trace: 'Une structure a gagné.' })
    const stale = await visitor(desk).post(link, { acte: 'accord', oui: 'true', texte: String(at) })
    expect([stale.status, stale.text.includes('Une structure a gagné.')]).toEqual([409, true])
    expect((await one.post(`${path}/brouillon`)).status).toBe(409)
    const present = String((await rowOf(desk, id))?.traceAt)
    const agree = { acte: 'accord', oui: 'true', texte: present }
    expect((await visitor(desk).post(link, agree)).status).toBe(303)
    expect((await visitor(desk).post(link, agree)).status).toBe(303)
    expect(await eventsOf(desk, id, 'trace-agreed')).toHaveLength(1)
    await Promise.all([press(desk, path, 'brouillon'), one.post(`${path}/brouillon`)])
    await one.post(`${path}/brouillon`)
    const news = await desk.deps.db.read.select().from(entries).where(eq(entries.kind, 'news'))
    expect(news.map(({ state, body, publishedAt }) => [state, body, publishedAt])).toEqual([
      ['review', 'Une structure a gagné.', null],
    ])
    expect((await visitor(desk).get('/actualites')).text).not.toContain('facilitation a permis')
    const editor = await person(desk.deps, 'editor')
    const draft = await ownEntryById(desk.deps, news[0]?.id ?? '')
    if (draft === undefined) throw new Error('There is no draft.')
    await publish(desk.deps, editor, whole(draft))
    expect((await visitor(desk).get('/actualites')).text).toContain('Ce que la facilitation a permis')
    // What an editor has is no longer changed from here.
    expect((await one.post(`${path}/texte`, { trace: 'Autre chose' })).status).toBe(409)
  })

  test('that is refused, or agreed to no more, is not drafted; and a facilitator publishes nothing alone', async () => {
    const { path, link, id } = await asked(desk)
    await press(desk, path, 'texte', { trace: 'Un texte.' })
    const texte = String((await rowOf(desk, id))?.traceAt)
    await visitor(desk).post(link, { acte: 'accord', oui: 'true', texte })
    await visitor(desk).post(link, { acte: 'refus', texte })
    const one = desk.as(desk.facilitator)
    expect((await one.post(`${path}/brouillon`)).status).toBe(409)
    const call = await one.get('/facilitation/annonce')
    const form = formIn(call, '/facilitation/annonce')
    expect((await one.post('/facilitation/annonce', { ...form, text: '' })).status).toBe(422)
    const { location } = await one.post('/facilitation/annonce', form)
    expect((await one.post('/facilitation/annonce', form)).location).toBe(location)
    const rows = await desk.deps.db.read.select().from(entries)
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([['news', 'review']])
    expect((await one.get(location ?? '')).status).toBe(200)
    expect((await one.post(`${location}/publication`)).status).not.toBe(303)
    expect((await one.get('/actualites/nouveau')).status).toBe(403)
  })
})

describe('nobody else', () => {
  test('whatever their role, but those who have it and administrators: neither pages nor buttons', async () => {
    const { path, id } = await asked(desk)
    const before = JSON.stringify(await rowOf(desk, id))
    for (const role of roles) {
      const may = role === 'admin' || role === 'facilitator'
      const one = desk.as(await person(desk.deps, role))
      for (const at of ['', `/${id}`, `/${id}/lots`, `/${id}/organisations`])
        expect((await one.get(`/facilitation/dossiers${at}`)).status, `${role} ${at}`).toBe(may ? 200 : 403)
      expect((await one.get('/facilitation/annonce')).status, role).toBe(may ? 200 : 403)
      expect((await one.get('/')).text.includes('/facilitation/dossiers'), role).toBe(may)
      const sent = { text: 'Pirate', outcome: 'won', trace: 'Pirate' }
      for (const { word } of may ? [] : caseActs)
        expect((await one.post(`${path}/${word}`, sent)).status, `${role} ${word}`).toBe(403)
    }
    expect(JSON.stringify(await rowOf(desk, id))).toBe(before)
    // The commands ask as well, whichever page calls them.
    const moderator = await person(desk.deps, 'moderator')
    await expect(answer(desk.deps, moderator, id, { form: 'f', text: 'Pirate' })).rejects.toThrow('role')
    await expect(eraseAsDesk(desk.deps, moderator, id)).rejects.toThrow('role')
  })

  test('a visitor is asked to sign in, and learns nothing', async () => {
    const { path } = await asked(desk)
    for (const at of ['/facilitation/dossiers', path, `${path}/lots`]) {
      const { status, text } = await visitor(desk).get(at)
      expect([status, text.includes(nadia.subject)]).toEqual([401, false])
    }
    expect((await visitor(desk).post(`${path}/repondre`, { text: 'x' })).status).toBe(401)
  })

  test('a link opens its own request alone, and nothing without its key', async () => {
    const { link, id } = await asked(desk)
    const { link: other, id: otherId } = await asked(desk, {
      ...nadia,
      body: 'Autre',
      email: 'bruno@x.example',
    })
    const key = link.split('/')[4] ?? ''
    for (const at of [
      `/facilitation/demandes/${otherId}/${key}`,
      `/facilitation/demandes/${id}/${key.slice(0, -1)}`,
      `/facilitation/demandes/${id}/${key.toLowerCase()}`,
      `/facilitation/demandes/${id}/x`,
      `/facilitation/demandes/${desk.deps.newId()}/${key}`,
    ]) {
      const { status, text } = await visitor(desk).get(at)
      expect([status, /Nadia|bruno/.test(text)], at).toEqual([410, false])
      expect((await visitor(desk).post(at, { acte: 'effacer' })).status).toBe(410)
    }
    expect((await visitor(desk).get(`/facilitation/demandes/${id}`)).status).toBe(404)
    expect((await visitor(desk).get(other)).status).toBe(200)
    expect(await desk.deps.db.read.$count(cases)).toBe(2)
    expect(await desk.deps.db.read.$count(users, eq(users.email, nadia.email))).toBe(0)
  })
})
