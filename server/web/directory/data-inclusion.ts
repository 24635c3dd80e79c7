import type { Deps } from '../../deps.ts'
import { structureOf } from '../../directory/data-inclusion.ts'
import { feedEntries } from '../../feeds/index.ts'
import { askedFilter, listHref } from '../entries/filter.ts'
import type { Ctx } from '../env.ts'
import { directory } from './kind.ts'

const path = '/annuaire.data-inclusion.json'

/** Our own organisations for those who gather structures; narrowed and read page by page as the table of the list is. */
export const showDataInclusion = (deps: Deps) => async (c: Ctx) => {
  const asked = await askedFilter(deps, directory, (name) => c.req.query(name))
  const { entries, more } = await feedEntries(deps, asked.filter, 'csv')
  const { origin } = deps.hub
  const structures = entries.flatMap((entry) => structureOf(entry, origin) ?? [])
  c.header('Access-Control-Allow-Origin', '*')
  c.header('Cache-Control', 'public, max-age=0, must-revalidate')
  // https://www.rfc-editor.org/rfc/rfc8288
  if (more) c.header('Link', `<${origin}${listHref(path, asked, asked.filter.page + 1)}>; rel="next"`)
  return c.json(structures)
}
