import { eq } from 'drizzle-orm'
import { assemblyCandidatures, assemblyMeetings, assemblySeats } from '../../db/schema/assemblies.ts'
import { actors, following } from '../../db/schema/federation.ts'
import { partyOfEntry } from '../../server/networks/parties.ts'
import { pathIn } from '../accounts/browser.ts'
import * as inquiries from '../inquiries/place.ts'
import * as projects from '../submissions/place.ts'
import { published } from '../support/publish.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { until } from '../support/until.ts'
import { shared, titled, press, send, type House } from './house.ts'

export async function forum(house: House): Promise<void> {
  const { deps, editor, admin } = house
  const event = await published(deps, editor, 'event', titled('forum'), { capacity: 5 })
  const { path, id } = event.envelope
  for (const [more, hour] of [
    ['dibattito', 10],
    ['altro dibattito', 14],
  ] as const) {
    const times = { start: `2026-11-28T${hour}:00`, end: `2026-11-28T${hour + 2}:00` }
    await published(deps, editor, 'event', titled(more), { partOf: id, capacity: 3, ...times })
  }
  await published(deps, editor, 'news', titled('verbale'), { minutesOf: id })
  await inquiries.wrote(house, path, {
    ...{ name: 'Ζωή', email: 'zoe@exemple.example', body: 'Έρχομαι', people: '1', organisation: 'Κήποι' },
  })
  const village = deps.newId()
  await press(admin, `${path}/villages`, {
    ...{ acte: 'fonder', id: village, name: 'Χωριό', family: 'insertion', stands: '2' },
  })
  const guest = house.as(undefined, '203.0.113.91')
  await guest.post(`${path}/stand`, {
    ...{ village, name: 'Κήποι', does: 'Λαχανικά', seeks: 'Χώρο', shows: 'Όλα', tables: '2' },
    ...{ contactName: 'Άβα', email: 'awa@exemple.example', power: 'true', panels: '0' },
  })
  const own = pathIn(deps.letters.at(-1)?.text ?? '', 'stand')
  await press(guest, own, { acte: 'envoyer' })
  await press(admin, `${path}/stands/${own.split('/')[2]}/decision`, { acte: 'accepter', decision: '' })
}

export async function calls(house: House): Promise<string[]> {
  const { deps, editor, admin } = house
  const criteria = [{ number: 1, title: 'Utilità', weight: 100, description: 'Perché.' }]
  const call = await published(deps, editor, 'call', titled('bando'), {
    ...{ phase: 'open', commentsUntil: null, opens: null, deadline: '2026-11-23T17:00', budgetMax: 10_000 },
    ...{ criteria, laureates: [], decisionNote: null, decidedOn: null, submitted: null },
  })
  const { path } = call.envelope
  const later = await published(deps, editor, 'call', titled('bando aperto'), {
    ...{ phase: 'open', commentsUntil: null, opens: null, deadline: '2026-12-31T17:00', budgetMax: null },
    ...{ criteria, laureates: [], decisionNote: null, decidedOn: null, submitted: null },
  })
  await projects.begun(house, call, { project: 'Ποδήλατα', contact: 'Ζωή' })
  await projects.submitted(house, call, {
    ...{ project: 'Ποδήλατα', holder: 'Ρόδα', contact: 'Ζωή', summary: 'Μαζί.', budget: 'Εργαλεία' },
    ...{ 'reponse-1': 'Για όλους.', 'reponse-2': '' },
  })
  await press(admin, `${path}/jury/membres`, { email: editor.email, capacity: 'elected' })
  const offered = await admin.post(`${path}/jury/invitations`, { capacity: 'users' })
  await send(admin, `${later.envelope.path}/modifier`, {
    'criteria.0.title': 'Utilità comune',
    outcome: 'publish',
  })
  const versions = `${later.envelope.path}/versions`
  return [pathIn(offered.text, 'jury'), `${later.envelope.path}/projet`, `${versions}/comparer?de=1&a=2`]
}

/** An organisation that speaks for itself. */
async function speaking(
  { deps, editor, wake }: House,
  title: string,
  fields: Record<string, unknown> = {},
): Promise<WholeEntry> {
  const entry = await published(deps, editor, 'organisation', { ...shared, title }, fields)
  wake()
  await until(`${title} is an actor`, async () => (await partyOfEntry(deps.db, entry.envelope.id)) ?? null)
  return entry
}

export async function lots(house: House): Promise<void> {
  const { admin, paths } = house
  const lead = await speaking(house, 'Capofila')
  const lot = `${paths.get('tender')}/lots/1`
  const partners = await send(admin, `${lot}/groupement`, {
    ...{ seeks: 'Ομάδα', form: 'several', organisation: lead.envelope.id },
  })
  await admin.get(partners)
}

export async function assemblies({ deps, admin, as }: House): Promise<string[]> {
  const council = await send(admin, '/assemblees/nouvelle', {
    ...{ sort: 'council', name: 'Consiglio', mandate: 'Γνώμη.', organisation: '' },
  })
  for (const label of ['Ενώσεις', 'Κάτοικοι'])
    await send(admin, `${council}/sieges/nouveau`, { family: 'insertion', label })
  const [seat] = await deps.db.read.select().from(assemblySeats)
  const meeting = { startsAt: '2027-01-14T18:00', place: 'Σπίτι', note: '' }
  await send(admin, `${council}/reunions/nouvelle`, meeting)
  const [held] = await deps.db.read.select().from(assemblyMeetings)
  await send(admin, `${council}/decisions/nouvelle`, {
    ...{ sort: 'decision', what: 'Τρεις συζητήσεις', carriedBy: 'Κήποι', state: 'open' },
    meetingId: held?.id ?? '',
  })
  const guest = as(undefined, '203.0.113.92')
  const told = await send(guest, `${council}/candidature`, {
    ...{
      seatId: seat?.id ?? '',
      organisation: 'Κήποι',
      person: '',
      email: 'k@exemple.example',
      body: 'Γεια',
    },
  })
  await press(guest, pathIn(deps.letters.at(-1)?.text ?? '', 'assemblees/confirmer'), { acte: 'confirmer' })
  await send(guest, `${council}/point`, {
    ...{ title: 'Θέμα', body: 'Λείπει.', organisation: 'Κήποι', family: 'cooperative' },
    email: 'p@exemple.example',
  })
  await press(guest, pathIn(deps.letters.at(-1)?.text ?? '', 'assemblees/confirmer'), { acte: 'confirmer' })
  const [candidature] = await deps.db.read.select().from(assemblyCandidatures)
  await press(admin, `${council}/candidatures/${candidature?.id}`, { act: 'accepter', answer: 'Ναι.' })
  return [told]
}

export async function networks(house: House): Promise<void> {
  const { deps, admin } = house
  const network = await speaking(house, 'Fluviale', { status: 'network' })
  const scop = await speaking(house, 'Legno', { status: 'scop' })
  const other = String((await partyOfEntry(deps.db, network.envelope.id))?.n)
  await press(admin, `${scop.envelope.path}/adhesions`, { other, address: '' })
  await send(admin, `${network.envelope.path}/besoins/nouveau`, {
    ...{ sort: 'money', title: 'Μισό πόστο', amount: '15 000', state: 'open', details: 'Μισθός' },
  })
}

export async function neighbours({ deps, admin }: House): Promise<void> {
  const [hub] = await deps.db.read.select().from(actors).where(eq(actors.handle, 'hub'))
  const [far] = await deps.db.read.select().from(actors).where(eq(actors.host, 'ailleurs.example'))
  await deps.db.write([
    deps.db.make.insert(following).values({
      ...{ actorN: hub?.n ?? 0, targetN: far?.n ?? 0, followId: 'f', state: 'accepted' as const },
      ...{ requestedAt: deps.now(), polledAt: deps.now() },
    }),
  ])
  await press(admin, '/moderation/blocages', {
    ...{ type: 'host', target: 'autre.example', severity: 'silence', reason: 'Γεια', confirmed: 'true' },
  })
}
