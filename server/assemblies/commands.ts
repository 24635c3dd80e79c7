import { and, eq, like, or } from 'drizzle-orm'
import { guard, guardThat } from '../../db/open.ts'
import { assemblies } from '../../db/schema/assemblies.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { slugOf } from '../text/fold.ts'
import { running } from './access.ts'
import type { AssemblyInput } from './input.ts'
import type { Assembly } from './queries.ts'

// What those who run an assembly write. `id` is chosen by the form: the same form sent twice makes one thing.

export const most = { assemblies: 200, seats: 300, meetings: 200, decisions: 500 }

const reserved = new Set(['nouvelle', 'confirmer'])

export async function found(
  deps: Deps,
  viewer: Viewer,
  id: string,
  input: AssemblyInput & { organisationId: string | null },
): Promise<string> {
  running(viewer, input)
  const { db } = deps
  const [known] = await db.read.select().from(assemblies).where(eq(assemblies.id, id))
  if (known !== undefined) {
    running(viewer, known)
    return known.slug
  }
  const slug = await freeSlug(deps, input.name, id)
  await db.write([
    guardThat({ sql: 'SELECT (SELECT count(*) FROM assemblies) < ?', args: [most.assemblies] }),
    db.make.insert(assemblies).values({ ...input, ...fresh(deps), id, slug }),
  ])
  return slug
}

async function freeSlug({ db }: Deps, name: string, id: string): Promise<string> {
  const plain = slugOf(name)
  const base = plain === '' || reserved.has(plain) ? id : plain
  const rows = await db.read
    .select({ slug: assemblies.slug })
    .from(assemblies)
    .where(or(eq(assemblies.slug, base), like(assemblies.slug, `${base}-%`)))
  const taken = new Set(rows.map(({ slug }) => slug))
  if (!taken.has(base)) return base
  for (let count = 2; ; count++) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`
}

export async function changeAssembly(
  deps: Deps,
  viewer: Viewer,
  { id, organisationId }: Assembly,
  revision: number,
  input: AssemblyInput,
): Promise<void> {
  running(viewer, { organisationId })
  await deps.db.write([
    deps.db.make
      .update(assemblies)
      .set({ ...input, revision: revision + 1, updatedAt: deps.now() })
      .where(and(eq(assemblies.id, id), eq(assemblies.revision, revision))),
    guard(),
  ])
}

export const fresh = ({ now }: Pick<Deps, 'now'>) => ({ createdAt: now(), updatedAt: now() })
