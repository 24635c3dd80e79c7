import { afterAll, beforeAll, expect, test } from 'vitest'
import { setCallState } from '../../server/groupings/commands.ts'
import { say } from '../../server/groupings/exchange.ts'
import { answerMember, leave } from '../../server/groupings/members.ts'
import { messagesOf, type Grouping } from '../../server/groupings/queries.ts'
import type { Entry } from '../../server/entries/load.ts'
import { again, asking, called, hosted, member } from '../support/groupings.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow } from '../support/network.ts'
import { until } from '../support/until.ts'

// A lot is published on one hub; an organisation of the other answers it together with one of the first.

let amont: TestHub
let aval: TestHub
let lead: Entry
let partner: Entry
let tender: Entry
let call: Grouping
let there: Grouping
let page: string

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  for (const handle of ['amont', 'marches']) await follow(aval, amont.actor(handle))
  lead = await hosted(amont, 'Les Jardins d’amont', 'jardins')
  partner = await hosted(aval, 'Les Massifs d’aval', 'massifs')
  tender = await amont.publish('tender', { title: 'Entretien des parcs' })
  call = await called(amont, { tender, lead })
  page = `${amont.origin}/groupements/${call.id}`
  await arrival(aval, tender)
}, 60_000)
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

const tell = (hub: TestHub) => hub.federation.wake()

test('a call is a page for people, and a proposal for other hubs', async () => {
  const headers = { accept: 'application/activity+json' }
  const answer = await fetch(page, { headers, redirect: 'manual' })
  expect(answer.headers.get('location')).toBe(`/ap/objects/${call.id}`)
  const id = `${amont.origin}/ap/objects/${call.id}`
  expect(await (await fetch(id, { headers })).json()).toMatchObject({
    ...{ id, type: 'Proposal', purpose: 'request', attributedTo: amont.actor('jardins') },
    content: '<p>Une équipe pour les massifs.<br>À Gennevilliers.</p><p>La tonte</p>',
    context: `${tender.envelope.apId}/lots/1`,
    publishes: { id: `${id}#primary`, type: 'Intent', action: 'deliverService' },
  })
  expect(await (await fetch(page)).text()).toContain('Une équipe pour les massifs.')
})

test('people of the other hub read it there, beside the lot that they know', async () => {
  const looked = await aval.federation.lookAtCall(page)
  if (typeof looked === 'string') throw new Error(looked)
  there = await again(aval, looked.id)
  expect(there).toMatchObject({
    ...{ apId: `${amont.origin}/ap/objects/${call.id}`, leadName: 'Les Jardins d’amont', lotNumber: 1 },
    ...{ subject: 'Lot 1 – Entretien des parcs', state: 'open' },
    seeks: 'Une équipe pour les massifs.\nÀ Gennevilliers.\n\nLa tonte',
    tenderN: (await aval.received(tender.envelope.apId))?.envelope.n,
  })
  expect(await aval.federation.lookAtCall(page)).toEqual({ id: there.id })
  expect(await aval.federation.lookAtCall(`${amont.origin}/annuaire`)).toBe('not-a-call')
  expect(await aval.federation.lookAtCall(tender.envelope.apId)).toBe('not-a-call')
})

test('their organisation asks to take part, is accepted, and the answer comes back', async () => {
  await asking(aval, there, partner, 'Nous l’avons fait à Clichy.')
  tell(aval)
  const asked = await member(amont, call, ({ state }) => state === 'asked')
  expect(asked).toMatchObject({
    ...{ name: 'Les Massifs d’aval', role: 'Les massifs, avec une équipe de six', host: aval.host },
    note: 'Nous l’avons fait à Clichy.',
  })
  const answer = { outcome: 'accepted', answer: 'Avec plaisir.' } as const
  await answerMember(amont.deps, amont.admin, { grouping: call, member: asked }, answer)
  tell(amont)
  const accepted = await member(aval, there, ({ state }) => state === 'accepted')
  expect(accepted.answer).toBe('Avec plaisir.')
})

test('what they then say to one another is read by them alone', async () => {
  const words = (hub: TestHub, { n }: Grouping) =>
    messagesOf(hub.deps.db, n).then((all) => all.map(({ name, text }) => `${name}: ${text}`))
  const heard = (hub: TestHub, grouping: Grouping, count: number) =>
    until('the words arrive', async () => ((await words(hub, grouping)).length === count ? true : null))
  const message = (hub: TestHub, organisation: Entry, text: string) => ({
    ...{ id: hub.deps.newId(), organisation: organisation.envelope.id, text },
  })
  const first = message(amont, lead, 'Qui porte le dossier ?\n<b>Nous</b> ?')
  for (let time = 0; time < 2; time++) await say(amont.deps, amont.admin, call, first)
  tell(amont)
  await heard(aval, there, 1)
  await say(aval.deps, aval.admin, there, message(aval, partner, 'Vous.'))
  tell(aval)
  await heard(amont, call, 2)
  const both = ['Les Jardins d’amont: Qui porte le dossier ?\n<b>Nous</b> ?', 'Les Massifs d’aval: Vous.']
  expect(await words(amont, call)).toEqual(both)
  expect(await words(aval, there)).toEqual(both)
  for (const hub of [amont, aval]) {
    const { rows } = await hub.deps.db.query('SELECT count(*) AS n FROM messages')
    expect(rows[0]?.['n']).toBe(0)
  }
  const isPublic = await amont.deps.db.query(
    "SELECT count(*) AS n FROM activities WHERE public = 1 AND json LIKE '%porte le dossier%'",
  )
  expect(isPublic.rows[0]?.['n']).toBe(0)
  expect(await (await fetch(page)).text()).not.toContain('porte le dossier')
  expect((await fetch(`${amont.origin}/ap/objects/${first.id}`)).status).toBe(404)
})

test('it may leave, and ask again; who leads it ends it for all', async () => {
  const own = await member(aval, there, () => true)
  await leave(aval.deps, aval.admin, { grouping: there, member: own })
  tell(aval)
  await member(amont, call, ({ state }) => state === 'left')
  await asking(aval, there, partner)
  tell(aval)
  await member(amont, call, ({ state }) => state === 'asked')
  await setCallState(amont.deps, amont.admin, await again(amont, call.id), 'ended')
  tell(amont)
  await until('the call ends elsewhere', async () => (await again(aval, there.id)).state === 'ended')
  expect((await fetch(`${amont.origin}/ap/objects/${call.id}`)).status).toBe(410)
})
