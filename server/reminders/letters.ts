import { formatDay } from '../../views/format.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import { actsFor, type Act } from './acts.ts'

/** What ends, and what can be done about it; opening a link shows it, and a button does it. */
export function reminderLetter(
  to: { email: string; locale: Locale },
  about: { reason: 'closing' | 'stale'; title: string; hub: string; page: string; closesAt: number | null },
  links: { act: string; end: string },
): Letter {
  const t = texts[to.locale]
  const { reason, title, page, hub, closesAt } = about
  const what = reason === 'closing' ? t.closing(title, formatDay(closesAt ?? 0, to.locale)) : t.stale(title)
  return compose({
    to,
    hub,
    subject: t.subject[reason](title),
    body: [
      `${t.hello}\n\n${what}`,
      { way: t.page, link: page },
      ...actsFor(reason).map((act) => ({ act: t.acts[act], link: `${links.act}?geste=${act}` })),
      t.how,
      { way: t.end, link: links.end },
    ],
    why: 'reminder',
    unsubscribe: links.end,
  })
}

/** The event is over, and nothing says what came of it. */
export function minutesLetter(
  to: { email: string; locale: Locale },
  about: { title: string; hub: string; page: string; endedAt: number },
  links: { write: string; act: string; end: string },
): Letter {
  const { hello, acts, minutes: t, end } = texts[to.locale]
  const { title, hub, page, endedAt } = about
  return compose({
    to,
    hub,
    subject: t.subject(title),
    body: [
      `${hello}\n\n${t.text(title, formatDay(endedAt, to.locale))}`,
      { act: t.write, link: links.write },
      { act: acts.sans, link: `${links.act}?geste=sans` },
      { way: t.page, link: page },
      t.how,
      { way: end, link: links.end },
    ],
    why: 'reminder',
    unsubscribe: links.end,
  })
}

const texts = catalogue('server/reminders/letters', {
  fr: {
    hello: 'Bonjour,',
    page: 'Relire l’annonce',
    subject: {
      closing: (title: string) => `Bientôt terminé\u00a0: ${title}`,
      stale: (title: string) => `Toujours d’actualité\u00a0? ${title}`,
    },
    closing: (title: string, day: string) =>
      `Votre annonce «\u00a0${title}\u00a0» se ferme d’elle-même le ${day}. Elle reste lisible ensuite, et dit qu’elle est terminée.`,
    stale: (title: string) =>
      `Votre annonce «\u00a0${title}\u00a0» n’a pas de date de fin, et personne n’y a touché depuis six mois. Est-elle toujours d’actualité\u00a0?`,
    acts: {
      prolonger: 'Prolonger d’un mois',
      pourvu: 'C’est pourvu ou terminé',
      laisser: 'Laisser l’annonce comme elle est',
      sans: 'Pas de compte rendu',
    } satisfies Record<Act, string>,
    how: 'La page qui s’ouvre vous montre ce qui va se passer, et un bouton le fait. Ces liens servent une fois, pendant 60 jours\u00a0; ils agissent en votre nom, ne les transférez pas. Sans réponse, rien ne change.',
    minutes: {
      subject: (title: string) => `Un compte rendu\u00a0? ${title}`,
      text: (title: string, day: string) =>
        `«\u00a0${title}\u00a0» a eu lieu, jusqu’au ${day}, et aucun compte rendu n’est publié ici. Quelques lignes suffisent pour les personnes qui n’ont pas pu venir.`,
      write: 'Écrire le compte rendu',
      page: 'Revoir la page de l’événement',
      how: 'Le premier lien ouvre le formulaire. S’il n’y aura pas de compte rendu, l’autre le note, par un bouton, et la page n’en demandera plus. Ce lien-là sert une fois, pendant 60 jours\u00a0; il agit en votre nom, ne le transférez pas.',
    },
    end: 'Ne plus recevoir ces rappels',
  },
  en: {
    hello: 'Hello,',
    page: 'Read the notice again',
    subject: {
      closing: (title: string) => `Ends soon: ${title}`,
      stale: (title: string) => `Still true? ${title}`,
    },
    closing: (title: string, day: string) =>
      `Your notice “${title}” closes by itself on ${day}. It can be read afterwards, and says that it is over.`,
    stale: (title: string) =>
      `Your notice “${title}” has no last day, and nobody has touched it for six months. Is it still true?`,
    acts: {
      prolonger: 'Extend it by a month',
      pourvu: 'It is filled, or over',
      laisser: 'Leave it as it is',
      sans: 'No minutes this time',
    } satisfies Record<Act, string>,
    how: 'The page that opens shows you what will happen, and a button does it. These links work once, for 60 days; they act in your name, so do not forward them. Without an answer, nothing changes.',
    minutes: {
      subject: (title: string) => `Minutes? ${title}`,
      text: (title: string, day: string) =>
        `“${title}” took place, until ${day}, and no minutes are published here. A few lines are enough for people who could not come.`,
      write: 'Write the minutes',
      page: 'See the page of the event',
      how: 'The first link opens the form. If there will be no minutes, the other one notes it, by a button, and the page asks for none any more. That link works once, for 60 days; it acts in your name, so do not forward it.',
    },
    end: 'Stop these reminders',
  },
})
