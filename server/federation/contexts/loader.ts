import activitystreams from './activitystreams.json' with { type: 'json' }
import cidV1 from './cid-v1.json' with { type: 'json' }
import dataIntegrityV1 from './data-integrity-v1.json' with { type: 'json' }
import dataIntegrityV2 from './data-integrity-v2.json' with { type: 'json' }
import didV1 from './did-v1.json' with { type: 'json' }
import fediverse from './fediverse.json' with { type: 'json' }
import multikeyV1 from './multikey-v1.json' with { type: 'json' }
import securityV1 from './security-v1.json' with { type: 'json' }

export const activityStreamsContext = 'https://www.w3.org/ns/activitystreams'
export const securityContext = 'https://w3id.org/security/v1'
/** The name under which JSON-LD processing here asks for the extension terms we read. */
export const fediverseContext = 'http://joinmastodon.org/ns'

const bundled: ReadonlyMap<string, object> = new Map<string, object>([
  [activityStreamsContext, activitystreams],
  [securityContext, securityV1],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrityV1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrityV2],
  ['https://w3id.org/security/multikey/v1', multikeyV1],
  ['https://www.w3.org/ns/did/v1', didV1],
  ['https://www.w3.org/ns/cid/v1', cidV1],
  [fediverseContext, fediverse],
  ['https://gotosocial.org/ns', fediverse],
  ['https://join-lemmy.org/context.json', fediverse],
  ['https://purl.archive.org/socialweb/webfinger', fediverse],
  ['https://purl.archive.org/miscellany', fediverse],
  ['http://schema.org', fediverse],
  ['http://schema.org/', fediverse],
  ['https://schema.org', fediverse],
  ['https://schema.org/', fediverse],
])

const empty = { '@context': {} }

/** What a JSON-LD processor asks for. */
export interface RemoteDocument {
  contextUrl: null
  documentUrl: string
  document: object
}

/**
 * Answers from the files beside this one and never from the network. A context we do not have adds no meaning, so
 * that a document which names the context of an attacker costs nothing (apex fetched it before any signature).
 */
export function loadContext(url: string): Promise<RemoteDocument> {
  return Promise.resolve({ contextUrl: null, documentUrl: url, document: bundled.get(url) ?? empty })
}
