import type { Viewer } from '../../server/accounts/viewer.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { freeHandle, newActor } from '../../server/federation/local-actors.ts'
import type { TestDeps } from './deps.ts'
import { person, published } from './publish.ts'

/** An organisation of this hub with its account, as the federation makes one after it was published. */
export async function hosted(
  deps: TestDeps,
  by: Viewer,
  title: string,
  fields: Record<string, unknown> = {},
): Promise<WholeEntry> {
  const entry = await published(
    deps,
    by,
    'organisation',
    { title },
    { status: null, handle: null, ...fields },
  )
  const type = fields['status'] === 'network' ? 'Group' : 'Organization'
  const handle = await freeHandle(deps.db, title)
  await deps.db.write(
    await newActor(deps, { role: 'organisation', type, handle, name: title, entryId: entry.envelope.id }),
  )
  return entry
}

/** Someone who edits this organisation, and nothing else. */
export const editorOf = async (deps: TestDeps, { envelope }: WholeEntry): Promise<Viewer> => ({
  ...(await person(deps, 'member')),
  memberships: [{ organisationId: envelope.id, role: 'editor' }],
})
