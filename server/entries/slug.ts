import { and, eq, like, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { slugOf } from '../text/fold.ts'

/** Words that a kind's path uses itself: `/emplois/nouveau`. */
const reserved = new Set([
  'nouveau',
  'affiche',
  'integrer',
  'importer',
  'brouillons',
  'calendrier',
  'carte',
  'correspondances',
  'mois',
  'mois-de-l-ess',
  'interventions',
  'logiciels-libres',
  'reseaux',
  'semaine',
])

/**
 * A free address for a title: readable, with a number when it is taken. It is given once, with the first publication:
 * another title later leaves it as it is.
 */
export async function freeSlug(db: Database, kind: string, title: string, id: string): Promise<string> {
  const base = usable(slugOf(title)) ?? id
  const taken = new Set([
    ...(await db.read
      .select({ slug: entries.slug, id: entries.id })
      .from(entries)
      .where(and(eq(entries.kind, kind), or(eq(entries.slug, base), like(entries.slug, `${base}-%`))))
      .then((rows) => rows.filter((row) => row.id !== id).map((row) => row.slug))),
  ])
  if (!taken.has(base)) return base
  for (let count = 2; ; count++) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`
}

/** Format suffixes (`.atom`) never occur: slugs hold no dot. */
const usable = (slug: string): string | null => (slug === '' || reserved.has(slug) ? null : slug)
