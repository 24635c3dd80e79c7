import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checks } from '../../db/schema/checks.ts'
import { entries, events } from '../../db/schema/entries.ts'
import { supports } from '../../db/schema/supports.ts'
import { askAround } from '../../server/checks/ask.ts'
import { revise } from '../../server/entries/commands.ts'
import { parseEntry } from '../../server/entries/input.ts'
import { loadEntry, type Entry } from '../../server/entries/load.ts'
import { reactionsTo } from '../../server/entries/queries.ts'
import { createKeyring } from '../../server/federation/keyring.ts'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { known } from '../support/publish.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow, numberOf } from '../support/network.ts'
import { until } from '../support/until.ts'

let amont: TestHub
let aval: TestHub
beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  await follow(aval, amont.actor('propositions'))
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

const measure = (day: string, value: number) => ({
  ...{ day, value, source: 'Rapport annuel', note: null },
  url: 'https://bailleur.example/rapport',
})

const commitment = {
  ...{ subject: 'measure', unit: 'area', target: 500, nextCheck: '2026-01-01' },
  measures: [measure('2026-01-31', 120)],
}

/** With one measure more, by the command that the editor’s form and the answer of a letter both become. */
async function measured(hub: TestHub, entry: Entry, more: object): Promise<void> {
  const now = await loadEntry(hub.deps, eq(entries.id, entry.envelope.id))
  if (now?.fields === null || now === undefined) throw new Error('It is gone.')
  const { title, summary, body, language, revision } = now.envelope
  const before = now.fields['measures']
  const measures = [...(Array.isArray(before) ? before : []), more]
  const { input } = await parseEntry(
    hub.deps,
    known('commitment'),
    { shared: { title, summary, body, language }, fields: { ...now.fields, measures } },
    { now: hub.deps.now() },
  )
  if (input === null) throw new Error('The measure does not pass.')
  hub.deps.pass(60_000)
  await revise(hub.deps, hub.admin, now, { revision, input, picture: undefined })
  hub.federation.wake()
}

const pageOf = async (hub: TestHub, { envelope }: Entry): Promise<string> =>
  (await (await fetch(hub.origin + envelope.path)).text()).replaceAll(/[\u00a0\u202f]/g, ' ')

test('a new measure reaches the hub that follows: its table, its drawing, and how far it is', async () => {
  const here = await amont.publish('commitment', { title: 'Cinq cents mètres carrés' }, commitment)
  const there = await arrival(aval, here)
  expect(there.fields).toEqual(here.fields)
  expect((await pageOf(aval, there)).match(/class="chart-mark"/g)).toHaveLength(1)
  aval.deps.pass(60_000)
  await measured(amont, here, measure('2026-10-31', 90))
  await arrival(
    aval,
    here,
    ({ fields }) => Array.isArray(fields?.['measures']) && fields['measures'].length === 2,
  )
  const page = await pageOf(aval, there)
  expect(page.match(/class="chart-mark"/g)).toHaveLength(2)
  expect(page).toContain('31 oct. 2026')
  expect(page).toContain('90 m² sur 500 m² visés (mesure du 31 octobre 2026).')
  expect(page).toContain('https://bailleur.example/rapport')
})

test('what another hub says of its measures is shown as it came, and counted as far as it goes', async () => {
  const odd = [
    measure('9999-12-31', 400),
    { ...measure('2026-02-01', -5), source: null, url: null },
    { ...measure('2026-03-01', 7), note: '<script>alert(1)</script>' },
    { day: null, value: null, source: null, url: null, note: null },
  ]
  const here = await amont.publish(
    'commitment',
    { title: 'Des chiffres étranges' },
    { ...commitment, measures: odd },
  )
  const there = await arrival(aval, here)
  const page = await pageOf(aval, there)
  expect(page).toContain('7 m² sur 500 m² visés (mesure du 1er mars 2026).')
  expect(page).toContain('annoncé, pas encore mesuré')
  expect(page).toContain('sans source : pas compté')
  expect(page).toContain('&lt;script&gt;')
  expect(page).not.toContain('<script>alert')
})

test('likes from the other hub are counted, apart from those who confirmed by e-mail, and there are no others', async () => {
  const here = await amont.publish('proposal', { title: 'Une salle par quartier' })
  const { n, id, apId } = here.envelope
  const row = { entryN: n, mark: 'une-personne', name: null, createdAt: amont.deps.now() }
  await amont.deps.db.write([amont.deps.db.make.insert(supports).values(row)])
  const told = await amont.deps.db.read.$count(events)
  const key = await createKeyring(aval.deps).signing(await numberOf(aval, '/ap/actors/aval'))
  const like = { id: `${aval.origin}/likes/1`, type: 'Like', actor: key.owner, object: apId }
  const body = Buffer.from(JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', ...like }))
  const url = `${amont.origin}/ap/inbox`
  const headers = await signRequest(
    { method: 'POST', url, body, date: new Date(amont.deps.now()) },
    key,
    'cavage',
  )
  expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(202)
  await until('the like', async () => (await reactionsTo(amont.deps.db, `/ap/objects/${id}`)).likes === 1)
  expect(await pageOf(amont, here)).toContain(
    '1 personne a confirmé par e-mail · 1 j’aime depuis le fédivers',
  )
  // Who confirmed by e-mail is no like, and is told to nobody.
  const object: unknown = await (await fetch(apId)).json()
  expect(object).toMatchObject({ likes: { totalItems: 1 } })
  expect(JSON.stringify(object)).not.toContain('une-personne')
  expect(await amont.deps.db.read.$count(events)).toBe(told)
})

test('what came from another hub is neither asked about nor supported here', async () => {
  const here = await amont.publish('proposal', { title: 'À vérifier là-bas' }, { nextCheck: '2026-01-01' })
  const there = await arrival(aval, here)
  const letters: string[] = []
  await askAround({ ...aval.deps, mailer: async ({ to }) => void letters.push(to) })
  expect([letters, await aval.deps.db.read.$count(checks)]).toEqual([[], 0])
  const page = await pageOf(aval, there)
  expect(page).toContain(`Soutenir sur ${amont.host}`)
  expect(page).not.toContain('n’a pas encore de réponse')
  const counted = await (await fetch(`${aval.origin}/propositions-suivies`)).text()
  expect(counted).not.toContain('À vérifier là-bas')
})
