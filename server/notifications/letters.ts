import { formatCount } from '../../views/format.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import { notificationTexts } from '../../views/notifications/texts.ts'
import type { Deps, Letter } from '../deps.ts'
import { endPathOf } from './link.ts'
import type { Notification } from './queries.ts'
import { sentenceOf } from './sentences.ts'
import { topics } from './topics.ts'

interface Reader {
  userId: string
  email: string
  locale: Locale
}

/** What happened, topic by topic, each with where it ends. Nobody's words are in it: they are read where they stand. */
export function digestLetter(
  deps: Pick<Deps, 'hub' | 'secret'>,
  { userId, email, locale }: Reader,
  items: readonly Notification[],
  most: number,
): Letter {
  const { origin, settings } = deps.hub
  const t = texts[locale]
  const shown = items.slice(0, most)
  const endOf = (which: Parameters<typeof endPathOf>[1]) => origin + endPathOf(deps, which, userId)
  const sections = topics.flatMap((topic) => {
    const own = shown.filter((one) => one.topic === topic)
    if (own.length === 0) return []
    const lines = own.map((one) => `• ${sentenceOf(one, locale)}\n  ${origin}/notifications/${one.n}`)
    return [
      [`== ${notificationTexts[locale].topics[topic].label} ==`, ...lines, t.endTopic(endOf(topic))].join(
        '\n\n',
      ),
    ]
  })
  const more = items.length > most ? `\n\n${t.more(`${origin}/notifications`)}` : ''
  const [only] = shown
  const subject =
    shown.length === 1 && only !== undefined
      ? sentenceOf(only, locale)
      : `${formatCount(shown.length, locale, t.count)} – ${settings.name}`
  return {
    to: email,
    subject: subject.slice(0, 200),
    text: `${t.hello}\n\n${sections.join('\n\n')}${more}\n\n${t.change(`${origin}/compte/notifications`)}\n${t.endAll(endOf('all'))}\n\n— ${settings.name}\n`,
    unsubscribe: endOf('all'),
  }
}

const texts = catalogue('server/notifications/letters', {
  fr: {
    count: { one: 'notification', other: 'notifications' },
    hello: 'Bonjour,\n\nVoici ce qui vous concerne depuis notre dernier message.',
    more: (link: string) => `Et d’autres encore\u00a0: ${link}`,
    endTopic: (link: string) => `Ne plus recevoir d’e-mail à ce sujet\u00a0: ${link}`,
    change: (link: string) => `Choisir ce que vous recevez\u00a0: ${link}`,
    endAll: (link: string) => `Ne plus rien recevoir\u00a0: ${link}`,
  },
  en: {
    count: { one: 'notification', other: 'notifications' },
    hello: 'Hello,\n\nThis is what concerns you since our last message.',
    more: (link: string) => `And more: ${link}`,
    endTopic: (link: string) => `No more e-mail about this: ${link}`,
    change: (link: string) => `Choose what you receive: ${link}`,
    endAll: (link: string) => `Receive nothing more: ${link}`,
  },
})
