import {
  createFederation,
  generateCryptoKeyPair,
  MemoryKvStore,
  type Context,
  type HttpMessageSignaturesSpec,
} from '@fedify/fedify'
import * as vocab from '@fedify/fedify/vocab'
import { getRequestListener } from '@hono/node-server'
import type { Site } from '../support/site.ts'
import { until } from '../support/until.ts'

export { vocab }
export const schemes = { cavage: 'draft-cavage-http-signatures-12', rfc9421: 'rfc9421' } as const

type Json = Record<string, unknown>
type Constructor<Type> = abstract new (...given: never[]) => Type

/** A server that shares no line with ours: Fedify, with one person on it who writes down all that arrives. */
export interface Peer {
  id: string
  host: string
  context: Context<undefined>
  /** Everything that came to its inboxes, as Fedify understood it. */
  inbox: vocab.Activity[]
  /** The first of a kind, perhaps yet to come. */
  received<Type extends vocab.Activity>(
    type: Constructor<Type>,
    which?: (activity: Type) => boolean | Promise<boolean>,
  ): Promise<Type>
  /** Says in its document that it was this one before. */
  wasOnce(actor: string): void
  /** Writes something, and puts it where it can be fetched. */
  write(object: Json): Json & { id: string }
  /** Says something to one of our actors, and hands back what was said. */
  say(
    to: string,
    type: string,
    object: string | Json | readonly string[],
    more?: Json,
  ): Promise<Json & { id: string }>
  /** Says it again, to the letter. */
  send(to: string, activity: Json): Promise<void>
  stop(): Promise<void>
}

interface PeerOptions {
  firstKnock?: HttpMessageSignaturesSpec
  handle?: string
  /** What it is to others. */
  sort?: 'Person' | 'Group' | 'Organization'
  /** Reads no older signature: 401. */
  onlyRfc9421?: boolean
}

/** Made once: they cost more than all the rest. Two peers of one test are two owners of one pair, which is no help to either. */
const keys = await Promise.all([generateCryptoKeyPair('RSASSA-PKCS1-v1_5'), generateCryptoKeyPair('Ed25519')])

const sorts = {
  Person: vocab.Person,
  Group: vocab.Group,
  Organization: vocab.Organization,
}

const contexts = [
  'https://www.w3.org/ns/activitystreams',
  {
    Hashtag: 'as:Hashtag',
    QuoteRequest: 'https://w3id.org/fep/044f#QuoteRequest',
    EmojiReact: 'http://litepub.social/ns#EmojiReact',
    quote: { '@id': 'https://w3id.org/fep/044f#quote', '@type': '@id' },
    quoteAuthorization: { '@id': 'https://w3id.org/fep/044f#quoteAuthorization', '@type': '@id' },
  },
]
const everybody = 'https://www.w3.org/ns/activitystreams#Public'

export async function openPeer(
  site: Site,
  { firstKnock = schemes.cavage, handle = 'amel', sort = 'Person', onlyRfc9421 = false }: PeerOptions = {},
): Promise<Peer> {
  const inbox: vocab.Activity[] = []
  const objects = new Map<string, Json>()
  const said: Json[] = []
  const aliases: URL[] = []
  let count = 0
  const federation = createFederation<undefined>({
    kv: new MemoryKvStore(),
    allowPrivateAddress: true,
    firstKnock,
  })
  federation
    .setActorDispatcher('/users/{identifier}', async (context, identifier) => {
      if (identifier !== handle) return null
      const pairs = await context.getActorKeyPairs(identifier)
      return new sorts[sort]({
        id: context.getActorUri(identifier),
        preferredUsername: identifier,
        name: 'Amel',
        inbox: context.getInboxUri(identifier),
        aliases,
        outbox: context.getOutboxUri(identifier),
        followers: context.getFollowersUri(identifier),
        featured: new URL(`${context.getActorUri(identifier).href}/featured`),
        endpoints: new vocab.Endpoints({ sharedInbox: context.getInboxUri() }),
        publicKey: pairs[0]?.cryptographicKey ?? null,
        assertionMethods: pairs.map(({ multikey }) => multikey),
      })
    })
    .setKeyPairsDispatcher(() => keys)
  federation.setFollowersDispatcher('/users/{identifier}/followers', () => ({ items: [] }))
  federation
    .setOutboxDispatcher('/users/{identifier}/outbox', async (context) => ({
      items: await Promise.all(said.map((activity) => vocab.Activity.fromJsonLd(activity, context))),
    }))
    .setCounter(() => said.length)
  federation
    .setInboxListeners('/users/{identifier}/inbox', '/inbox')
    .on(vocab.Activity, (_, activity) => void inbox.push(activity))
  for (const [type, path] of [
    [vocab.Note, '/notes/{id}'],
    [vocab.Article, '/articles/{id}'],
    [vocab.Event, '/events/{id}'],
  ] as const)
    federation.setObjectDispatcher(type as typeof vocab.Note, path, async (context, { id }) => {
      const object = objects.get(`${site.origin}${path.replace('{id}', id)}`)
      return object === undefined ? null : ((await vocab.Object.fromJsonLd(object, context)) as vocab.Note)
    })
  const answer = getRequestListener((request) => federation.fetch(request, { contextData: undefined }))
  site.answer((request, response) => {
    const isOlder = request.method === 'POST' && request.headers['signature-input'] === undefined
    if (onlyRfc9421 && isOlder) response.writeHead(401).end()
    else void answer(request, response)
  })
  const context = federation.createContext(new URL(site.origin), undefined)
  const id = context.getActorUri(handle).href

  async function send(to: string, activity: Json): Promise<void> {
    const recipient = {
      id: new URL(to),
      inboxId: new URL(`${to}/inbox`),
      endpoints: { sharedInbox: new URL('/ap/inbox', to) },
    }
    await context.sendActivity(
      { identifier: handle },
      recipient,
      await vocab.Activity.fromJsonLd(activity, context),
    )
  }

  return {
    id,
    host: site.host,
    context,
    inbox,
    received: (type, which = () => true) =>
      until(`${type.name} at ${site.host}`, async () => {
        for (const activity of inbox) if (activity instanceof type && (await which(activity))) return activity
        return null
      }),
    wasOnce: (actor) => void aliases.push(new URL(actor)),
    write(object) {
      const path = { Article: 'articles', Event: 'events' }[String(object['type'])] ?? 'notes'
      const whole = {
        '@context': contexts,
        id: `${site.origin}/${path}/${++count}`,
        attributedTo: id,
        to: [everybody],
        ...object,
      }
      objects.set(whole.id, whole)
      return whole
    },
    async say(to, type, object, more = {}) {
      const activity = {
        '@context': contexts,
        id: `${site.origin}/activities/${++count}`,
        type,
        actor: id,
        object,
        to: [to],
        ...more,
      }
      if (type === 'Create') said.unshift(activity)
      await send(to, activity)
      return activity
    },
    send,
    stop: () => site.close(),
  }
}
