const base = 'http://hub.invalid'

/**
 * Where to go on to, as an address or a form says it: a path of this site, or the fallback. Browsers read
 * `//host`, `/\host` and paths with tabs in them as other sites, so what counts is what is left after parsing
 * (https://cwe.mitre.org/data/definitions/601.html).
 */
export function backPath(text: string | undefined, fallback: string): string {
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, base)) return fallback
  const { origin, pathname, search } = new URL(text, base)
  const leavesSite = origin !== base || pathname.startsWith('//')
  return leavesSite || /^\/(connexion|deconnexion|setup)\b/.test(pathname) ? fallback : pathname + search
}
