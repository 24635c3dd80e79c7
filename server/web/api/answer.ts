import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import type { Ctx } from '../env.ts'
import { entryJson } from './present.ts'

/** One entry; its revision is its tag, to be sent back with a change (`If-Match`). */
export function answer({ hub }: Pick<Deps, 'hub'>, c: Ctx, entry: Entry, status: 200 | 201): Response {
  c.header('ETag', `"${entry.envelope.revision}"`)
  if (status === 201) c.header('Location', `${hub.origin}/api/v1/entries/${entry.envelope.id}`)
  return c.json(entryJson(entry, hub.origin), status)
}
