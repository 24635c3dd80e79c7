import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Deps } from '../../deps.ts'
import type { Env } from '../env.ts'
import { carriesSecret } from '../secret-paths.ts'

/**
 * The strict policy of every answer: nothing from elsewhere, no inline script or style, no eval (htmx works
 * without). HSTS only over https: on http it would lock a local hub out of its own browser.
 */
export const headers = ({ hub, config }: Deps) => {
  // Chromium holds the redirect after a form to this too: who acts from their own server is sent there by one.
  const away = ['https:', ...config.federationAllowHosts.map((host) => `http://${host}`)]
  const secure = (https: boolean, { secret = false, leaves = false } = {}) =>
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'", ...(leaves ? away : [])],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
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
  })
  const [overHttps, overHttp] = [policies(true), policies(false)]
  return createMiddleware<Env>(async (c, next) => {
    const policy = hub.origin.startsWith('https:') ? overHttps : overHttp
    const { path } = c.req
    if (path === '/interagir') return policy.leaving(c, next)
    await (carriesSecret(path) ? policy.keyed : policy.open)(c, next)
    if (c.var.tiles !== undefined) allowTiles(c.res.headers, c.var.tiles)
  })
}

/** A page with a map that takes its pictures from the administrator's tiles: from there too, and no other. */
function allowTiles(headers: Headers, origin: string): void {
  const policy = headers.get('Content-Security-Policy') ?? ''
  headers.set('Content-Security-Policy', policy.replace("img-src 'self' data:", `$& ${origin}`))
}
