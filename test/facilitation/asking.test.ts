import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { caseEvents, cases } from '../../db/schema/facilitation.ts'
import { memberships } from '../../db/schema/accounts.ts'
import { mostADay, mostOpen, mostUnconfirmed } from '../../server/facilitation/ask.ts'
import { forgetCases } from '../../server/facilitation/forget.ts'
import { mostUnanswered } from '../../server/facilitation/own.ts'
import { tellWaiting } from '../../server/facilitation/tell.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { formIn } from '../web/pages.ts'
import { ask, asked, nadia, openDesk, press, rowOf, visitor, type Desk } from './place.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const day = 86_400_000
const rows = () => desk.deps.db.read.select().from(cases)

describe('somebody without an account', () => {
  test.each(locales)('finds in %s what the desk is and a form, all of which validate', async (locale) => {
    for (const at of [
      ...['/facilitation', '/facilitation/demande', '/facilitation/demande?cote=acheteur'],
      ...['/facilitation/lien-envoye', '/facilitation/effacee'],
    ]) {
      const { status, text, headers } = await visitor(desk).get(at, { 'accept-language': locale })
      expect([status, await pageFaults(text)], at).toEqual([200, []])
      if (at !== '/facilitation') expect(headers.get('cache-control'), at).toBe('private, no-store')
    }
  })

  test('is read by nobody before they have opened the link and pressed the button', async () => {
    const { answer, link } = await ask(desk)
    expect([answer.status, answer.location]).toEqual([303, '/facilitation/lien-envoye'])
    const opened = await visitor(desk).get(link ?? '')
    expect(opened.text).toContain(nadia.body)
    expect(await pageFaults(opened.text)).toEqual([])
    const id = (await rows())[0]?.id ?? ''
    const facilitator = desk.as(desk.facilitator)
    expect((await facilitator.get(`/facilitation/dossiers/${id}`)).status).toBe(404)
    expect((await facilitator.get('/facilitation/dossiers')).text).toContain('Aucun dossier nouveau')
    expect((await visitor(desk).post(link ?? '', { acte: 'envoyer' })).status).toBe(303)
    expect((await facilitator.get('/facilitation/dossiers')).text).toContain(nadia.subject)
    // And before that, nothing else can be done with it.
    const { link: other } = await ask(desk, { ...nadia, body: 'Autre chose' })
    for (const sent of [
      { acte: 'ecrire', text: 'Bonjour' },
      { acte: 'clore', outcome: 'won' },
      { acte: 'accord', oui: 'true' },
    ])
      expect((await visitor(desk).post(other ?? '', sent)).status).toBe(409)
  })

  test('has nothing of what they typed in the letter to an address that nobody has confirmed', async () => {
    await ask(desk, { ...nadia, name: 'ACHETEZ', subject: 'PROMO', body: 'https://piege.example' })
    const [letter] = desk.deps.letters
    expect(letter?.to).toBe(nadia.email)
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/ACHETEZ|PROMO|piege/)
  })

  test('who confirms is told of to those who have the role, once, and nothing is in that letter', async () => {
    const other = await person(desk.deps, 'facilitator')
    await person(desk.deps, 'moderator')
    await person(desk.deps, 'admin')
    const { link } = await asked(desk)
    await visitor(desk).post(link, { acte: 'envoyer' })
    const told = desk.deps.letters.slice(1)
    expect(told.map(({ to }) => to).toSorted()).toEqual([desk.facilitator.email, other.email].toSorted())
    expect(JSON.stringify(told)).not.toMatch(/Nadia|halage|espaces verts/)
  })

  test('who presses twice has one letter and one request; who mends a word asks anew', async () => {
    const one = visitor(desk)
    const form = formIn(await one.get('/facilitation/demande'), '/facilitation/demande')
    await one.post('/facilitation/demande', { ...form, ...nadia })
    await one.post('/facilitation/demande', { ...form, ...nadia })
    expect([desk.deps.letters.length, (await rows()).length]).toEqual([1, 1])
    await one.post('/facilitation/demande', { ...form, ...nadia, email: 'nadia@juste.example' })
    expect(desk.deps.letters.at(-1)?.to).toBe('nadia@juste.example')
  })

  test('keeps what they typed, and hears all that is wrong at once', async () => {
    const { answer } = await ask(desk, {
      ...{ side: 'maire', name: '', email: 'pas une adresse', subject: 'x'.repeat(151), body: '<b>gras</b>' },
      ...{ cpv: '00', hoursWanted: '-3', deadline: 'demain', place: 'Nulle-Part' },
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('&lt;b&gt;gras&lt;/b&gt;')
    for (const name of ['side', 'name', 'email', 'subject', 'cpv', 'hoursWanted', 'deadline', 'place'])
      expect(answer.text, name).toContain(`href="#f-${name}"`)
    expect(desk.deps.letters).toEqual([])
  })

  test('says where, what and for when, in words that the desk reads', async () => {
    const more = {
      place: 'Nanterre',
      cpv: '77310000',
      sector: 'environment',
      hoursWanted: '300',
      deadline: '2027-02-01',
    }
    const { path } = await asked(desk, { ...nadia, ...more, side: 'buyer' })
    const { text } = await desk.as(desk.facilitator).get(path)
    for (const words of [
      'Acheteur',
      'Nanterre (92)',
      '7731 – Agriculture',
      'Environnement',
      '300',
      '1er février 2027',
    ])
      expect(text).toContain(words)
  })

  test('keeps their text when the letter cannot leave, and nothing is left behind', async () => {
    desk.deps.mailer = () => Promise.reject(new Error('no relay'))
    const { answer } = await ask(desk)
    expect([answer.status, answer.text.includes(nadia.body)]).toEqual([503, true])
    expect(await rows()).toEqual([])
  })

  test('a link is good for a day; what it would have sent is then forgotten', async () => {
    const { link } = await ask(desk)
    desk.deps.pass(day + 1)
    expect((await visitor(desk).post(link ?? '', { acte: 'envoyer' })).status).toBe(409)
    await forgetCases(desk.deps)
    expect(await rows()).toEqual([])
    expect((await visitor(desk).get(link ?? '')).status).toBe(410)
  })

  test('cannot write where no letter can leave, and is told who can', async () => {
    desk.deps.mailer = null
    const form = await visitor(desk).get('/facilitation/demande')
    expect([form.status, form.text.includes('/connexion?retour=%2Ffacilitation%2Fdemande')]).toEqual([
      409,
      true,
    ])
    expect((await visitor(desk).post('/facilitation/demande', nadia)).status).toBe(409)
    expect(await rows()).toEqual([])
  })
})

describe('a machine', () => {
  test('that fills in every field is told what people are told, and nothing happens', async () => {
    const { answer, link } = await ask(desk, { ...nadia, site: 'https://piege.example' })
    expect([answer.location, link, (await rows()).length]).toEqual(['/facilitation/lien-envoye', null, 0])
  })

  test('that types addresses is stopped by its own, by theirs, and by how many may wait', async () => {
    const one = desk.as(undefined, '198.51.100.7')
    const statuses: number[] = []
    for (let n = 0; n < 21; n++)
      statuses.push((await one.post('/facilitation/demande', { ...nadia, email: `n${n}@x.example` })).status)
    expect(statuses.filter((status) => status === 429)).toHaveLength(1)
    for (let n = 0; n < 4; n++)
      statuses.push((await ask(desk, { ...nadia, body: `Essai ${n}` })).answer.status)
    expect(statuses.at(-1)).toBe(429)
    const [row] = await rows()
    if (row === undefined) throw new Error('Nothing was kept.')
    const { n: _, ...filler } = row
    const missing = mostUnconfirmed - (await rows()).length
    await desk.deps.db.write(
      Array.from({ length: missing }, (__, n) =>
        desk.deps.db.make.insert(cases).values({ ...filler, id: `plein-${n}`, once: `plein-${n}` }),
      ),
    )
    const full = await ask(desk, { ...nadia, email: 'retard@x.example' })
    expect([full.answer.status, full.answer.text.includes(nadia.body)]).toEqual([429, true])
    expect(await rows()).toHaveLength(mostUnconfirmed)
  })

  test('with an address of its own has ten requests open, and nobody else learns of it', async () => {
    const { id } = await asked(desk)
    const row = await rowOf(desk, id)
    if (row === undefined) throw new Error('The request is gone.')
    const { n: _, ...twin } = row
    await desk.deps.db.write(
      Array.from({ length: mostOpen - 1 }, (__, n) =>
        desk.deps.db.make.insert(cases).values({ ...twin, id: `o-${n}`, once: `o-${n}` }),
      ),
    )
    const before = desk.deps.letters.length
    const answer = await visitor(desk).post('/facilitation/demande', { ...nadia, body: 'Une de plus' })
    expect([answer.status, answer.location]).toEqual([303, '/facilitation/lien-envoye'])
    expect(desk.deps.letters[before]?.text).toContain('Trop de vos demandes sont encore ouvertes')
    expect(await rows()).toHaveLength(mostOpen)
  })
})

describe('a member', () => {
  test('needs no letter to ask, speaks for an organisation of theirs alone, and finds the way back', async () => {
    const admin = await person(desk.deps, 'admin')
    const mine = await published(desk.deps, admin, 'organisation', { title: 'Les Ateliers' })
    const other = await published(desk.deps, admin, 'organisation', { title: 'La Ruche' })
    const { id: userId, ...rest } = await person(desk.deps, 'member')
    const organisationId = mine.envelope.id
    const membership = { userId, organisationId, role: 'contributor' } as const
    await desk.deps.db.write([
      desk.deps.db.make.insert(memberships).values({ ...membership, createdAt: desk.deps.now() }),
    ])
    const member = { id: userId, ...rest, memberships: [{ organisationId, role: 'contributor' as const }] }
    const one = desk.as(member)
    const form = formIn(await one.get('/facilitation/demande'), '/facilitation/demande')
    const sent = { ...form, ...nadia, email: 'autre@piege.example' }
    const theirs = await one.post('/facilitation/demande', { ...sent, organisation: other.envelope.id })
    expect(theirs.status).toBe(422)
    const answer = await one.post('/facilitation/demande', { ...sent, organisation: organisationId })
    expect(answer.location).toMatch(/^\/facilitation\/demandes\//)
    expect(
      (await one.post('/facilitation/demande', { ...sent, organisation: organisationId })).location,
    ).toBe(answer.location)
    const [row, ...more] = await rows()
    expect([row?.email, row?.organisationId, more.length]).toEqual([member.email, organisationId, 0])
    expect((await one.get('/facilitation')).text).toContain(answer.location ?? '-')
    expect((await visitor(desk).get('/facilitation')).text).not.toContain('/facilitation/demandes/')
    await until('the letter to the desk', () => desk.deps.letters.length === 1)
  })

  test('asks twenty times a day, however many of these are closed, and keeps the text of the next', async () => {
    const member = await person(desk.deps, 'member')
    const one = desk.as(member)
    const send = (n: number) => one.post('/facilitation/demande', { ...nadia, form: `f${n}` })
    const { location } = await send(0)
    await one.post(location ?? '', { acte: 'clore', outcome: 'answered' })
    const [row] = await rows()
    if (row === undefined) throw new Error('The request is gone.')
    const { n: _, ...twin } = row
    await desk.deps.db.write(
      Array.from({ length: mostADay - 1 }, (__, n) =>
        desk.deps.db.make.insert(cases).values({ ...twin, id: `j-${n}`, once: `j-${n}` }),
      ),
    )
    const last = await send(1)
    expect([last.status, last.text.includes(nadia.body)]).toEqual([409, true])
    desk.deps.pass(day + 1)
    expect((await send(1)).status).toBe(303)
  })
})

describe('whoever asked', () => {
  test('reads the answer in a letter and at their link, answers, and is told nothing of what the desk notes', async () => {
    const { link, path, id } = await asked(desk)
    await press(desk, path, 'prendre')
    await press(desk, path, 'noter', { text: 'Elle a l’air pressée' })
    await press(desk, path, 'repondre', { text: 'Voici deux lots <b>pour vous</b>.' })
    await until('the answer', () => desk.deps.letters.some(({ text }) => text.includes('Voici deux lots')))
    const letter = desk.deps.letters.find(({ text }) => text.includes('Voici deux lots'))
    expect([letter?.to, letter?.text.includes(link)]).toEqual([nadia.email, true])
    const own = await visitor(desk).get(link)
    expect(own.headers.get('cache-control')).toBe('private, no-store')
    expect(own.headers.get('referrer-policy')).toBe('strict-origin')
    expect(await pageFaults(own.text)).toEqual([])
    expect(own.text).toContain('Voici deux lots &lt;b&gt;pour vous&lt;/b&gt;.')
    expect(own.text).not.toMatch(/pressée|Camille/)
    const sent = { acte: 'ecrire', text: 'Merci, je regarde.' }
    expect((await visitor(desk).post(link, { ...sent, form: 'un' })).location).toBe(link)
    await visitor(desk).post(link, { ...sent, form: 'un' })
    expect((await desk.as(desk.facilitator).get(path)).text.match(/Merci, je regarde/g)).toHaveLength(1)
    await until('the desk to be told', () => desk.deps.letters.at(-1)?.to === desk.facilitator.email)
    expect(desk.deps.letters.at(-1)?.text).not.toContain('Merci')
    expect((await rowOf(desk, id))?.waitingSince).toBe(desk.deps.now())
  })

  test('closes with what came of it and how many hours, and a message opens it again', async () => {
    const { link, id } = await asked(desk)
    const closing = { acte: 'clore', form: 'f', outcome: 'lot-grouping', hours: '320', text: 'Merci à vous' }
    expect((await visitor(desk).post(link, { ...closing, outcome: 'gloire' })).status).toBe(422)
    expect((await visitor(desk).post(link, { ...closing, hours: '0' })).status).toBe(422)
    expect((await visitor(desk).post(link, { ...closing, hoursBy: 'desk' })).status).toBe(303)
    await visitor(desk).post(link, closing)
    expect(await rowOf(desk, id)).toMatchObject({
      ...{
        outcome: 'lot-grouping',
        hours: 320,
        hoursBy: 'structure',
        hoursOn: '2026-11-23',
        waitingSince: null,
      },
    })
    expect((await visitor(desk).get(link)).text).toContain('déclarées par la structure')
    const late = await visitor(desk).post(link, { ...closing, form: 'autre', text: 'Mes mots' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('La demande a changé entre-temps')
    await visitor(desk).post(link, { acte: 'ecrire', form: 'g', text: 'Encore une question' })
    expect(await rowOf(desk, id)).toMatchObject({ outcome: null, closedAt: null })
    expect((await visitor(desk).get(link)).text).toContain('value="320"')
  })

  test('cannot fill the disk with messages, and keeps the last one', async () => {
    const { link, path } = await asked(desk)
    const write = (n: number) =>
      visitor(desk).post(link, { acte: 'ecrire', form: `f${n}`, text: `Message ${n}` })
    for (let n = 0; n < mostUnanswered; n++) expect((await write(n)).status).toBe(303)
    const last = await write(mostUnanswered)
    expect([last.status, last.text.includes(`Message ${mostUnanswered}`)]).toEqual([429, true])
    // What was sent already is sent, also when it comes again.
    expect((await write(3)).status).toBe(303)
    await press(desk, path, 'repondre', { text: 'Je réponds.' })
    expect((await write(mostUnanswered)).status).toBe(303)
    const huge = await visitor(desk).post(link, { acte: 'ecrire', form: 'h', text: 'x'.repeat(5_001) })
    expect(huge.status).toBe(422)
    expect((await visitor(desk).post(link, { acte: 'ecrire', text: 'x'.repeat(70_000) })).status).toBe(413)
  })

  test('erases all of it, and only numbers remain', async () => {
    const { link, path } = await asked(desk)
    await press(desk, path, 'repondre', { text: 'Bonjour Nadia.' })
    await visitor(desk).post(link, { acte: 'ecrire', form: 'f', text: 'Bonjour.' })
    expect((await visitor(desk).post(link, { acte: 'effacer' })).location).toBe('/facilitation/effacee')
    expect((await visitor(desk).get(link)).status).toBe(410)
    expect((await visitor(desk).post(link, { acte: 'ecrire', text: 'Encore' })).status).toBe(410)
    expect((await desk.as(desk.facilitator).get(path)).status).toBe(404)
    expect([await rows(), await desk.deps.db.read.select().from(caseEvents)]).toEqual([[], []])
  })
})

describe('letters', () => {
  test('that could not leave leave later, once', async () => {
    const { path } = await asked(desk)
    const { mailer } = desk.deps
    let refused = 0
    desk.deps.mailer = () => Promise.reject(new Error(`no relay ${(refused += 1)}`))
    await press(desk, path, 'repondre', { text: 'Voici.' })
    await until('a try', () => refused === 1)
    expect((await desk.as(desk.facilitator).get(path)).text).toContain('L’e-mail part.')
    desk.deps.mailer = mailer
    desk.deps.pass(3_600_000)
    expect((await desk.as(desk.facilitator).get(path)).text).toContain('L’e-mail n’est pas parti')
    await Promise.all([tellWaiting(desk.deps), tellWaiting(desk.deps)])
    expect(desk.deps.letters.filter(({ text }) => text.includes('Voici.'))).toHaveLength(1)
    await tellWaiting(desk.deps)
    expect(desk.deps.letters.filter(({ text }) => text.includes('Voici.'))).toHaveLength(1)
  })
})
