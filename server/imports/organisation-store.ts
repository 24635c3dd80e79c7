import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { organisationSources } from '../../db/schema/organisation-sources.ts'
import { local, nOf } from '../entries/store.ts'
import { organisations } from '../kinds/organisation/table.ts'

export interface Known {
  title: string
  slug: string
  siren: string | null
  siret: string | null
}

/** Every organisation of this hub that a line may be about, drafts included. */
export const knownOrganisations = (db: Database): Promise<Known[]> =>
  db.read
    .select({
      title: entries.title,
      slug: entries.slug,
      siren: organisations.siren,
      siret: organisations.siret,
    })
    .from(entries)
    .leftJoin(organisations, eq(organisations.entryN, entries.n))
    .where(and(local(), eq(entries.kind, 'organisation'), ne(entries.state, 'withdrawn')))

/** Which of these came before, from the same source. */
export const importedBefore = async (
  db: Database,
  source: string,
  ids: readonly string[],
): Promise<Map<string, string>> =>
  new Map(
    (
      await db.read
        .select({ sourceId: organisationSources.sourceId, title: entries.title })
        .from(organisationSources)
        .innerJoin(entries, eq(entries.n, organisationSources.entryN))
        .where(
          and(
            eq(organisationSources.source, source),
            inArray(organisationSources.sourceId, [...ids]),
            ne(entries.state, 'withdrawn'),
          ),
        )
    ).map(({ sourceId, title }) => [sourceId, title]),
  )

/** Where a new entry comes from; of two imports at once, one makes it: the pair is unique. */
export const recordSource = (
  db: Database,
  id: string,
  from: { source: string; sourceId: string; importedAt: number },
): Step[] => [db.make.insert(organisationSources).values({ ...from, entryN: nOf(id) })]
