import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { mayDraft } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { hostedOrganisations } from '../../entries/queries.ts'
import { usableIn } from '../../entries/text-pictures.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Kind } from '../../kinds/kind.ts'
import { foldTag } from '../../text/fold.ts'
import { renderMarkdown } from '../../text/markdown.ts'
import type { SentEntry } from './editor-form.ts'

/** An entry of what is typed so far, to be looked at and never to be kept: whatever is wrong in it is left out. */
export async function sketchOf(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  sent: SentEntry,
  before: Entry | undefined,
): Promise<Entry> {
  const { typed, known, picture } = sent
  const body = typed.body.slice(0, 40_000)
  const language = typed.language.slice(0, 8) || 'fr'
  const usable = await usableIn(deps.db, body, { by: viewer.id, entryId: before?.envelope.id })
  const labels = typed.tags.split(',').flatMap(
    (label) =>
      label
        .replace(/^\s*#?/, '')
        .trim()
        .slice(0, 50) || [],
  )
  return {
    kind,
    ...known,
    envelope: {
      ...(before?.envelope ?? blank(deps, viewer, kind, sent.id)),
      ...(known.fields === null ? {} : kind.derive(known.fields)),
      title: typed.title.trim().slice(0, 150),
      summary: typed.summary.trim().slice(0, 500),
      body,
      html: renderMarkdown(body, language, usable),
      language,
      licence: deps.licences.has(typed.licence) ? typed.licence : null,
      placeLabel: typed.place.trim().slice(0, 100) || null,
      placeCode: sent.placeCode,
      tags: labels.slice(0, 10).map((label) => ({ tag: foldTag(label), label })),
      ...(await spoken(deps, viewer, kind, typed.organisation, before)),
      picture: picture && { ...picture, alt: typed.imageAlt.slice(0, 1000) },
    },
  }
}

async function spoken(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  organisationId: string,
  before: Entry | undefined,
): Promise<Pick<Envelope, 'organisationId' | 'speaker'>> {
  if (before?.envelope.organisationId === organisationId)
    return { organisationId, speaker: before.envelope.speaker }
  const named =
    kind.section === null || !mayDraft(viewer, organisationId)
      ? undefined
      : (await hostedOrganisations(deps.db)).find(({ id }) => id === organisationId)
  return named === undefined
    ? { organisationId: null, speaker: null }
    : { organisationId: named.id, speaker: { name: named.title, url: null, actor: null } }
}

function blank(deps: Deps, viewer: Viewer, kind: Kind, id: string): Envelope {
  const path = `${kind.path}/${id}`
  const url = deps.hub.origin + path
  const now = deps.now()
  return {
    ...{ n: 0, id, kind: kind.name, slug: id, path, url, apId: url, revision: 1, state: 'draft' },
    ...{ title: '', summary: '', body: '', html: '', language: 'fr', tags: [] },
    ...{ licence: null, placeCode: null, placeLabel: null, startsAt: null, closesAt: null, direction: null },
    ...{ organisationId: null, speaker: null, picture: null, authorId: viewer.id, origin: null },
    ...{ writer: kind.conversation === true ? viewer.name : null, createdAt: now, updatedAt: now },
    ...{ publishedAt: null, closedAt: null },
  }
}
