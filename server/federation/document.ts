import { sameOrigin } from './address.ts'
import { FetchFault } from './fetch-fault.ts'
import type { Answer, Fetcher, Outgoing } from './fetch.ts'
import { documentLimits, parseLimited } from './json.ts'

export interface FetchedDocument {
  /** As the document gives it; its origin is the one that answered. */
  id: string
  document: Record<string, unknown>
}

const as2Profile = 'https://www.w3.org/ns/activitystreams'
export const acceptActivity = `application/activity+json, application/ld+json; profile="${as2Profile}"`

/**
 * Fetches an ActivityPub document and makes sure that it stands where its id says: otherwise one host could speak for
 * another (FEP-fe34). A document with another id than asked for costs one more fetch, of that id, and no third.
 */
export async function fetchDocument(
  fetcher: Pick<Fetcher, 'request'>,
  url: string,
  options: Pick<Outgoing, 'sign' | 'deadlineMs' | 'withinOrigin'> = {},
): Promise<FetchedDocument> {
  const first = await ask(fetcher, url, options)
  if (first.standsAtItsId) return first
  // Who asks for something of one host is not led on to another, which never asked to be called (rule 28).
  if (options.withinOrigin === true && !sameOrigin(first.id, url))
    throw new FetchFault('id', 'The document says that it belongs to another host.')
  const second = await ask(fetcher, first.id, options)
  if (second.standsAtItsId) return second
  throw new FetchFault('id', 'The document does not stand at its own id.')
}

/** Only what says that it is ActivityPub is read as such: an upload served as JSON is not (rule of GHSA-jhrq-qvrm-qr36). */
export function isActivityType(contentType: string | undefined): boolean {
  const [essence = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim())
  if (essence.toLowerCase() === 'application/activity+json') return true
  if (essence.toLowerCase() !== 'application/ld+json') return false
  return parameters.some((parameter) => {
    const [name = '', ...value] = parameter.split('=')
    return (
      name.trim().toLowerCase() === 'profile' && unquoted(value.join('=')).split(' ').includes(as2Profile)
    )
  })
}

async function ask(
  fetcher: Pick<Fetcher, 'request'>,
  url: string,
  options: Pick<Outgoing, 'sign' | 'deadlineMs' | 'withinOrigin'>,
): Promise<FetchedDocument & { standsAtItsId: boolean }> {
  const answer = await fetcher.request(url, { ...options, accept: acceptActivity })
  if (answer.status !== 200)
    throw new FetchFault('status', `The answer was ${answer.status}.`, { status: answer.status })
  if (!isActivityType(answer.headers.get('content-type')))
    throw new FetchFault('content-type', 'The answer is not an ActivityPub document.')
  const document = parsedObject(answer)
  const id = document['id']
  if (typeof id !== 'string') throw new FetchFault('id', 'The document has no id.')
  // A redirect within its own origin (a slash, a new path) leaves the id asked for a good one.
  const standsAtItsId = sameOrigin(id, answer.url) && (sameUrl(id, answer.url) || sameUrl(id, url))
  return { id, document, standsAtItsId }
}

function parsedObject(answer: Answer): Record<string, unknown> {
  const parsed = parseLimited(answer.body, documentLimits)
  if (!parsed.ok) throw new FetchFault('json', `The document cannot be read: ${parsed.reason}.`)
  if (!isRecord(parsed.value)) throw new FetchFault('json', 'The document is not an object.')
  return parsed.value
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

// A fragment names a part of a document, not another document: `#main-key`.
function sameUrl(a: string, b: string): boolean {
  const [left, right] = [URL.parse(a), URL.parse(b)]
  if (left === null || right === null) return false
  left.hash = ''
  right.hash = ''
  return left.href === right.href
}

function unquoted(value: string): string {
  const trimmed = value.trim()
  return trimmed.startsWith('"') && trimmed.endsWith('"') ? trimmed.slice(1, -1) : trimmed
}
