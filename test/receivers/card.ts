import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import type { Answer } from './hub.ts'
import { listOf, textOf } from './reading.ts'

// What Mastodon 4.5 makes of a link, in our own words: app/services/fetch_link_card_service.rb and
// app/lib/link_details_extractor.rb. It asks for text/html, and knows nothing of scripts and styles.

export interface Card {
  url: string
  title: string
  description: string
  image: string | null
  imageAlt: string
  provider: string
  /** Named under the card if the account vouches for the site. */
  creator: string
  language: string
  publishedAt: string
  isArticle: boolean
}

const most = 1024 * 1024

/** Null: there is no card. */
export function cardOf(asked: string, { status, contentType, body }: Answer): Card | null {
  if (status !== 200 || contentType.split(';')[0]?.trim() !== 'text/html') return null
  const html = Buffer.from(body).subarray(0, most).toString()
  const tag = (name: string): string => metaOf(html, name) ?? ''
  const data = structured(html)
  const title = textOf(data?.['headline']) || tag('og:title') || titleOf(html)
  const address = canonical(html, asked) ?? asked
  if (title === '') return null
  return {
    url: address,
    title,
    description: textOf(data?.['description']) || tag('og:description') || tag('description'),
    image: /^https?:\/\//.test(tag('og:image')) ? tag('og:image') : null,
    imageAlt: tag('og:image:alt'),
    provider: publisherOf(data) || tag('og:site_name'),
    creator: tag('fediverse:creator'),
    language: (textOf(data?.['inLanguage']) || tag('og:locale')).split(/[-_]/)[0] ?? '',
    publishedAt: textOf(data?.['datePublished']) || tag('article:published_time'),
    isArticle: data?.['@type'] === 'NewsArticle' || tag('og:type') === 'article',
  }
}

/** app/models/concerns/account/attribution_domains.rb: the site itself, or one above it. */
export function isCredited(actor: JsonObject, card: Pick<Card, 'url'>): boolean {
  const labels = new URL(card.url).hostname.split('.')
  const variants = new Set(labels.map((_, at) => labels.slice(at).join('.')))
  return listOf(actor['attributionDomains']).some((domain) => variants.has(textOf(domain)))
}

/** Of a `property` or a `name`, whichever; the first of several. */
export const metaOf = (html: string, name: string): string | undefined => metasOf(html, name)[0]

export const metasOf = (html: string, name: string): string[] =>
  [...html.matchAll(/<meta\s([^>]*?)\/?>/g)]
    .map(([, attributes = '']) => attributes)
    .filter((attributes) => [attribute(attributes, 'property'), attribute(attributes, 'name')].includes(name))
    .map((attributes) => attribute(attributes, 'content') ?? '')

const attribute = (text: string, name: string): string | undefined => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(text)?.[1]
  return found === undefined ? undefined : decoded(found)
}

const titleOf = (html: string): string => decoded(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')

/** Of another host it is not believed. */
function canonical(html: string, asked: string): string | null {
  const href = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1]
  const address = decoded(href ?? metaOf(html, 'og:url') ?? '')
  return URL.parse(address)?.host === new URL(asked).host ? address : null
}

/** The first that is of a type it knows; read as HTML before it is read as JSON. */
function structured(html: string): JsonObject | undefined {
  for (const [, text = ''] of html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
    const data = parsed(decoded(text))
    if (isJsonObject(data) && ['NewsArticle', 'WebPage'].includes(textOf(data['@type']))) return data
  }
  return undefined
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const publisherOf = (data: JsonObject | undefined): string => {
  const [publisher] = listOf(data?.['publisher'])
  return isJsonObject(publisher) ? textOf(publisher['name']) : ''
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
