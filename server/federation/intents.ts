import { checkUrl, type Gate } from './connector.ts'
import { FetchFault } from './fetch-fault.ts'

/** What a visitor would do to something of this hub, from their own server. */
export type Act = 'follow' | 'reply' | 'share' | 'like'

/** A page of another server, as its WebFinger offers it. */
export interface Offer {
  rel: string
  /** RFC 6570, as far as anybody uses it: names in braces. */
  template?: string | undefined
}

/** Activity intents: https://w3id.org/fep/3b86 */
export const intent = (name: string): string => `https://w3id.org/fep/3b86/${name}`

/** Before there were intents: one page for all that can be done (Mastodon, Misskey, Pleroma, Friendica…). */
const subscribe = { rel: 'http://ostatus.org/schema/1.0/subscribe', name: 'uri' }
/** Opens a thing without doing anything to it: their own buttons do the rest. Mastodon offers no more than this. */
const open = { rel: intent('Object'), name: 'object' }

/** By which link each act is done, the fittest first, and the one name that has to stand in its template. */
export const ways: Readonly<Record<Act, readonly { rel: string; name: string }[]>> = {
  follow: [{ rel: intent('Follow'), name: 'object' }, open, subscribe],
  // Without a place for what it answers, the page would begin a post about nothing.
  reply: [{ rel: intent('Create'), name: 'inReplyTo' }, open, subscribe],
  share: [{ rel: intent('Announce'), name: 'object' }, open, subscribe],
  like: [{ rel: intent('Like'), name: 'object' }, open, subscribe],
}

const longest = 2_000

/** Where the act is done, by the first offer that is fit to send somebody to; null: none is. */
export function wayOut(
  offers: readonly Offer[],
  act: Act,
  thing: string,
  isFit: (address: URL) => boolean,
): URL | null {
  for (const { rel, name } of ways[act])
    for (const offer of offers) {
      const address = offer.rel === rel ? filled(offer.template ?? '', name, thing) : null
      if (address !== null && isFit(address)) return address
    }
  return null
}

/**
 * The address that a template makes, or null. Names that we do not know become empty, as the proposal asks; without a
 * place for the thing it is no template for it.
 */
export function filled(template: string, name: string, thing: string): URL | null {
  // Browsers pass over tabs and line ends, and take `\` for `/`: what is checked must be what they read.
  if (template.length > longest || /[\s\p{Cc}\\]/u.test(template) || !template.includes(`{${name}}`))
    return null
  const address = template.replaceAll(/\{([^{}]*)\}/g, (_, found: string) =>
    found === name ? percentEncoded(thing) : '',
  )
  // What stands behind # never reaches a server.
  return /[{}#]/.test(address) ? null : URL.parse(address)
}

/** RFC 3986 §2.1, with the five signs that JavaScript leaves. */
const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** Whether a visitor may be sent there at all: by the same rules as what the hub itself would call. */
export function isSound(address: URL, gate: Gate): boolean {
  try {
    checkUrl(address, gate)
    return true
  } catch (error) {
    if (error instanceof FetchFault) return false
    throw error
  }
}

/** What Mastodon and those that took after it have, whether they say so or not. */
export const guessedWay = (host: string, thing: string): string =>
  `https://${host}/authorize_interaction?uri=${percentEncoded(thing)}`
