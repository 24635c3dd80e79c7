import { formatCount } from '../../views/format.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import { notificationTexts } from '../../views/notifications/texts.ts'
import type { Deps, Letter } from '../deps.ts'
import { compose, type Block } from '../mail/compose.ts'
import { endPathOf, type Ended } from './link.ts'
import type { Notification } from './queries.ts'
import { sentenceOf, takesAway } from './sentences.ts'
import { topics, type Topic } from './topics.ts'

interface Reader {
  userId: string
  email: string
  locale: Locale
}

/**
 * What happened, topic by topic, each with where it ends. Nobody's words are in it but what a moderator has to say to
 * whoever it is for: the others are read where they stand.
 */
export function digestLetter(
  deps: Pick<Deps, 'secret'> & { hub: { origin: string; settings: { name: string } } },
  { userId, email, locale }: Reader,
  items: readonly Notification[],
  most: number,
): Letter {
  const { origin, settings } = deps.hub
  const t = texts[locale]
  const shown = items.slice(0, most)
  const endOf = (which: Ended) => origin + endPathOf(deps, which, { id: userId, email })
  const [only] = shown
  const subject =
    shown.length === 1 && only !== undefined
      ? sentenceOf(only, locale)
      : `${formatCount(shown.length, locale, t.count)} – ${settings.name}`
  return compose({
    to: { email, locale },
    hub: settings.name,
    subject: subject.slice(0, 200),
    body: [
      t.hello,
      ...topics.flatMap((topic) =>
        section(
          topic,
          shown.filter((one) => one.topic === topic),
          { locale, origin, end: endOf(topic) },
        ),
      ),
      ...(items.length > most ? [{ way: t.more, link: `${origin}/notifications` }] : []),
      { heading: t.choices },
      { way: t.change, link: `${origin}/compte/notifications` },
      { way: t.endAll, link: endOf('all') },
    ],
    why: 'member',
    unsubscribe: endOf('all'),
  })
}

function section(
  topic: Topic,
  own: readonly Notification[],
  { locale, origin, end }: { locale: Locale; origin: string; end: string },
): Block[] {
  if (own.length === 0) return []
  const { topics: named, reason, appeal } = notificationTexts[locale]
  const items = own.map((one) => ({
    title: sentenceOf(one, locale),
    link: `${origin}/notifications/${one.n}`,
    details: one.reason === '' ? [] : [reason],
    said: one.reason,
  }))
  return [
    { heading: named[topic].label },
    { items },
    ...(own.some(takesAway) ? [{ way: appeal, link: `${origin}/signaler` }] : []),
    { way: texts[locale].endTopic(named[topic].label), link: end },
  ]
}

const texts = catalogue('server/notifications/letters', {
  fr: {
    count: { one: 'notification', other: 'notifications' },
    hello: 'Bonjour,\n\nVoici ce qui vous concerne depuis notre dernier message.',
    more: 'Voir les autres notifications',
    endTopic: (topic: string) => `Ne plus recevoir d’e-mail au sujet de «\u00a0${topic}\u00a0»`,
    choices: 'Vos e-mails',
    change: 'Choisir ce que vous recevez',
    endAll: 'Ne plus recevoir aucune notification par e-mail',
  },
  en: {
    count: { one: 'notification', other: 'notifications' },
    hello: 'Hello,\n\nThis is what concerns you since our last message.',
    more: 'See the other notifications',
    endTopic: (topic: string) => `No more e-mail about “${topic}”`,
    choices: 'Your e-mails',
    change: 'Choose what you receive',
    endAll: 'Receive no notifications by e-mail any more',
  },
})
