import type { CardImage } from '../../../views/shell/shell.ts'
import { directionOf } from '../../../views/in-its-language.ts'
import { localeOf, type Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { listEntries } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import { seekEntry } from '../../entries/queries.ts'
import { kinds } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { escapeHtml } from '../../text/html.ts'
import { askedFilter, listHref } from '../entries/filter.ts'
import { spokenIn } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { inAddress } from '../in-every-language.ts'
import { entryImage, factsOf, listImage } from './banner-of.ts'
import { itemOf } from './embed.tsx'

// https://oembed.com — for sites that make something of a pasted link. Nothing is ever fetched: an address is one of
// our own pages, or is not known. What is given is HTML without a script or a frame (docs/adr/0034).

/** What a page says of it in its head. */
export const oembedOf = ({ hub }: Pick<Deps, 'hub'>, path: string, title: string) => ({
  type: 'application/json+oembed',
  href: `${hub.origin}/oembed?url=${encodeURIComponent(hub.origin + path)}&format=json`,
  title,
})

export const showOembed = (deps: Deps) => async (c: Ctx) => {
  const format = c.req.query('format') ?? 'json'
  if (format !== 'json') return c.text('Only format=json is implemented.', 501)
  const url = URL.parse(c.req.query('url') ?? '')
  if (url === null || !isOurs(deps, url)) throw new Refusal('absent', 'This is no page of ours.')
  const said = await saidOf(deps, url)
  if (said === null) throw new Refusal('absent', 'This is no page of ours.')
  const { image, ...rest } = said
  const width = within(c.req.query('maxwidth'), 600)
  const thumbnail = fits(image, c) ? image : undefined
  return c.json(
    {
      version: '1.0',
      type: 'rich',
      ...rest,
      provider_name: deps.hub.settings.name,
      provider_url: `${deps.hub.origin}/`,
      cache_age: 3600,
      width,
      height: null,
      ...(thumbnail && {
        thumbnail_url: thumbnail.url,
        thumbnail_width: thumbnail.width,
        thumbnail_height: thumbnail.height,
      }),
    },
    200,
    { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' },
  )
}

/** Nobody’s name and password belong in an address that is passed on. */
const isOurs = ({ hub }: Pick<Deps, 'hub'>, { origin, username, password }: URL): boolean =>
  origin === hub.origin && username === '' && password === ''

interface Said {
  title: string
  author_name?: string
  author_url?: string
  html: string
  image: CardImage
}

async function saidOf(deps: Deps, url: URL): Promise<Said | null> {
  const locale = localeOf(url.searchParams.get(inAddress) ?? '') ?? deps.hub.settings.locale
  const kind = kinds.find(({ path }) => url.pathname === path || url.pathname.startsWith(`${path}/`))
  if (kind === undefined) return null
  const ref = url.pathname.slice(kind.path.length + 1)
  if (ref === '') return list(deps, kind, url, locale)
  const found = await seekEntry(deps, null, kind, decoded(ref))
  if (found === 'gone') throw new Refusal('gone', 'This page was withdrawn.')
  // What another hub said has its card there.
  if (found === 'absent' || found.entry.envelope.origin !== null || !isPublic(found.entry.envelope.state))
    return null
  return one(deps, found.entry, locale)
}

function one(deps: Deps, entry: Entry, locale: Locale): Said {
  const { title, speaker } = entry.envelope
  const facts = factsOf(entry, locale)
  return {
    title,
    ...(speaker && {
      author_name: speaker.name,
      ...(speaker.url !== null && { author_url: new URL(speaker.url, deps.hub.origin).href }),
    }),
    html: quote(entry.envelope, locale, [speaker?.name ?? '', ...facts, deps.hub.settings.name]),
    image: entryImage(deps, entry, locale),
  }
}

const shown = 5

async function list(deps: Deps, kind: Kind, url: URL, locale: Locale): Promise<Said> {
  const asked = await askedFilter(deps, kind, (name) =>
    name === 'page' ? undefined : (url.searchParams.get(name) ?? undefined),
  )
  const { entries } = await listEntries(deps, asked.filter, shown)
  const items = entries.map((entry) => itemOf(deps.hub.origin, entry, locale))
  const links = items.map(
    ({ href, title, language, facts }) =>
      `<li><a href="${escapeHtml(href)}"${langOf(language)}>${escapeHtml(title)}</a>${facts.length > 0 ? `<br>${escapeHtml(facts.join(' · '))}` : ''}</li>`,
  )
  const title = kind.texts[locale].many
  // Only what means something of the address that was asked about.
  const href = deps.hub.origin + listHref(kind.path, asked)
  const heading = `<p><a href="${escapeHtml(href)}">${escapeHtml(title)}</a> · ${escapeHtml(deps.hub.settings.name)}</p>`
  return {
    title,
    html: `<section${langOf(locale)}>${heading}${links.length > 0 ? `<ul>${links.join('')}</ul>` : ''}</section>`,
    image: listImage(deps, kind, locale),
  }
}

/** On a page of anybody's, in any language: each part says its own. */
function quote(envelope: Entry['envelope'], locale: Locale, facts: readonly string[]): string {
  const { url, title, summary } = envelope
  const [href, own] = [escapeHtml(url), langOf(spokenIn(envelope, locale))]
  return [
    `<blockquote cite="${href}"${langOf(locale)}><p><a href="${href}"${own}>${escapeHtml(title)}</a></p>`,
    summary === '' ? '' : `<p${own}>${escapeHtml(summary)}</p>`,
    `<p>${escapeHtml(facts.filter((fact) => fact !== '').join(' · '))}</p></blockquote>`,
  ].join('')
}

const langOf = (language: string | undefined): string =>
  language === undefined
    ? ''
    : ` lang="${escapeHtml(language)}"${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}`

function within(asked: string | undefined, usual: number): number {
  const most = Math.trunc(Number(asked))
  return most >= 1 ? Math.min(most, usual) : usual
}

/** A thumbnail larger than what was asked for is none (§2.3.4). */
const fits = ({ width, height }: CardImage, c: Ctx): boolean =>
  within(c.req.query('maxwidth'), width) === width && within(c.req.query('maxheight'), height) === height

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref)
  } catch {
    return ref
  }
}
