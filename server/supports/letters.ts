import { catalogue, type Locale } from '../../views/language.tsx'
import type { Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'

/** To whoever has typed this address, and perhaps to somebody else: nothing of it was typed by them. */
export function askedLetter(
  to: { email: string; locale: Locale },
  { title, hub }: { title: string; hub: string },
  link: string,
): Letter {
  const { subject, text, act, end } = texts[to.locale]
  return compose({ to, hub, subject: subject(title), body: [text(title), { act, link }, end], why: 'typed' })
}

const texts = catalogue('server/supports/letters', {
  fr: {
    subject: (title: string) => `Votre soutien\u00a0: ${title}`,
    text: (title: string) =>
      `Bonjour,\n\nAvec cette adresse, quelqu’un veut soutenir «\u00a0${title}\u00a0». Si c’est vous, ouvrez ce lien et confirmez\u00a0:`,
    act: 'Confirmer mon soutien',
    end: 'Vous avez 24 heures pour confirmer. Gardez ce message\u00a0: le même lien sert à retirer votre soutien, plus tard aussi. Votre adresse n’est pas conservée.\n\nSi ce n’est pas vous, oubliez ce message\u00a0: rien n’est compté.',
  },
  en: {
    subject: (title: string) => `Your support: ${title}`,
    text: (title: string) =>
      `Hello,\n\nWith this address, someone wants to support “${title}”. If it was you, open this link and confirm:`,
    act: 'Confirm my support',
    end: 'You have 24 hours to confirm. Keep this message: the same link takes your support back, later too. Your address is not kept.\n\nIf it was not you, ignore this message: nothing is counted.',
  },
})
