import type { Deps } from '../../deps.ts'
import { isOver } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'

/**
 * The same facts for search engines. Ours alone and only while open: an offer that is filled must not be
 * found as one. It is a block of data, which the policy on scripts lets pass.
 * https://html.spec.whatwg.org/multipage/scripting.html#data-block
 */
export function Markup({ deps, entry }: { deps: Deps; entry: Entry }) {
  const { envelope, kind, fields } = entry
  const { origin, settings } = deps.hub
  if (envelope.origin !== null || envelope.state !== 'published' || isOver(envelope, deps.now())) return null
  const schema =
    fields === null ? null : (kind.toSchema?.(envelope, fields, { origin, name: settings.name }) ?? null)
  if (schema === null) return null
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: safeJson(schema) }} />
}

/** No text in it can close the element or begin a comment; Mastodon reads `&quot;` in it as a quotation mark. */
export const safeJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('&', '\\u0026')
