import type { Hono } from 'hono'
import type { Env } from '../../server/web/env.ts'
import type { Answer, Browser } from '../accounts/browser.ts'

// Every page that a hub has: its routes say which there are, its own pages and letters how one comes there.

export interface Page extends Answer {
  path: string
  route: string
  /** Where a link leads there. */
  from: string
}

interface Route {
  path: string
  matches: (pathname: string) => boolean
}

/** What a GET is answered by, in the order in which the hub asks. */
export function routesOf(app: Hono<Env>): Route[] {
  const paths = app.routes.filter(({ method }) => method === 'GET').map(({ path }) => path)
  return [...new Set(paths)].map((path) => {
    const pattern = new RegExp(
      `^${path
        .split('/')
        .map((part) => part.replace(/^:\w+(?:\{(.+)\})?$/, (_, own: string | undefined) => own ?? '[^/]+'))
        .join('/')}$`,
    )
    return { path, matches: (pathname) => pattern.test(pathname) }
  })
}

/** How often one route is gone to: its pages differ by the entry, and less by what was asked of a list. */
const most = { pages: 5, questions: 1 }
/** Feeds and files are read by programs. */
const file = /\.(?:atom|csv|ics|json|png|xml|webmanifest)\}?(?:\?|$)/

export const isFile = (path: string): boolean => file.test(path)

/** Goes to all that links lead to, and nowhere by a form. Kinds have the same routes: each is gone to. */
export async function crawl(
  routes: readonly Route[],
  browser: Browser,
  starts: readonly string[],
  headers: Record<string, string> = {},
): Promise<Page[]> {
  const pages: Page[] = []
  const known = new Map<string, string>(starts.map((path) => [path, '']))
  const left = [...starts]
  const times = new Map<string, number>()
  for (let path = left.shift(); path !== undefined; path = left.shift()) {
    const { pathname, search } = new URL(path, 'https://hub.example')
    const route = routes.find(({ matches }) => matches(pathname))?.path ?? pathname
    const counted = search === '' ? route : `${route}?`
    const count = times.get(counted) ?? 0
    if (count >= (search === '' ? most.pages : most.questions)) continue
    times.set(counted, count + 1)
    const answer = await browser.get(path, headers)
    pages.push({ ...answer, path, route, from: known.get(path) ?? '' })
    const found = isHtml(answer) ? linksIn(answer.text) : answer.location === null ? [] : [answer.location]
    for (const link of found) {
      const own = ownPath(link, path)
      if (own === null || known.has(own) || isFile(own)) continue
      known.set(own, path)
      left.push(own)
    }
  }
  return pages
}

export const isHtml = ({ status, headers }: Answer): boolean =>
  status === 200 && (headers.get('content-type') ?? '').startsWith('text/html')

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

function ownPath(link: string, from: string): string | null {
  const url = new URL(link, new URL(from, 'https://hub.example'))
  return url.origin === 'https://hub.example' ? url.pathname + url.search : null
}
