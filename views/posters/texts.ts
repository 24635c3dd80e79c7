import { catalogue } from '../language.tsx'

export const posterTexts = catalogue('views/posters/texts', {
  fr: {
    of: (title: string) => `Affiche\u00a0: ${title}`,
    link: 'Affiche à imprimer',
    how: 'Une feuille A4, en couleurs ou en noir et blanc. Dans votre navigateur, choisissez «\u00a0Imprimer\u00a0».',
    print: 'Imprimer',
    back: 'Revenir à la page',
    place: 'Commune',
    by: 'Proposé par',
    way: {
      entry: 'Lire la suite et répondre',
      list: 'Tout voir, sans compte',
    },
    scan: 'Scannez ce code avec un téléphone, ou tapez cette adresse\u00a0:',
    code: (address: string) => `Code QR qui mène à ${address}`,
    follow: 'À suivre depuis Mastodon et tout le fédivers\u00a0:',
  },
  en: {
    of: (title: string) => `Poster: ${title}`,
    link: 'Poster to print',
    how: 'One A4 sheet, in colour or in black and white. Choose “Print” in your browser.',
    print: 'Print',
    back: 'Back to the page',
    place: 'Town',
    by: 'Offered by',
    way: {
      entry: 'Read more and answer',
      list: 'See everything, without an account',
    },
    scan: 'Scan this code with a phone, or type this address:',
    code: (address: string) => `QR code that leads to ${address}`,
    follow: 'To follow from Mastodon and the whole fediverse:',
  },
})
