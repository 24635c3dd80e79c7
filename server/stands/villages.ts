import { and, eq } from 'drizzle-orm'
import { guard, guardThat } from '../../db/open.ts'
import { villages } from '../../db/schema/stands.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { Refusal, unlessConflict } from '../refusal.ts'
import { hosts } from './access.ts'
import type { VillageInput } from './input.ts'
import { villagesOf } from './queries.ts'

export const mostVillages = 30

/** `id` was chosen by the form: sent twice, it makes one. */
export async function foundVillage(
  deps: Deps,
  viewer: Viewer,
  { envelope }: Entry,
  village: VillageInput & { id: string },
): Promise<void> {
  hosting(viewer, envelope)
  const { db, now } = deps
  if ((await villagesOf(db, envelope.n)).some(({ id }) => id === village.id)) return
  await db.write([
    guardThat({
      sql: 'SELECT (SELECT count(*) FROM villages WHERE entry_n = ?) < ?',
      args: [envelope.n, mostVillages],
    }),
    db.make.insert(villages).values({ ...village, entryN: envelope.n, createdAt: now() }),
  ])
}

/** False: more stands are accepted there than it would have room for. */
export async function reviseVillage(
  { db }: Pick<Deps, 'db'>,
  viewer: Viewer,
  { envelope }: Entry,
  id: string,
  village: VillageInput,
): Promise<boolean> {
  hosting(viewer, envelope)
  return unlessConflict(() =>
    db.write([
      guardThat({
        sql: `SELECT (SELECT count(*) FROM stands JOIN villages ON villages.n = stands.village_n
          WHERE villages.id = ? AND stands.state = 'accepted') <= ?`,
        args: [id, village.stands],
      }),
      db.make
        .update(villages)
        .set(village)
        .where(and(eq(villages.id, id), eq(villages.entryN, envelope.n))),
      guard(),
    ]),
  )
}

/** False: somebody asks for a stand there, or has one. */
export async function removeVillage(
  { db }: Pick<Deps, 'db'>,
  viewer: Viewer,
  { envelope }: Entry,
  id: string,
): Promise<boolean> {
  hosting(viewer, envelope)
  return unlessConflict(() =>
    db.write([
      guardThat({
        sql: `SELECT NOT EXISTS (SELECT 1 FROM stands JOIN villages ON villages.n = stands.village_n
          WHERE villages.id = ? AND stands.confirmed_at IS NOT NULL)`,
        args: [id],
      }),
      db.make.delete(villages).where(and(eq(villages.id, id), eq(villages.entryN, envelope.n))),
    ]),
  )
}

function hosting(viewer: Viewer, envelope: Entry['envelope']): void {
  if (!hosts(viewer, envelope))
    throw new Refusal('forbidden', 'Villages are laid out by those who publish the event.')
}
