import { and, eq, isNull } from 'drizzle-orm'
import { guard } from '../../db/open.ts'
import { assemblyMeetings } from '../../db/schema/assemblies.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { publish, saveDraft } from '../entries/commands.ts'
import { parseEntry } from '../entries/input.ts'
import { entryById } from '../entries/queries.ts'
import type { WholeEntry } from '../entries/whole.ts'
import { whole } from '../entries/whole.ts'
import { kindNamed } from '../kinds/index.ts'
import { Refusal } from '../refusal.ts'
import { running } from './access.ts'
import type { Assembly, Meeting } from './queries.ts'

/** What an assembly says to the world: news of whoever hosts it, which its followers and other servers get as such. */
export interface Said {
  title: string
  summary: string
  body: string
  /** The fields of news: those of a meeting, for minutes. */
  fields: Record<string, unknown>
}

/** `id` was chosen by the form: sent twice, it is published once. */
export async function say(
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  id: string,
  { fields, ...shared }: Said,
): Promise<WholeEntry> {
  running(viewer, assembly)
  const kind = kindNamed('news')
  if (kind === undefined) throw new Refusal('absent', 'This hub has no news.')
  const before = await entryById(deps, id)
  if (before !== undefined) {
    if (before.kind.name !== 'news' || before.envelope.organisationId !== assembly.organisationId)
      throw new Refusal('conflict', 'This is something else by now.')
    return before.envelope.state === 'draft' ? publish(deps, viewer, whole(before)) : whole(before)
  }
  const sent = { shared: { ...shared, language: 'fr', organisation: assembly.organisationId }, fields }
  const { input, faults } = await parseEntry(deps, kind, sent, null)
  if (input === null)
    throw new Refusal('invalid', 'This cannot be published as it is.', {
      fields: Object.fromEntries(faults.map(({ field, code }) => [field, code])),
    })
  const draft = { id, revision: null, input, picture: undefined }
  return publish(deps, viewer, whole(await saveDraft(deps, viewer, kind, draft)))
}

/**
 * The minutes of a meeting are known from its page, and are one text: of two people who publish them at once, one does. The
 * name comes first; should its text never come, another may take its place.
 */
export async function publishMinutes(
  deps: Deps,
  viewer: Viewer,
  { assembly, meeting }: { assembly: Assembly; meeting: Meeting },
  id: string,
  words: Said,
): Promise<WholeEntry> {
  running(viewer, assembly)
  const { newsId } = meeting
  if (newsId !== id) {
    if (newsId !== null && (await entryById(deps, newsId)) !== undefined)
      throw new Refusal('conflict', 'The minutes of this meeting are published already.')
    await deps.db.write([
      deps.db.make
        .update(assemblyMeetings)
        .set({ newsId: id })
        .where(
          and(
            eq(assemblyMeetings.id, meeting.id),
            newsId === null ? isNull(assemblyMeetings.newsId) : eq(assemblyMeetings.newsId, newsId),
          ),
        ),
      guard(),
    ])
  }
  return say(deps, viewer, assembly, id, words)
}
