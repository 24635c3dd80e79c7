import { activityStreamsContext, securityContext } from '../contexts/loader.ts'

/**
 * Written into every document, so that nobody has to fetch it. `maillonItem` is left out on purpose: as `@json` it
 * would make JSON-LD 1.0 readers refuse the whole document, and undeclared they pass over it.
 */
const objectTerms = {
  Hashtag: 'as:Hashtag',
  sensitive: 'as:sensitive',
  gts: 'https://gotosocial.org/ns#',
  interactionPolicy: { '@id': 'gts:interactionPolicy', '@type': '@id' },
  canLike: { '@id': 'gts:canLike', '@type': '@id' },
  canReply: { '@id': 'gts:canReply', '@type': '@id' },
  canAnnounce: { '@id': 'gts:canAnnounce', '@type': '@id' },
  canQuote: { '@id': 'gts:canQuote', '@type': '@id' },
  automaticApproval: { '@id': 'gts:automaticApproval', '@type': '@id' },
  toot: 'http://joinmastodon.org/ns#',
  blurhash: 'toot:blurhash',
}

/** As Mobilizon writes them, with its spelling of schema.org. */
const eventTerms = {
  schema: 'http://schema.org#',
  PostalAddress: 'schema:PostalAddress',
  address: { '@id': 'schema:address', '@type': '@id' },
  streetAddress: 'schema:streetAddress',
  postalCode: 'schema:postalCode',
  addressLocality: 'schema:addressLocality',
  addressRegion: 'schema:addressRegion',
  addressCountry: 'schema:addressCountry',
  inLanguage: 'schema:inLanguage',
  category: 'schema:category',
  superEvent: { '@id': 'schema:superEvent', '@type': '@id' },
  mz: 'https://joinmobilizon.org/ns#',
  timezone: 'mz:timezone',
  joinMode: 'mz:joinMode',
  externalParticipationUrl: 'mz:externalParticipationUrl',
}

const actorTerms = {
  toot: 'http://joinmastodon.org/ns#',
  schema: 'http://schema.org#',
  PropertyValue: 'schema:PropertyValue',
  value: 'schema:value',
  manuallyApprovesFollowers: 'as:manuallyApprovesFollowers',
  movedTo: { '@id': 'as:movedTo', '@type': '@id' },
  alsoKnownAs: { '@id': 'as:alsoKnownAs', '@type': '@id' },
  featured: { '@id': 'toot:featured', '@type': '@id' },
  featuredTags: { '@id': 'toot:featuredTags', '@type': '@id' },
  // A set: compacted without, one name alone is no list any more (Mastodon CVE-2026-50128).
  attributionDomains: { '@id': 'toot:attributionDomains', '@type': '@id', '@container': '@set' },
  discoverable: 'toot:discoverable',
  indexable: 'toot:indexable',
  webfinger: 'https://purl.archive.org/socialweb/webfinger#webfinger',
  sec: 'https://w3id.org/security#',
  Multikey: 'sec:Multikey',
  assertionMethod: { '@id': 'sec:assertionMethod', '@type': '@id', '@container': '@set' },
  controller: { '@id': 'sec:controller', '@type': '@id' },
  publicKeyMultibase: { '@id': 'sec:publicKeyMultibase', '@type': 'sec:multibase' },
}

/** FEP-c648. */
const blockTerms = {
  bl: 'https://purl.archive.org/socialweb/blocked#',
  blocked: { '@id': 'bl:blocked', '@type': '@id' },
}

const groupTerms = {
  lemmy: 'https://join-lemmy.org/ns#',
  postingRestrictedToMods: 'lemmy:postingRestrictedToMods',
}

const quoteTerms = {
  gts: 'https://gotosocial.org/ns#',
  QuoteAuthorization: 'https://w3id.org/fep/044f#QuoteAuthorization',
  QuoteRequest: 'https://w3id.org/fep/044f#QuoteRequest',
  interactingObject: { '@id': 'gts:interactingObject', '@type': '@id' },
  interactionTarget: { '@id': 'gts:interactionTarget', '@type': '@id' },
}

/** What is offered or asked for, as a marketplace reads it (FEP-0837). */
const marketTerms = {
  vf: 'https://w3id.org/valueflows/ont/vf#',
  om2: 'http://www.ontology-of-units-of-measure.org/resource/om-2/',
  Intent: 'vf:Intent',
  purpose: 'vf:purpose',
  publishes: 'vf:publishes',
  reciprocal: 'vf:reciprocal',
  unitBased: 'vf:unitBased',
  action: 'vf:action',
  // An address and no text: Fedify cannot read the whole proposal without.
  resourceConformsTo: { '@id': 'vf:resourceConformsTo', '@type': '@id' },
  resourceQuantity: 'vf:resourceQuantity',
  hasUnit: 'om2:hasUnit',
  hasNumericalValue: 'om2:hasNumericalValue',
}

/** One thing asked for among several: the lots of a tender. */
const proposalTerms = { Proposal: 'https://w3id.org/valueflows/ont/vf#Proposal' }

/** What would satisfy a proposal: an offer to take part, and its answer. */
const agreementTerms = {
  Agreement: 'https://w3id.org/valueflows/ont/vf#Agreement',
  Commitment: 'https://w3id.org/valueflows/ont/vf#Commitment',
  stipulates: 'https://w3id.org/valueflows/ont/vf#stipulates',
  satisfies: { '@id': 'https://w3id.org/valueflows/ont/vf#satisfies', '@type': '@id' },
}

/** The names a document uses, of properties and types, decide which groups of terms it brings along. */
export function contextFor(names: ReadonlySet<string>): unknown[] {
  const used = groups.filter((group) => Object.keys(group).some((term) => names.has(term)))
  return contextOf(names.has('publicKey'), used)
}

const groups: readonly object[] = [
  ...[objectTerms, eventTerms, quoteTerms, actorTerms],
  ...[blockTerms, groupTerms, marketTerms, proposalTerms, agreementTerms],
]

/** ActivityStreams first and as a string: Mastodon looks for exactly that. */
function contextOf(withKey: boolean, used: readonly object[]): unknown[] {
  const inline = used.length === 0 ? [] : [Object.assign({}, ...used)]
  return [activityStreamsContext, ...(withKey ? [securityContext] : []), ...inline]
}

/**
 * Whether `contextFor` could have given it: the groups whose terms it has all of, put together again, are the whole of
 * it. Every group has a term that no other has, so there is one way only.
 */
export function isOurContext(context: unknown): boolean {
  if (!Array.isArray(context)) return false
  const terms: unknown = context.at(-1)
  const inline = typeof terms === 'object' && terms !== null ? terms : {}
  const used = groups.filter((group) => Object.keys(group).every((term) => Object.hasOwn(inline, term)))
  return JSON.stringify(context) === JSON.stringify(contextOf(context.includes(securityContext), used))
}
