import { and, eq, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/facilitation.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import { hasRole, type Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { saveDraft, submit } from '../entries/commands.ts'
import { parseEntry } from '../entries/input.ts'
import type { Entry } from '../entries/load.ts'
import { ownEntryById } from '../entries/queries.ts'
import { whole } from '../entries/whole.ts'
import { kindNamed } from '../kinds/index.ts'
import { Refusal } from '../refusal.ts'
import { deskOf } from './access.ts'
import { deskCase } from './commands.ts'
import { change, happens } from './store.ts'

// What may be told to everybody: the desk writes, whoever asked agrees, and an editor publishes. None of them alone.

/** To be agreed to. Other words than before ask for consent anew; what an editor already has is no longer changed. */
export async function proposeTrace(deps: Deps, viewer: Viewer, id: string, text: string): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  if (found.trace === text) return
  const at = deps.now()
  // Two versions never have the same date: it is by the date that consent knows its words.
  const traceAt = Math.max(at, (found.traceAt ?? 0) + 1)
  await deps.db.write([
    ...change(
      deps.db,
      found.n,
      { trace: text, traceState: 'proposed', traceAt, movedAt: at },
      and(
        isNull(cases.traceEntryId),
        found.traceAt === null ? isNull(cases.traceAt) : eq(cases.traceAt, found.traceAt),
      ),
    ),
    happens(deps.db, found.n, { act: 'trace-proposed', by: viewer.id, at, text, mails: true }),
  ])
}

/** The draft of a piece of news, waiting for an editor. It knows nothing of the case; pressed twice, it is made once. */
export async function draftTrace(deps: Deps, viewer: Viewer, id: string): Promise<Entry> {
  const found = await deskCase(deps, viewer, id)
  if (found.trace === null || found.traceAt === null || found.traceState !== 'agreed')
    throw new Refusal('conflict', 'Nobody has agreed to this text.')
  const entryId = found.traceEntryId ?? deps.newId()
  if (found.traceEntryId === null) {
    const at = deps.now()
    await deps.db.write([
      ...change(
        deps.db,
        found.n,
        { traceEntryId: entryId, movedAt: at },
        and(isNull(cases.traceEntryId), eq(cases.traceAt, found.traceAt), eq(cases.traceState, 'agreed')),
      ),
      happens(deps.db, found.n, { act: 'trace-drafted', by: viewer.id, at }),
    ])
  }
  const { locale } = deps.hub.settings
  return draftNews(deps, viewer, { id: entryId, title: texts[locale].trace, text: found.trace, locale })
}

/** That there is a desk: ordinary news, which other hubs may read. */
export const draftCall = (
  deps: Deps,
  viewer: Viewer,
  call: { id: string; title: string; text: string },
): Promise<Entry> => draftNews(deps, deskOf(viewer), { ...call, locale: deps.hub.settings.locale })

/** As a contributor does it: written, submitted, and no more. */
async function draftNews(
  deps: Deps,
  viewer: Viewer,
  { id, title, text, locale }: { id: string; title: string; text: string; locale: Locale },
): Promise<Entry> {
  const kind = kindNamed('news')
  if (kind === undefined) throw new Refusal('absent', 'There is no news here.')
  const before = await ownEntryById(deps, id)
  if (before !== undefined && (before.envelope.authorId !== viewer.id || before.kind !== kind))
    throw new Refusal('conflict', 'Somebody else has written this.')
  if (before !== undefined && before.envelope.state !== 'draft') return before
  const writer: Viewer = hasRole(viewer, 'contributor') ? viewer : { ...viewer, role: 'contributor' }
  const sent = { shared: { title, body: text, language: locale }, fields: {} }
  const { input } = await parseEntry(deps, kind, sent, { now: deps.now() })
  if (input === null) throw new Refusal('invalid', 'This cannot be news.')
  const draft =
    before ?? (await saveDraft(deps, writer, kind, { id, revision: null, input, picture: undefined }))
  return submit(deps, writer, whole(draft))
}

const texts = catalogue('server/facilitation/trace', {
  fr: { trace: 'Ce que la facilitation a permis' },
  en: { trace: 'What facilitation made possible' },
})
