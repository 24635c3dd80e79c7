import { catalogue, type Locale } from './language.tsx'

export type ErrorStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507

export const errorTitle = (status: ErrorStatus, locale: Locale): string => errorTexts[locale][status].title

export const errorTexts = catalogue('views/error-texts', {
  fr: {
    code: (status: number) => `Erreur ${status}`,
    inError: (title: string) => `Erreur\u00a0: ${title}`,
    ways: 'Continuer la visite',
    home: 'Accueil',
    enter: 'Se connecter',
    other: 'Se connecter avec un autre compte',
    contact: 'Demander aux personnes du site',
    request: 'Numéro à donner à la personne qui s’occupe du site\u00a0:',
    400: {
      title: 'La demande n’a pas été comprise',
      help: 'Revenez à la page précédente et réessayez. Si un lien vous a mené ici, il est sans doute abîmé.',
    },
    401: { title: 'Connectez-vous pour continuer', help: 'Vous reviendrez à cette page juste après.' },
    403: {
      title: 'Cette page ne vous est pas ouverte',
      help: 'Votre compte n’a pas le droit de faire cela. Demandez-le aux personnes qui administrent le site, ou changez de compte.',
    },
    404: {
      title: 'Cette page n’existe pas',
      help: 'L’adresse est peut-être incomplète, ou la page a changé de place. Cherchez ce que vous vouliez\u00a0:',
    },
    405: {
      title: 'Cette adresse ne s’utilise pas ainsi',
      help: 'Revenez à la page précédente et servez-vous de ses liens et de ses boutons.',
    },
    409: {
      title: 'Quelqu’un a changé cela entre-temps',
      help: 'Revenez à la page précédente, rechargez-la, et reportez-y vos changements.',
    },
    410: {
      title: 'Cette page a été retirée',
      help: 'Les personnes qui l’avaient publiée ne la montrent plus. Il y en a peut-être une plus récente\u00a0:',
    },
    413: {
      title: 'C’est trop lourd',
      help: 'Le fichier ou le texte dépasse ce que le site accepte. Réduisez-le, puis renvoyez-le.',
    },
    415: { title: 'Ce format n’est pas accepté', help: 'Envoyez le fichier dans un des formats demandés.' },
    422: {
      title: 'Il manque quelque chose',
      help: 'Revenez à la page précédente et corrigez ce qui est indiqué.',
    },
    429: {
      title: 'Trop de demandes à la fois',
      help: 'Attendez une minute, puis réessayez. C’est une protection contre les robots\u00a0; elle se lève seule.',
    },
    500: {
      title: 'Le site s’est trompé',
      help: 'Ce n’est pas votre faute. La panne est notée. Réessayez dans un instant.',
    },
    503: {
      title: 'Le site fait une pause',
      help: 'Il redémarre ou reçoit trop de monde. Réessayez dans une minute.',
    },
    507: {
      title: 'Le site n’a plus de place',
      help: 'Tout peut encore se lire, mais rien ne peut s’enregistrer pour l’instant. Gardez une copie de votre texte et prévenez la personne qui s’occupe du site.',
    },
  },
  en: {
    code: (status: number) => `Error ${status}`,
    inError: (title: string) => `Error: ${title}`,
    ways: 'Keep looking around',
    home: 'Home',
    enter: 'Sign in',
    other: 'Sign in with another account',
    contact: 'Ask the people of the site',
    request: 'Number to give to the person who runs the site:',
    400: {
      title: 'The request was not understood',
      help: 'Go back to the page before and try again. If a link brought you here, it is probably broken.',
    },
    401: { title: 'Sign in to go on', help: 'You will come back to this page right after.' },
    403: {
      title: 'This page is not open to you',
      help: 'Your account may not do this. Ask an administrator of the site, or use another account.',
    },
    404: {
      title: 'This page does not exist',
      help: 'The address may be incomplete, or the page has moved. Search for what you wanted:',
    },
    405: {
      title: 'This address is not used that way',
      help: 'Go back to the page before and use its links and buttons.',
    },
    409: {
      title: 'Somebody changed this meanwhile',
      help: 'Go back to the page before, reload it, and make your changes there.',
    },
    410: {
      title: 'This page has been withdrawn',
      help: 'Its authors no longer show it. There may be a newer one:',
    },
    413: {
      title: 'This is too large',
      help: 'The file or text is more than the site takes. Make it smaller, then send it again.',
    },
    415: { title: 'This format is not accepted', help: 'Send the file in one of the formats asked for.' },
    422: {
      title: 'Something is missing',
      help: 'Go back to the page before and correct what is marked.',
    },
    429: {
      title: 'Too many requests at once',
      help: 'Wait a minute, then try again. This guards against robots and will pass by itself.',
    },
    500: {
      title: 'The site made a mistake',
      help: 'It is not your fault. The fault has been noted. Try again in a moment.',
    },
    503: {
      title: 'The site is taking a break',
      help: 'It is restarting or has too many visitors. Try again in a minute.',
    },
    507: {
      title: 'The site has no room left',
      help: 'Everything can still be read, but nothing can be saved for now. Keep a copy of your text and tell the person who runs the site.',
    },
  },
})
