import { eq } from 'drizzle-orm'
import { actors } from '../../db/schema/federation.ts'
import { insertUser, userById, viewerOf } from '../../server/accounts/store.ts'
import type { Role, Viewer } from '../../server/accounts/viewer.ts'
import type { Deps } from '../../server/deps.ts'
import { publish, saveDraft } from '../../server/entries/commands.ts'
import { parseDraft, parseEntry } from '../../server/entries/input.ts'
import type { Entry } from '../../server/entries/load.ts'
import { receiveEntry, type ReceivedEntry } from '../../server/entries/receive.ts'
import { whole, type WholeEntry } from '../../server/entries/whole.ts'
import { kindNamed, type KindName } from '../../server/kinds/index.ts'
import type { Kind } from '../../server/kinds/kind.ts'
import { namesIn, readWhole } from '../../server/kinds/unfinished.ts'

/** Someone with an account and this role. */
export async function person(deps: Deps, role: Role): Promise<Viewer> {
  const id = deps.newId()
  await deps.db.write(
    insertUser(deps.db, {
      id,
      email: `${id}@hub.example`,
      name: `Camille (${role})`,
      role,
      createdAt: deps.now(),
    }),
  )
  const user = await userById(deps.db, id)
  if (user === undefined) throw new Error('The account was not written.')
  return viewerOf(deps.db, user, null)
}

export function known(name: KindName): Kind {
  const kind = kindNamed(name)
  if (kind === undefined) throw new Error(`There is no kind named ${name}.`)
  return kind
}

/** A draft with the kind's own sample, except for what is given. */
export async function drafted(
  deps: Deps,
  by: Viewer,
  name: KindName,
  shared: Record<string, unknown> = {},
  fields: Record<string, unknown> = {},
): Promise<WholeEntry> {
  const kind = known(name)
  const sent = { shared: { title: 'Un titre', ...shared }, fields: { ...kind.sample, ...fields }, by: by.id }
  const { input, faults } = await parseEntry(deps, kind, sent, null)
  if (input === null) throw new Error(JSON.stringify(faults))
  return whole(
    await saveDraft(deps, by, kind, { id: deps.newId(), revision: null, input, picture: undefined }),
  )
}

/** A draft with the kind's own sample, except for all that the kind asks: nothing of that is known yet. */
export async function begun(
  deps: Deps,
  by: Viewer,
  name: KindName,
  shared: Record<string, unknown> = {},
): Promise<Entry> {
  const kind = known(name)
  const { fields } = lacking(kind)
  const { input, faults } = await parseDraft(
    deps,
    kind,
    { shared: { title: 'Un titre', ...shared }, fields },
    null,
  )
  if (input === null) throw new Error(JSON.stringify(faults))
  return saveDraft(deps, by, kind, { id: deps.newId(), revision: null, input, picture: undefined })
}

/** What a kind asks, and its sample without that. */
export function lacking(kind: Kind): { asked: string[]; fields: Record<string, unknown> } {
  const asked = namesIn(readWhole(kind, {}).faults)
  return {
    asked,
    fields: Object.fromEntries(Object.entries(kind.sample).filter(([name]) => !asked.includes(name))),
  }
}

export const published = async (...given: Parameters<typeof drafted>): Promise<WholeEntry> =>
  publish(given[0], given[1], await drafted(...given))

/** An entry that another hub sent; its author consents to search. */
export async function received(
  deps: Deps,
  name: KindName,
  change: Partial<ReceivedEntry> = {},
): Promise<{ apId: string }> {
  const kind = known(name)
  const actor = 'https://ailleurs.example/ap/actors/hub'
  const row = { id: actor, local: false, type: 'Organization', handle: 'hub', host: 'ailleurs.example' }
  await deps.db.write([
    deps.db.make
      .insert(actors)
      .values({ ...row, name: 'Ailleurs', createdAt: deps.now() })
      .onConflictDoNothing(),
  ])
  const [origin] = await deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, actor))
  if (origin === undefined) throw new Error('The actor was not written.')
  const apId = `https://ailleurs.example/ap/objects/${deps.newId()}`
  const entry: ReceivedEntry = {
    apId,
    url: 'https://ailleurs.example/emplois/ailleurs',
    context: null,
    kind,
    title: 'Une offre d’ailleurs',
    summary: '',
    html: '<p>Ailleurs</p>',
    language: 'fr',
    licence: null,
    placeCode: null,
    placeLabel: null,
    startsAt: null,
    closesAt: null,
    direction: null,
    organisationName: 'Ailleurs',
    tags: [],
    state: 'published',
    publishedAt: deps.now(),
    updatedAt: deps.now(),
    picture: null,
    fields: kind.fields.parse(kind.sample),
    ...kind.derive(kind.sample),
    ...change,
  }
  await deps.db.write(await receiveEntry(deps, { n: origin.n, viaN: origin.n, indexable: true }, entry))
  return { apId: entry.apId }
}
