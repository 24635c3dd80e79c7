import { z } from 'zod'
import { plainLine } from '../text/plain-line.ts'
import { bareName, webUrl } from '../text/host.ts'
import { FetchFault } from './fetch-fault.ts'
import type { Answer } from './fetch.ts'
import { documentLimits, parseLimited } from './json.ts'
import type { FederationDeps } from './room.ts'
import { byHttps } from './webfinger.ts'

/** What a server says of itself (https://nodeinfo.diaspora.software/protocol, FEP-f1d5, FEP-0151). */
export interface NodeInfo {
  /** In lower case: `mastodon`, `lemmy`, `maillon`. */
  software: string
  version: string | null
  name: string | null
  description: string | null
  /** Code of a department, as hubs give it. */
  territory: string | null
}

/** Newest first; all four hold what is read here. */
const schemas = ['2.1', '2.0', '1.1', '1.0'].map(
  (version) => `http://nodeinfo.diaspora.software/ns/schema/${version}`,
)

const jrd = z.object({
  links: z.array(z.object({ rel: z.string(), href: z.string() }).catch(none())).max(64),
})
const document = z.object({
  software: z.object({ name: z.string(), version: z.string().nullable().catch(null) }),
  metadata: z.record(z.string(), z.unknown()).catch({}),
})

/** Some ten seconds for both: one slow server does not hold up the errands of others for long. */
const asking = { accept: 'application/json', withinOrigin: true, deadlineMs: 5_000, maxBytes: 100_000 }

/** Two requests, to the host and where it says that its NodeInfo stands. Throws `FetchFault`. */
export const nodeInfoOf = (deps: Pick<FederationDeps, 'config' | 'fetcher'>, host: string) =>
  byHttps(deps, host, async (origin): Promise<NodeInfo> => {
    const found = jrd.safeParse(json(await deps.fetcher.request(`${origin}/.well-known/nodeinfo`, asking)))
    const href = schemas
      .map((schema) => found.data?.links.find(({ rel }) => rel === schema)?.href)
      .find((address) => address !== undefined)
    if (href === undefined) throw new FetchFault('json', 'No NodeInfo is named.')
    if (!isOf(host, href)) throw new FetchFault('id', 'The NodeInfo is said to stand on another host.')
    return read(json(await deps.fetcher.request(href, asking)))
  })

/**
 * On the host itself or under it: whoever could name any address would choose whom we call (rule 13, Fedify
 * CVE-2026-62857). The fetcher's own guard comes on top.
 */
function isOf(host: string, href: string): boolean {
  const [url, own] = [webUrl(href), URL.parse(`https://${host}`)]
  if (url === null || own === null) return false
  return bareName(url) === bareName(own) || bareName(url).endsWith(`.${bareName(own)}`)
}

/** `application/json`, with or without the profile of the schema. */
function json(answer: Answer): unknown {
  if (answer.status !== 200)
    throw new FetchFault('status', `The answer was ${answer.status}.`, { status: answer.status })
  const [type = ''] = (answer.headers.get('content-type') ?? '').split(';')
  if (!/^application\/(json|jrd\+json)$/i.test(type.trim()))
    throw new FetchFault('content-type', 'The answer is not JSON.')
  const parsed = parseLimited(answer.body, documentLimits)
  if (!parsed.ok) throw new FetchFault('json', `The document cannot be read: ${parsed.reason}.`)
  return parsed.value
}

/** Anybody writes anything here: short plain lines are kept of it, and a name that is one. */
function read(value: unknown): NodeInfo {
  const found = document.safeParse(value).data
  const software = found?.software.name.toLowerCase() ?? ''
  if (found === undefined || !/^[a-z0-9][a-z0-9._-]{0,39}$/.test(software))
    throw new FetchFault('json', 'The NodeInfo names no software.')
  const { metadata } = found
  const line = (text: unknown, max: number): string | null =>
    (typeof text === 'string' && plainLine(text, max)) || null
  const territory = line(metadata['maillonTerritory'], 3)
  return {
    software,
    version: line(found.software.version, 40),
    name: line(metadata['nodeName'], 100),
    description: line(metadata['nodeDescription'], 500),
    territory: /^\w{2,3}$/.test(territory ?? '') ? territory : null,
  }
}

function none(): { rel: string; href: string } {
  return { rel: '', href: '' }
}
