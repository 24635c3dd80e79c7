import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisationsFor, lotsFor } from '../../server/matching/matching.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { Lot } from '../../server/kinds/tender/fields.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow, unfollow } from '../support/network.ts'
import { until } from '../support/until.ts'
import { bare, lotsOf, namesIn } from './place.ts'

// Amont has an organisation, aval a lot, and each follows the other.

let amont: TestHub
let aval: TestHub
let jardins: Entry
let marche: Entry

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  marche = await aval.publish(
    'tender',
    { title: 'Parcs et jardins' },
    { ...lotsOf({ title: 'Tonte', cpv: '77310000', place: '92036' }), deadline: '2027-01-15T12:00' },
  )
  // Before anybody follows: what is read back later counts as what is sent.
  jardins = await amont.publish('organisation', { title: 'Les Jardins', place: '92050' }, green)
  await until('the organisation is an actor', async () => (await fetch(jardinsActor())).ok)
  await follow(aval, amont.actor('amont'))
  await follow(amont, aval.actor('marches'))
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

const green = { ...bare({ cpv: ['773'], serves: ['92'], structure: 'aci' }), handle: 'jardins' }
const jardinsActor = () => amont.actor('jardins')
const page = async (path: string) => (await fetch(`${aval.origin}${path}`)).text()
const lot = () => (marche.fields as { lots: Lot[] }).lots[0] as Lot
const reasons = async () =>
  (await organisationsFor(aval.deps, null, lot())).flatMap(({ organisation, match }) => [
    organisation.name,
    ...match.findings.filter(({ verdict }) => verdict === 'fits').map(({ say }) => say('fr')),
  ])

test('an organisation of a followed hub is among those who could answer, with its reasons', async () => {
  await until(
    'the organisation is in the directory of the other hub',
    async () => (await reasons()).length > 0,
  )
  expect(await reasons()).toEqual([
    'Les Jardins',
    'Sait faire 773 – Agriculture, sylviculture, espaces verts.',
    'Dit travailler dans tout le département\u00a0: Hauts-de-Seine (92).',
  ])
  const shown = await page(`${marche.envelope.path}/lots/1`)
  expect(namesIn(shown)).toEqual(['Les Jardins'])
  expect(shown).toContain(`Annuaire de ${amont.host}`)
  const there = await page('/annuaire/les-jardins')
  expect(there).toContain(`href="${amont.origin}/annuaire/les-jardins"`)
})

test('the lot is on the page of the organisation at home, when its hub follows the other', async () => {
  await until('the lot arrives', async () => (await lotsFor(amont.deps, jardins.envelope.id))?.length)
  const own = await (await fetch(`${amont.origin}/annuaire/les-jardins`)).text()
  expect(namesIn(own)).toEqual(['Lot\u00a01\u00a0: Tonte'])
  expect(own).toContain(`Annuaire de ${aval.host}`)
})

test('what it changes at home is changed there, though nobody follows the organisation itself', async () => {
  await amont.revise(jardins, { title: 'Les Jardins du fleuve' })
  await until('the new name', async () => (await reasons())[0] === 'Les Jardins du fleuve')
})

test('whoever follows a section alone has its entries, and not the directory of its hub', async () => {
  const foreign = await aval.publish('organisation', { title: 'D’aval' }, { ...green, handle: 'daval' })
  await until('it is an actor', async () => (await fetch(aval.actor('daval'))).ok)
  const news = await aval.publish('tender', { title: 'Voirie' }, lotsOf({ title: 'Enrobés' }))
  await arrival(amont, news)
  expect(await amont.received(aval.actor('daval'))).toBe(undefined)
  await aval.withdraw(foreign)
})

test('it is gone once it is withdrawn at home', async () => {
  await amont.withdraw(jardins)
  await until('nobody is left', async () => (await reasons()).length === 0)
  expect(await aval.received(jardinsActor())).toBe(undefined)
  expect((await fetch(`${aval.origin}/annuaire/les-jardins`)).status).toBe(410)
})

test('and so is every other, once their hub is unfollowed', async () => {
  await amont.publish('organisation', { title: 'Le Verger', place: '92036' }, { ...green, handle: 'verger' })
  await until('it arrives', async () => (await reasons())[0] === 'Le Verger')
  await unfollow(aval, amont, 'amont')
  await until('it is gone', async () => (await reasons()).length === 0)
})
