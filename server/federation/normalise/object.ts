import type { JsonObject } from '../json-object.ts'
import { itemOf } from './cleaning.ts'
import type { NormalisedMedia, NormalisedObject, NormalisedPlace, NormalisedTag } from './shape.ts'
import {
  audienceOf,
  dateOf,
  idOf,
  idsOf,
  isTrue,
  lengths,
  listOf,
  nodesOf,
  numberOf,
  textOf,
  translated,
  typeOf,
  webAddress,
} from './values.ts'

const most = { recipients: 500, tags: 64, mentions: 32, attachments: 16, authors: 16, links: 64 }

export function readObject(node: JsonObject, raw: JsonObject, type: string): NormalisedObject {
  const content = translated(node['content'], node['contentMap'], lengths.content)
  const name = translated(node['name'], node['nameMap'], lengths.name)
  return {
    form: 'object',
    id: idOf(node['id']),
    type: shortType(type),
    raw,
    ...readAudience(node),
    attributedTo: idsOf(node['attributedTo'], most.authors),
    name: name.text,
    nameMap: name.texts,
    summary: translated(node['summary'], node['summaryMap'], lengths.summary).text,
    content: content.text,
    contentMap: content.texts,
    language: content.language,
    mediaType: textOf(node['mediaType'], lengths.short),
    source: readSource(node['source']),
    url: readPage(node['url']),
    href: idOf(node['href']),
    published: dateOf(node['published']),
    updated: dateOf(node['updated']),
    deleted: dateOf(node['deleted']),
    inReplyTo: idOf(node['inReplyTo']),
    context: idOf(node['context']),
    replies: idOf(node['replies']),
    // Four names for one thing; the last is Misskey's, and private to readers of JSON-LD by its first sign.
    quote:
      idOf(node['quote']) ?? idOf(node['quoteUrl']) ?? idOf(node['quoteUri']) ?? idOf(raw['_misskey_quote']),
    quoteAuthorization: idOf(node['quoteAuthorization']),
    sensitive: isTrue(node['sensitive']),
    tags: readTags(node['tag']),
    attachments: nodesOf(node['attachment'])
      .slice(0, most.attachments)
      .flatMap((item) => readMedia(item) ?? []),
    image: firstMedia(node['image']),
    icon: firstMedia(node['icon']),
    startTime: dateOf(node['startTime']),
    endTime: dateOf(node['endTime']),
    timezone: textOf(node['timezone'], lengths.short),
    location: readPlace(node['location']),
    formerType: textOf(node['formerType'], lengths.short),
    satisfies: readSatisfied(node),
    maillonItem: itemOf(raw),
  }
}

/** Terms of a marketplace (FEP-0837) that their sender spells in full: Fedify does inside of an Offer. */
const valueflows = 'https://w3id.org/valueflows/ont/vf#'
const inMarket = (node: JsonObject | undefined, term: string): unknown =>
  node?.[term] ?? node?.[valueflows + term]
const shortType = (type: string): string =>
  type.startsWith(valueflows) ? type.slice(valueflows.length) : type

/** What an agreement would satisfy: the Intent of a proposal; of several, the first. */
const readSatisfied = (node: JsonObject): string | null =>
  idOf(inMarket(nodesOf(inMarket(node, 'stipulates'))[0], 'satisfies'))

/** `to` and `cc` share one cap: together they are what a delivery would have to look at. */
export function readAudience(node: JsonObject) {
  const to = audienceOf(node['to'], most.recipients)
  const cc = to.length < most.recipients ? audienceOf(node['cc'], most.recipients - to.length) : []
  return { to, cc, audience: audienceOf(node['audience'], most.authors) }
}

/** The first link to a page, when files are among the links: PeerTube lists them all. */
export function readPage(value: unknown): string | null {
  const links = listOf(value).slice(0, most.links)
  const page = nodesOf(links).find((link) => textOf(link['mediaType'])?.startsWith('text/html'))
  return (page && idOf(page)) ?? links.map(webAddress).find((url) => url !== null) ?? idOf(links)
}

export function firstMedia(value: unknown): NormalisedMedia | null {
  for (const item of listOf(value).slice(0, most.attachments)) {
    const media = readMedia(item)
    if (media !== null) return media
  }
  return null
}

function readMedia(item: unknown): NormalisedMedia | null {
  const [node] = nodesOf(item)
  const url = node === undefined ? webAddress(item) : (idOf(node['url']) ?? idOf(node['href']))
  if (url === null) return null
  const link = nodesOf(node?.['url'])[0]
  return {
    type: (node && typeOf(node)) ?? 'Link',
    url,
    mediaType: textOf(node?.['mediaType'] ?? link?.['mediaType'], lengths.short),
    // As Mastodon reads it: of a Document of Mobilizon the name is another thing.
    name: textOf(node?.['summary']) ?? textOf(node?.['name']),
    width: numberOf(node?.['width']),
    height: numberOf(node?.['height']),
    blurhash: textOf(node?.['blurhash'], lengths.short),
  }
}

function readTags(value: unknown): NormalisedTag[] {
  let mentions = 0
  return nodesOf(value)
    .slice(0, most.tags)
    .flatMap((node) => {
      const type = typeOf(node)
      if (type === null || (type === 'Mention' && ++mentions > most.mentions)) return []
      return [{ type, name: textOf(node['name'], lengths.short), href: idOf(node['href']) }]
    })
}

function readSource(value: unknown): NormalisedObject['source'] {
  const [node] = nodesOf(value)
  const content = textOf(node?.['content'], lengths.content)
  return content === null ? null : { content, mediaType: textOf(node?.['mediaType'], lengths.short) }
}

const addressParts = ['streetAddress', 'postalCode', 'addressLocality', 'addressRegion', 'addressCountry']

function readPlace(value: unknown): NormalisedPlace | null {
  // A room online may stand before the place, and is none.
  const there = nodesOf(value).filter((node) => typeOf(node) !== 'VirtualLocation')
  const node = there.find((one) => typeOf(one) === 'Place') ?? there[0]
  if (node === undefined) return null
  const [address] = nodesOf(node['address'])
  const parts = addressParts.flatMap((part) => textOf(address?.[part], lengths.short) ?? [])
  return {
    name: textOf(node['name'], lengths.short),
    address: address === undefined ? textOf(node['address'], lengths.name) : parts.join(', ') || null,
    latitude: numberOf(node['latitude']),
    longitude: numberOf(node['longitude']),
  }
}
