import { catalogue } from '../language.tsx'

/** What is said on the ways in: signing in, joining, a new password. */
export const entryTexts = catalogue('views/accounts/entry-texts', {
  fr: {
    email: 'Adresse électronique',
    name: 'Votre nom',
    nameHint: 'Comme il s’affichera à côté de ce que vous publiez.',
    password: 'Mot de passe',
    newPassword: 'Nouveau mot de passe',
    again: 'Encore une fois',
    againHint: 'Le même, pour qu’aucune faute de frappe ne vous enferme dehors.',
    passwordHint:
      'Au moins 12 caractères. Quelques mots qui n’ont rien à voir ensemble font très bien l’affaire.',
    login: {
      title: 'Se connecter',
      submit: 'Se connecter',
      forgotten: 'Mot de passe oublié\u00a0?',
      join: 'Demander un compte',
      closed: 'Les comptes se créent sur invitation. Pour lire les annonces, aucun compte n’est nécessaire.',
      wrong: 'L’adresse ou le mot de passe ne convient pas.',
      pending:
        'Votre demande est bien reçue\u00a0: une personne du site doit encore l’accepter. Vous recevrez un message.',
      disabled: 'Ce compte est fermé. Adressez-vous aux personnes qui s’occupent du site.',
      slow: 'Trop d’essais en peu de temps. Attendez quelques minutes, puis réessayez, ou demandez un nouveau mot de passe.',
      slowNoMail: 'Trop d’essais en peu de temps. Attendez quelques minutes, puis réessayez.',
      member: 'Vous avez un compte',
    },
    invitation: {
      title: (hub: string) => `Bienvenue sur ${hub}`,
      lead: (email: string) =>
        `Cette invitation est pour ${email}. Choisissez comment vous appeler et votre mot de passe.`,
      submit: 'Ouvrir mon compte',
    },
    register: {
      title: 'Demander un compte',
      lead: 'Vous recevrez un message pour confirmer votre adresse, puis une personne du site acceptera votre demande.',
      submit: 'Envoyer ma demande',
      closedTitle: 'Les comptes sont sur invitation',
      closed:
        'Ce site n’ouvre pas de compte à la demande. Écrivez à la structure que vous représentez, ou aux personnes qui s’occupent du site\u00a0: elles peuvent vous inviter. Tout se lit sans compte.',
      contact: 'Écrire au site',
      sentTitle: 'Ouvrez votre messagerie',
      sent: 'Si cette adresse peut recevoir un compte, un message vient d’y partir. Le lien qu’il contient sert une fois, pendant 24 heures. Rien n’arrive\u00a0? Regardez dans les indésirables.',
      confirmTitle: 'Confirmer votre inscription',
      confirmLead: (email: string) =>
        `L’adresse ${email} est bien la vôtre\u00a0: il reste à choisir un mot de passe.`,
      confirmSubmit: 'Confirmer mon inscription',
      doneTitle: 'C’est confirmé',
      done: 'Une personne du site va lire votre demande. Vous recevrez un message dès que votre compte sera ouvert.',
    },
    reset: {
      title: 'Mot de passe oublié',
      lead: 'Écrivez l’adresse de votre compte\u00a0: un lien y partira pour choisir un nouveau mot de passe.',
      submit: 'Recevoir le lien',
      noMail:
        'Ce site n’envoie pas de messages. Adressez-vous à une personne qui l’administre\u00a0: elle peut vous donner un lien pour choisir un nouveau mot de passe.',
      sent: 'Si un compte porte cette adresse, un message vient d’y partir. Le lien qu’il contient sert une fois, pendant 30 minutes. Rien n’arrive\u00a0? Regardez dans les indésirables.',
      chooseTitle: 'Choisir un nouveau mot de passe',
      chooseLead:
        'Tous les appareils où vous étiez connecté·e seront déconnectés, et les jetons de vos programmes ne serviront plus.',
      chooseSubmit: 'Changer mon mot de passe',
    },
    change: {
      title: 'Confirmer votre nouvelle adresse',
      lead: (email: string) => `L’adresse de votre compte devient ${email}.`,
      submit: 'Confirmer cette adresse',
    },
    spent: {
      title: 'Ce lien ne marche plus',
      help: 'Il a déjà servi, il a été remplacé par un plus récent, ou son temps est passé. Demandez-en un autre là où vous aviez demandé celui-ci.',
      forgotten: 'Demander un nouveau mot de passe',
      invitation:
        'Cette invitation a déjà servi, a été remplacée ou annulée, ou a plus d’une semaine. Si elle vous a ouvert un compte, connectez-\u2060vous.',
      again: 'Sinon, demandez à la personne qui vous a invité·e de vous inviter de nouveau.',
    },
  },
  en: {
    email: 'E-mail address',
    name: 'Your name',
    nameHint: 'As it will stand beside what you publish.',
    password: 'Password',
    newPassword: 'New password',
    again: 'Once more',
    againHint: 'The same, so that no slip of a finger locks you out.',
    passwordHint: 'At least 12 characters. A few words that have nothing to do with each other do very well.',
    login: {
      title: 'Sign in',
      submit: 'Sign in',
      forgotten: 'Forgot your password?',
      join: 'Ask for an account',
      closed: 'Accounts are by invitation. Reading needs no account.',
      wrong: 'The address or the password is not right.',
      pending:
        'Your request is here: someone who runs the site has yet to accept it. You will get a message.',
      disabled: 'This account is closed. Ask the people who run the site.',
      slow: 'Too many tries in a short time. Wait a few minutes, then try again, or ask for a new password.',
      slowNoMail: 'Too many tries in a short time. Wait a few minutes, then try again.',
      member: 'You have an account',
    },
    invitation: {
      title: (hub: string) => `Welcome to ${hub}`,
      lead: (email: string) =>
        `This invitation is for ${email}. Choose what to be called, and your password.`,
      submit: 'Open my account',
    },
    register: {
      title: 'Ask for an account',
      lead: 'You will get a message to confirm your address, then someone who runs the site will accept your request.',
      submit: 'Send my request',
      closedTitle: 'Accounts are by invitation',
      closed:
        'This site opens no account on request. Write to the organisation you speak for, or to the people who run the site: they can invite you. Everything can be read without an account.',
      contact: 'Write to the site',
      sentTitle: 'Check your inbox',
      sent: 'If this address can have an account, a message has just been sent to it. Its link works once, for 24 hours. Nothing comes? Look in your spam folder.',
      confirmTitle: 'Confirm your registration',
      confirmLead: (email: string) => `The address ${email} is yours: what remains is to choose a password.`,
      confirmSubmit: 'Confirm my registration',
      doneTitle: 'Confirmed',
      done: 'Someone who runs the site will read your request. You will get a message as soon as your account is open.',
    },
    reset: {
      title: 'Forgotten password',
      lead: 'Write the address of your account: a link to choose a new password will be sent to it.',
      submit: 'Get the link',
      noMail:
        'This site sends no messages. Ask an administrator: they can give you a link to choose a new password.',
      sent: 'If an account has this address, a message has just been sent to it. Its link works once, for 30 minutes. Nothing comes? Look in your spam folder.',
      chooseTitle: 'Choose a new password',
      chooseLead:
        'All the devices where you were signed in will be signed out, and the tokens of your programs will stop working.',
      chooseSubmit: 'Change my password',
    },
    change: {
      title: 'Confirm your new address',
      lead: (email: string) => `The address of your account becomes ${email}.`,
      submit: 'Confirm this address',
    },
    spent: {
      title: 'This link no longer works',
      help: 'It has been used, was replaced by a newer one, or its time is over. Ask for another where you asked for this one.',
      forgotten: 'Ask for a new password',
      invitation:
        'This invitation has been used, was replaced or cancelled, or is more than a week old. If it opened an account for you, sign in.',
      again: 'Otherwise, ask the person who invited you to invite you again.',
    },
  },
})
