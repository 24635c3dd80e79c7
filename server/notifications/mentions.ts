import { plainText } from '../text/html.ts'

/** More in one answer is a crowd, not a word to somebody. */
const most = 10

/**
 * Handles of ours that an answer names: by a link to the actor, as other servers write it, or as `@name` and
 * `@name@hub.example` in the words of a member.
 */
export function namedIn(html: string, origin: string): string[] {
  const linked = [...html.matchAll(/href="([^"]+)"/g)].flatMap(([, href = '']) => {
    const url = URL.parse(href.replaceAll('&amp;', '&'))
    const [, handle] = /^\/ap\/actors\/([^/]+)$/.exec(url?.pathname ?? '') ?? []
    return url?.origin === origin && handle !== undefined ? [handle] : []
  })
  const own = new URL(origin).host
  // Of a link the words say the name alone: whose it is, says its address.
  const typed = [...plainText(withoutLinks(html)).matchAll(spoken)].flatMap(([, handle = '', host]) =>
    host === undefined || host.toLowerCase() === own ? [handle] : [],
  )
  return [...new Set([...linked, ...typed].map((handle) => handle.toLowerCase()))].slice(0, most)
}

const spoken = /(?<![\w@/.])@([a-z0-9_][a-z0-9_.-]*[a-z0-9_]|[a-z0-9_])(?:@([a-z0-9.:-]*[a-z0-9]))?/gi

const withoutLinks = (html: string): string => html.replaceAll(/<a\b[^]*?<\/a>/g, ' ')
