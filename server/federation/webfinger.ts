import { z } from 'zod'
import { hostOf } from './addresses.ts'
import { FetchFault } from './fetch-fault.ts'
import type { Answer, Outgoing } from './fetch.ts'
import { documentLimits, parseLimited } from './json.ts'
import type { FederationDeps } from './room.ts'

const jrd = z.object({
  links: z
    .array(
      z.object({
        rel: z.string(),
        type: z.string().optional(),
        href: z.string().optional(),
        template: z.string().optional().catch(undefined),
      }),
    )
    .max(64),
})

/** What a host says of a name. */
export interface Fingered {
  links: readonly { rel: string; template?: string | undefined }[]
  /** The actor behind it; its host is not checked. */
  self: string | undefined
  /** Where the answer came from, after redirects. */
  answeredBy: string
}

type Asking = Pick<Outgoing, 'deadlineMs' | 'confidential'>

/** `@handle@host`, `handle@host` or `acct:…`, or null. */
export function readHandle(text: string): { user: string; host: string } | null {
  const found = /^(?:acct:)?@?([A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?)@([^\s@/]+)$/.exec(text.trim())
  return found?.[1] === undefined || found[2] === undefined
    ? null
    : { user: found[1].toLowerCase(), host: found[2].toLowerCase() }
}

/** The actor behind a handle, as its host says it (https://www.rfc-editor.org/rfc/rfc7033). Throws FetchFault. */
export const actorOfHandle = async (
  deps: FederationDeps,
  { user, host }: { user: string; host: string },
  asking: Asking = {},
): Promise<string> => ownActor(await finger(deps, host, () => `acct:${user}@${host}`, asking))

/** The actor that a page stands for: a site's front page for the hub, a list for its section. Throws FetchFault. */
export const actorOfPage = async (deps: FederationDeps, page: URL, asking: Asking = {}): Promise<string> =>
  ownActor(await finger(deps, page.host, (origin) => origin + page.pathname, asking))

/** What a host says of a name. */
export const finger = (
  deps: Pick<FederationDeps, 'config' | 'fetcher'>,
  host: string,
  resource: (origin: string) => string,
  asking: Asking = {},
): Promise<Fingered> =>
  byHttps(deps, host, async (origin) => {
    const address = `${origin}/.well-known/webfinger?resource=${encodeURIComponent(resource(origin))}`
    const accept = 'application/jrd+json, application/json'
    return read(await deps.fetcher.request(address, { ...asking, accept, maxBytes: 100_000 }))
  })

/** By https; a neighbour that is exempt from that guard (a test, a demo) may have no TLS, and is asked once more. */
export async function byHttps<Found>(
  deps: Pick<FederationDeps, 'config'>,
  host: string,
  ask: (origin: string) => Promise<Found>,
): Promise<Found> {
  try {
    return await ask(`https://${host}`)
  } catch (error) {
    const exempt = deps.config.federationAllowHosts.includes(host)
    if (!exempt || !(error instanceof FetchFault) || error.kind !== 'network') throw error
    return ask(`http://${host}`)
  }
}

function read(answer: Answer): Fingered {
  if (answer.status !== 200)
    throw new FetchFault('status', `The answer was ${answer.status}.`, { status: answer.status })
  const parsed = parseLimited(answer.body, documentLimits)
  const links = (parsed.ok ? jrd.safeParse(parsed.value).data?.links : undefined) ?? []
  const self = links.find(({ rel, type }) => rel === 'self' && isActivity(type))?.href
  return { links, self, answeredBy: answer.url }
}

/** The host may speak for itself only: an actor elsewhere would have to claim the handle back (rule 20). */
function ownActor({ self, answeredBy }: Fingered): string {
  if (self === undefined || hostOf(self) !== hostOf(answeredBy))
    throw new FetchFault('id', 'The handle leads to no actor of its host.')
  return self
}

const isActivity = (type: string | undefined): boolean =>
  type !== undefined &&
  (type.startsWith('application/activity+json') || type.startsWith('application/ld+json'))
