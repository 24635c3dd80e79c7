import { formatMoment } from '../../views/format.ts'
import type { Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import { texts, words } from './letter-texts.ts'
import type { Inquiry } from '../kinds/kind.ts'

// The letters about an inquiry. Those to an address that nobody has confirmed repeat nothing of what was typed:
// whoever could choose the words of a letter could send any words to any address.

type Act = Inquiry['act']

interface About {
  act: Act
  /** Of the entry, as those who publish it wrote it. */
  title: string
  hub: string
}

/** To whoever has typed this address, and perhaps to somebody else. */
export const askedLetter = (to: Reader, about: About, link: string): Letter =>
  written('asked', to, about, link)

/** It was confirmed before: nothing new is sent to anybody. */
export const knownLetter = (to: Reader, about: About, link: string): Letter =>
  written('known', to, about, link)

/** Gone to those who publish. */
export const doneLetter = (to: Reader, about: About, link: string): Letter => written('done', to, about, link)

/** A place has become free, and is kept for a while. */
export function offerLetter(to: Reader, { title, hub }: About, link: string, until: number): Letter {
  const { subject, text, act, end } = texts[to.locale].offer
  const body = [text(title, formatMoment(until, to.locale)), { act, link }, end]
  return compose({ to, hub, subject: subject(title), body, why: 'follows' })
}

/** In the line, and told how it goes on. */
export function lineLetter(to: Reader, { title, hub }: About, link: string): Letter {
  const { subject, text, act } = texts[to.locale].line
  return compose({ to, hub, subject: subject(title), body: [text(title), { act, link }], why: 'follows' })
}

/** Registered: what one shows at the door comes with it. */
export function registeredLetter(
  to: Reader,
  { title, hub }: About,
  at: { link: string; door: string; code: string },
  withIt: Pick<Letter, 'attachments' | 'calendar'>,
): Letter {
  const { subject, text, ticket, then, act } = texts[to.locale].registered
  const body = [text(title, at.code), { act: ticket, link: at.door }, then, { act, link: at.link }]
  return compose({ to, hub, subject: subject(title), body, why: 'follows', ...withIt })
}

/** To those who publish: what a person wrote who reads this mailbox, for them to answer directly. */
export function forwardedLetter(
  to: Reader,
  about: About,
  said: { name: string; email: string; body: string; people: number; organisation?: string | null },
  link: string,
): Letter {
  const t = texts[to.locale]
  const { one } = words[to.locale][about.act]
  const who = said.organisation ? `${said.name} (${said.organisation})` : said.name
  const people = about.act === 'register' ? [t.people(said.people)] : []
  const { subject, text, act } = t.forwarded
  return compose({
    to,
    hub: about.hub,
    subject: subject(one, about.title),
    body: [{ lines: [who, said.email, ...people] }, { said: said.body }, text, { act, link }],
    why: 'publishes',
    replyTo: said.email,
  })
}

export interface Reader {
  email: string
  locale: Locale
}

function written(which: 'asked' | 'known' | 'done', to: Reader, about: About, link: string): Letter {
  const { subject, text, act, end } = texts[to.locale][which]
  const { yours } = words[to.locale][about.act]
  const body = [text(yours, about.title), { act, link }, end]
  const why = which === 'done' ? 'follows' : 'typed'
  return compose({ to, hub: about.hub, subject: subject(yours, about.title), body, why })
}
