import { hostKey, hostNamed } from './host.ts'
import { anchorsIn, plainText } from './html.ts'

export interface Links {
  /** Addresses that are led to, each once; mentions and hashtags as software writes them are none. */
  addresses: string[]
  /** Hosts that are led to or named, in canonical form. */
  hosts: string[]
}

/** So many mentions and hashtags may stand in an answer as nothing more than that. */
const mostNames = 20

/** What a text leads to: by a link, or by an address that anybody's software makes a link of. */
export function linksIn(html: string): Links {
  const leads = anchorsIn(html)
  const names = leads.filter(({ text }) => isName.test(text.trim()))
  const counted = names.length > mostNames ? leads : leads.filter((one) => !names.includes(one))
  const text = plainText(html)
  const typed = [...text.matchAll(/\bhttps?:\/\/[^\s<>"«»]+/gi)].map(([address]) => address)
  const named = (text.match(/[\p{L}\p{N}.-]+/gu) ?? []).map(hostIn)
  const addresses = [...counted.map(({ href }) => href), ...typed].flatMap((href) => spelling(href) ?? [])
  const hosts = [...leads.map(({ href }) => hostKey(href)), ...typed.map(hostKey), ...named]
  return {
    addresses: [...new Set(addresses)],
    hosts: [...new Set(hosts.filter((host) => host !== null))],
  }
}

/** « bit.ly » at the end of a sentence; most words are no hosts. */
function hostIn(word: string): string | null {
  const name = trimmed(word)
  return name.length < 254 && name.includes('.') ? hostNamed(name) : null
}

const isName = /^[@#][\p{L}\p{N}_.@-]{1,100}$/u

/** The same page, whether or not a sentence ends after it. */
function spelling(href: string): string | null {
  const url = URL.parse(trimmed(href))
  if (url === null || !/^https?:$/.test(url.protocol)) return null
  return `${hostKey(url) ?? ''}${url.pathname.replace(/\/$/, '')}${url.search}`
}

/** Without the punctuation of the sentence; a pattern would look for it at every sign. */
function trimmed(text: string): string {
  let end = text.length
  while (end > 0 && ').,;:!?…'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
