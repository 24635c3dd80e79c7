import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from '../../deps.ts'
import { readNear } from '../../entries/near.ts'
import type { Ctx, Env } from '../env.ts'
import { carriesSecret } from '../secret-paths.ts'

/**
 * The strict policy of every answer: nothing from elsewhere, no inline script or style, no eval (htmx works
 * without). HSTS only over https: on http it would lock a local hub out of its own browser.
 */
export const headers = ({ hub, config }: Deps) => {
  // Chromium holds the redirect after a form to this too: who acts from their own server is sent there by one.
  const away = ['https:', ...config.federationAllowHosts.map((host) => `http://${host}`)]
  const secure = (https: boolean, { secret = false, leaves = false, frames = false, framed = false } = {}) =>
    secureHeaders({
      // Lists that stand on other sites: nothing in them can be pressed but links (docs/adr/0034).
      ...(framed ? { xFrameOptions: false } : {}),
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: framed ? ["'none'"] : ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: [framed ? "'none'" : "'self'"],
        ...(frames ? { frameSrc: ["'self'"] } : {}),
        formAction: framed ? ["'none'"] : ["'self'", ...(leaves ? away : [])],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: framed ? ['*'] : ["'none'"],
      },
      // Where the address is a key, only the origin is told. Not `no-referrer`: forms would then say
      // `Origin: null` (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
      referrerPolicy: secret ? 'strict-origin' : 'same-origin',
      // This host alone. ASVS 3.4.1 asks for its subdomains too, but a hub cannot know its siblings: on an
      // association's bare name it would shut their plain-http sites for two years, with no way back.
      strictTransportSecurity: https ? 'max-age=63072000' : false,
      // Other sites show our pictures and logos in link cards.
      crossOriginResourcePolicy: 'cross-origin',
      // A picture's own policy is stricter than that of pages, and stays.
      overwrite: false,
      // A page of ours may ask the device where it is (‘around me’); a frame of anybody else's may not.
      permissionsPolicy: { camera: [], microphone: [], geolocation: ['self'], payment: [] },
    })
  const policies = (https: boolean) => ({
    open: secure(https),
    keyed: secure(https, { secret: true }),
    leaving: secure(https, { leaves: true }),
    framing: secure(https, { frames: true }),
    framed: secure(https, { framed: true }),
  })
  const [overHttps, overHttp] = [policies(true), policies(false)]
  return createMiddleware<Env>(async (c, next) => {
    // The answer first: which policy it needs, is known when it is there.
    await next()
    const policy = hub.origin.startsWith('https:') ? overHttps : overHttp
    await policy[policyFor(c)](c, () => Promise.resolve())
    if (c.var.tiles !== undefined) allowTiles(c.res.headers, c.var.tiles)
    if (looksAround(c) || isSomebodys(c.res.headers)) c.res.headers.set('Cache-Control', 'private, no-store')
  })
}

/** By its address alone, a frame would hold whatever answers there: an error as well, with somebody's menu around it. */
function policyFor(c: Ctx): 'open' | 'keyed' | 'leaving' | 'framing' | 'framed' {
  const { path } = c.req
  if (c.var.framed === true) return 'framed'
  if (path === '/interagir') return 'leaving'
  if (/^\/[a-z]+\/integrer$/.test(path)) return 'framing'
  return carriesSecret(path) ? 'keyed' : 'open'
}

/**
 * Where somebody looks around them is nobody else's business: no cache keeps it, here or on the way, whatever form of a
 * list answers (docs/adr/0030). oEmbed is asked by another address, of which this is a part.
 */
function looksAround(c: Ctx): boolean {
  const about = c.req.path === '/oembed' ? URL.parse(c.req.query('url') ?? '')?.searchParams : undefined
  return [(name: string) => c.req.query(name), (name: string) => about?.get(name) ?? undefined].some(
    (query) => readNear(query) !== null,
  )
}

/** A cookie is for one browser: also with a feed or a suggestion, when the session of whoever asks is prolonged (RFC 9111 §7.3). */
const isSomebodys = (headers: Headers): boolean => headers.has('set-cookie')

/** A page with a map that takes its pictures from the administrator's tiles: from there too, and no other. */
function allowTiles(headers: Headers, origin: string): void {
  const policy = headers.get('Content-Security-Policy') ?? ''
  headers.set('Content-Security-Policy', policy.replace("img-src 'self' data:", `$& ${origin}`))
}
