import { catalogue, type Locale } from '../../views/language.tsx'
import type { Deps, Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import type { Reason } from '../mail/reasons.ts'
import { isNobody, isOfOneAddress } from '../mail/retry.ts'

// Every letter the hub writes to a person. None repeats what a stranger typed (a name, a message): whoever
// could choose the words of a letter could send any words to any address.

type Kind =
  | 'invitation'
  | 'confirmation'
  | 'known'
  | 'waiting'
  | 'approval'
  | 'reset'
  | 'newEmail'
  | 'oldEmail'
  | 'report'

export function letter(
  kind: Kind,
  to: { email: string; locale: Locale },
  words: { hub: string; link: string },
): Letter {
  const { subject, text, act, end } = texts[to.locale][kind]
  const body = [text, { act, link: words.link }, end]
  return compose({ to, hub: words.hub, subject: subject(words.hub), body, why: reasons[kind] })
}

const reasons: Readonly<Record<Kind, Reason>> = {
  invitation: 'typed',
  confirmation: 'typed',
  known: 'typed',
  waiting: 'runs',
  approval: 'account',
  reset: 'account',
  newEmail: 'typed',
  oldEmail: 'account',
  report: 'runs',
}

/** False when there is no mail, or when it could not leave: the page then says what to do instead. */
export const send = async (deps: Pick<Deps, 'mailer' | 'log'>, written: Letter): Promise<boolean> =>
  (await deliver(deps, written)) === 'left'

/**
 * For those who write to many: `later` and `nobody` are about this address alone, and the others have their turn;
 * after `no mail` each of them would wait for the relay in vain.
 */
export async function deliver(
  { mailer, log }: Pick<Deps, 'mailer' | 'log'>,
  written: Letter,
): Promise<'left' | 'later' | 'nobody' | 'no mail'> {
  if (mailer === null) return 'no mail'
  try {
    await mailer(written)
    return 'left'
  } catch (error) {
    log.error({ err: error }, 'a letter could not leave')
    if (!isOfOneAddress(error)) return 'no mail'
    return isNobody(error) ? 'nobody' : 'later'
  }
}

/** For requests of strangers: the answer is given first, so that its time tells nothing about an account. */
export function later({ log }: Pick<Deps, 'log'>, work: () => Promise<unknown>): void {
  work().catch((error: unknown) => log.error({ err: error }, 'a request could not be followed up'))
}

const texts = catalogue('server/accounts/letters', {
  fr: {
    invitation: {
      subject: (hub: string) => `Votre invitation sur ${hub}`,
      text: 'Bonjour,\n\nVous êtes invité·e à rejoindre notre site. Pour choisir votre mot de passe et entrer, ouvrez ce lien\u00a0:',
      act: 'Choisir mon mot de passe',
      end: 'Il sert une fois, pendant 7 jours. Si vous n’attendiez rien, oubliez ce message.',
    },
    confirmation: {
      subject: (hub: string) => `Confirmez votre inscription sur ${hub}`,
      text: 'Bonjour,\n\nQuelqu’un a demandé un compte avec cette adresse. Si c’est vous, ouvrez ce lien pour choisir votre mot de passe\u00a0:',
      act: 'Choisir mon mot de passe',
      end: 'Il sert une fois, pendant 24 heures. Sinon, oubliez ce message\u00a0: aucun compte ne sera ouvert.',
    },
    known: {
      subject: (hub: string) => `Vous avez déjà un compte sur ${hub}`,
      text: 'Bonjour,\n\nQuelqu’un a demandé un compte avec cette adresse, qui en a déjà un. Si c’est vous, connectez-vous ici, ou demandez un nouveau mot de passe\u00a0:',
      act: 'Me connecter',
      end: 'Sinon, oubliez ce message\u00a0: rien n’a changé.',
    },
    waiting: {
      subject: (hub: string) => `Une demande de compte vous attend sur ${hub}`,
      text: 'Bonjour,\n\nUne personne a confirmé son adresse et demande un compte. Acceptez ou refusez ici\u00a0:',
      act: 'Voir la demande',
      end: '',
    },
    approval: {
      subject: (hub: string) => `Votre compte est ouvert sur ${hub}`,
      text: 'Bonjour,\n\nVotre demande est acceptée. Connectez-vous avec l’adresse et le mot de passe que vous avez choisis\u00a0:',
      act: 'Me connecter',
      end: '',
    },
    reset: {
      subject: (hub: string) => `Un nouveau mot de passe pour ${hub}`,
      text: 'Bonjour,\n\nPour choisir un nouveau mot de passe, ouvrez ce lien\u00a0:',
      act: 'Choisir un nouveau mot de passe',
      end: 'Il sert une fois, pendant 30 minutes. Si vous n’avez rien demandé, oubliez ce message\u00a0: votre mot de passe reste le même.',
    },
    newEmail: {
      subject: (hub: string) => `Confirmez votre nouvelle adresse sur ${hub}`,
      text: 'Bonjour,\n\nPour que cette adresse devienne celle de votre compte, ouvrez ce lien\u00a0:',
      act: 'Confirmer cette adresse',
      end: 'Il sert une fois, pendant 24 heures. Si vous n’avez rien demandé, oubliez ce message.',
    },
    report: {
      subject: (hub: string) => `Un signalement vous attend sur ${hub}`,
      text: 'Bonjour,\n\nQuelqu’un a signalé quelque chose sur le site. Voici ce qui attend un regard\u00a0:',
      act: 'Voir les signalements',
      end: 'S’il en vient d’autres, vous ne recevrez pas de nouveau message avant quatre heures.',
    },
    oldEmail: {
      subject: (hub: string) => `L’adresse de votre compte a changé sur ${hub}`,
      text: 'Bonjour,\n\nVotre compte a maintenant une autre adresse, et ce message est le dernier qui arrive ici. Si ce n’est pas vous, prévenez aussitôt les personnes qui s’occupent du site\u00a0:',
      act: 'Écrire à l’équipe du site',
      end: '',
    },
  },
  en: {
    invitation: {
      subject: (hub: string) => `Your invitation to ${hub}`,
      text: 'Hello,\n\nYou are invited to join our site. To choose your password and sign in, open this link:',
      act: 'Choose my password',
      end: 'It works once, for 7 days. If you were not expecting this, ignore this message.',
    },
    confirmation: {
      subject: (hub: string) => `Confirm your registration on ${hub}`,
      text: 'Hello,\n\nSomeone asked for an account with this address. If it was you, open this link to choose your password:',
      act: 'Choose my password',
      end: 'It works once, for 24 hours. Otherwise, ignore this message: no account will be opened.',
    },
    known: {
      subject: (hub: string) => `You already have an account on ${hub}`,
      text: 'Hello,\n\nSomeone asked for an account with this address, which already has one. If it was you, sign in here, or ask for a new password:',
      act: 'Sign in',
      end: 'Otherwise, ignore this message: nothing has changed.',
    },
    waiting: {
      subject: (hub: string) => `A request for an account is waiting on ${hub}`,
      text: 'Hello,\n\nSomeone has confirmed their address and asks for an account. Accept or decline here:',
      act: 'See the request',
      end: '',
    },
    approval: {
      subject: (hub: string) => `Your account is open on ${hub}`,
      text: 'Hello,\n\nYour request is accepted. Sign in with the address and the password you chose:',
      act: 'Sign in',
      end: '',
    },
    reset: {
      subject: (hub: string) => `A new password for ${hub}`,
      text: 'Hello,\n\nTo choose a new password, open this link:',
      act: 'Choose a new password',
      end: 'It works once, for 30 minutes. If you did not ask for this, ignore this message: your password stays the same.',
    },
    newEmail: {
      subject: (hub: string) => `Confirm your new address on ${hub}`,
      text: 'Hello,\n\nTo make this the address of your account, open this link:',
      act: 'Confirm this address',
      end: 'It works once, for 24 hours. If you did not ask for this, ignore this message.',
    },
    report: {
      subject: (hub: string) => `A report is waiting on ${hub}`,
      text: 'Hello,\n\nSomeone has reported something on the site. This is what needs a look:',
      act: 'See the reports',
      end: 'If others come, you will get no further message for four hours.',
    },
    oldEmail: {
      subject: (hub: string) => `The address of your account on ${hub} has changed`,
      text: 'Hello,\n\nYour account now has another address, and this message is the last one to come here. If it was not you, tell the people who run the site at once:',
      act: 'Write to the people who run the site',
      end: '',
    },
  },
})
