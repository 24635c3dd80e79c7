import { formatCount, formatDay } from '../../views/format.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose, type Block } from '../mail/compose.ts'

// The letters of alerts. Those to an address that nobody has confirmed say the search in the hub's own words and
// repeat nothing of what was typed: whoever could choose the words of a letter could send any words to any address.

export interface Reader {
  email: string
  locale: Locale
}

interface About {
  hub: string
  /** The search, in words. */
  what: string
}

/** To whoever has typed this address, and perhaps to somebody else. */
export const askedLetter = (to: Reader, about: About, link: string): Letter =>
  written('asked', to, about, link)

/** They are told of it already: nothing changes. */
export const knownLetter = (to: Reader, about: About, link: string): Letter =>
  written('known', to, about, link)

/** They have as many as one may have. */
export const crowdedLetter = (to: Reader, about: About, link: string): Letter =>
  written('crowded', to, about, link)

const written = (which: 'asked' | 'known' | 'crowded', to: Reader, about: About, link: string): Letter => {
  const { subject, text, then, act, end } = texts[to.locale][which]
  return compose({
    to,
    hub: about.hub,
    subject: subject(about.hub),
    body: [text, { lines: [about.what] }, then, { act, link }, end],
    why: 'typed',
  })
}

/** Of one search, in one letter. */
export const mostItems = 30

export interface DigestItem {
  title: string
  /** Who, where, until when; what a lot asks. */
  details: readonly string[]
  closesAt: number | null
  link: string
}

export interface DigestSection {
  what: string
  items: readonly DigestItem[]
  /** There is more than a letter holds. */
  more: boolean
  /** The whole list. */
  list: string
  /** Where this one search is changed or ended. */
  link: string
}

/** What is new, search by search. */
export function digestLetter(
  to: Reader,
  hub: string,
  sections: readonly DigestSection[],
  unsubscribe: string,
): Letter {
  const t = texts[to.locale].digest
  const count = sections.reduce((sum, { items }) => sum + items.length, 0)
  const counted = formatCount(count, to.locale, t.count)
  const [only, ...others] = sections
  const subject =
    only !== undefined && others.length === 0 ? `${counted} – ${only.what}` : `${counted} – ${hub}`
  return compose({
    to,
    hub,
    subject: subject.slice(0, 200),
    body: [
      t.hello,
      ...sections.flatMap((section) => sectionBlocks(section, to.locale)),
      { way: t.end, link: unsubscribe },
    ],
    why: 'alert',
    unsubscribe,
  })
}

function sectionBlocks({ what, items, more, list, link }: DigestSection, locale: Locale): Block[] {
  const t = texts[locale].digest
  const told = items.map(({ title, details, closesAt, link: to }) => ({
    title,
    link: to,
    details: closesAt === null ? details : [...details, t.until(formatDay(closesAt, locale))],
  }))
  return [
    { heading: what },
    { items: told },
    ...(more ? [{ way: t.more, link: list }] : []),
    { way: t.change, link },
  ]
}

const texts = catalogue('server/alerts/letters', {
  fr: {
    asked: {
      subject: (hub: string) => `Confirmez votre alerte sur ${hub}`,
      text: 'Bonjour,\n\nAvec cette adresse, quelqu’un a demandé à recevoir par e-mail ce qui paraît de nouveau ici\u00a0:',
      then: 'Si c’est vous, ouvrez ce lien et confirmez\u00a0:',
      act: 'Confirmer l’alerte',
      end: 'Il sert pendant 24 heures. Sinon, oubliez ce message\u00a0: il n’y en aura pas d’autre.',
    },
    known: {
      subject: (hub: string) => `Vous avez déjà cette alerte sur ${hub}`,
      text: 'Bonjour,\n\nAvec cette adresse, quelqu’un a demandé une alerte que vous avez déjà\u00a0:',
      then: 'Pour en changer le rythme ou l’arrêter\u00a0:',
      act: 'Changer ou arrêter l’alerte',
      end: '',
    },
    crowded: {
      subject: (hub: string) => `Vous avez déjà beaucoup d’alertes sur ${hub}`,
      text: 'Bonjour,\n\nAvec cette adresse, quelqu’un a demandé une alerte de plus\u00a0:',
      then: 'Vous en avez déjà autant que possible. Arrêtez-en une d’abord, par exemple la dernière\u00a0:',
      act: 'Voir la dernière alerte',
      end: '',
    },
    digest: {
      count: { one: 'nouveauté', other: 'nouveautés' },
      hello: 'Bonjour,\n\nVoici ce qui a paru depuis notre dernier message.',
      until: (day: string) => `Jusqu’au ${day}`,
      more: 'Et d’autres encore',
      change: 'Changer ou arrêter cette alerte',
      end: 'Ne plus rien recevoir',
    },
  },
  en: {
    asked: {
      subject: (hub: string) => `Confirm your alert on ${hub}`,
      text: 'Hello,\n\nWith this address, someone asked to be told by e-mail of what is new here:',
      then: 'If it was you, open this link and confirm:',
      act: 'Confirm the alert',
      end: 'It works for 24 hours. Otherwise, ignore this message: there will be no other.',
    },
    known: {
      subject: (hub: string) => `You already have this alert on ${hub}`,
      text: 'Hello,\n\nWith this address, someone asked for an alert that you already have:',
      then: 'To change how often it comes, or to end it:',
      act: 'Change or end the alert',
      end: '',
    },
    crowded: {
      subject: (hub: string) => `You already have many alerts on ${hub}`,
      text: 'Hello,\n\nWith this address, someone asked for one more alert:',
      then: 'You have as many as possible. End one first, the latest for example:',
      act: 'See the latest alert',
      end: '',
    },
    digest: {
      count: { one: 'new listing', other: 'new listings' },
      hello: 'Hello,\n\nThis is what appeared since our last message.',
      until: (day: string) => `Until ${day}`,
      more: 'And more',
      change: 'Change or end this alert',
      end: 'Stop receiving everything',
    },
  },
})
