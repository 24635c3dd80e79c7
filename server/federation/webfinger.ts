import { z } from 'zod'
import { hostOf } from './addresses.ts'
import { FetchFault } from './fetch-fault.ts'
import { documentLimits, parseLimited } from './json.ts'
import type { FederationDeps } from './room.ts'

const jrd = z.object({
  subject: z.string().optional(),
  links: z
    .array(z.object({ rel: z.string(), type: z.string().optional(), href: z.string().optional() }))
    .max(64),
})

/** `@handle@host`, `handle@host` or `acct:…`, or null. */
export function readHandle(text: string): { user: string; host: string } | null {
  const found = /^(?:acct:)?@?([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@([^\s@/]+)$/.exec(text.trim())
  return found?.[1] === undefined || found[2] === undefined
    ? null
    : { user: found[1].toLowerCase(), host: found[2].toLowerCase() }
}

/** The actor behind a handle, as its host says it (https://www.rfc-editor.org/rfc/rfc7033). Throws FetchFault. */
export const actorOfHandle = (
  deps: FederationDeps,
  { user, host }: { user: string; host: string },
): Promise<string> => finger(deps, host, () => `acct:${user}@${host}`)

/** The actor that a page stands for: a site's front page for the hub, a list for its section. Throws FetchFault. */
export const actorOfPage = (deps: FederationDeps, page: URL): Promise<string> =>
  finger(deps, page.host, (origin) => origin + page.pathname)

/** By https; a neighbour that is exempt from that guard (a test, a demo) may have no TLS, and is asked once more. */
async function finger(
  deps: FederationDeps,
  host: string,
  resource: (origin: string) => string,
): Promise<string> {
  const ask = (origin: string) => selfLink(deps, origin, resource(origin))
  try {
    return await ask(`https://${host}`)
  } catch (error) {
    const exempt = deps.config.federationAllowHosts.includes(host)
    if (!exempt || !(error instanceof FetchFault) || error.kind !== 'network') throw error
    return ask(`http://${host}`)
  }
}

async function selfLink({ fetcher }: FederationDeps, origin: string, resource: string): Promise<string> {
  const address = `${origin}/.well-known/webfinger?resource=${encodeURIComponent(resource)}`
  const answer = await fetcher.request(address, {
    accept: 'application/jrd+json, application/json',
    maxBytes: 100_000,
  })
  if (answer.status !== 200)
    throw new FetchFault('status', `The answer was ${answer.status}.`, { status: answer.status })
  const parsed = parseLimited(answer.body, documentLimits)
  const document = parsed.ok ? jrd.safeParse(parsed.value) : null
  const self = document?.data?.links.find(({ rel, type }) => rel === 'self' && isActivity(type))?.href
  // The host may speak for itself only: an actor elsewhere would have to claim the handle back (rule 20).
  if (self === undefined || hostOf(self) !== hostOf(answer.url))
    throw new FetchFault('id', 'The handle leads to no actor of its host.')
  return self
}

const isActivity = (type: string | undefined): boolean =>
  type !== undefined &&
  (type.startsWith('application/activity+json') || type.startsWith('application/ld+json'))
