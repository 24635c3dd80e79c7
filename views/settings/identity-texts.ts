import { catalogue } from '../language.tsx'

export const identityTexts = catalogue('views/settings/identity-texts', {
  fr: {
    title: 'Identité du site',
    lead: 'Ce que l’on voit en arrivant\u00a0: un nom, une phrase, une couleur, un logo. L’aperçu suit ce que vous tapez\u00a0; rien ne change avant que vous n’enregistriez.',
    name: 'Nom du site',
    nameHint: 'Changé ici, il change aussi chez celles et ceux qui suivent le site depuis ailleurs.',
    tagline: 'En une phrase',
    taglineHint: 'Ce qu’on y trouve, pour qui. C’est la première chose que lit une personne qui arrive.',
    homeText: 'Texte de la page d’accueil',
    homeTextHint:
      'Deux ou trois phrases\u00a0: qui vous êtes, où, et comment vous joindre. Markdown\u00a0: **gras**, - pour une liste, [texte](https://adresse).',
    accent: 'Couleur',
    accentHint:
      'Celle des liens et des boutons. Elle est éclaircie ou foncée s’il le faut, pour que tout reste lisible, de jour comme de nuit.',
    accentBack: 'Reprendre le vert du logiciel',
    logo: 'Logo',
    logoHint:
      'Une image JPEG, PNG, WebP ou AVIF, de 10\u00a0Mo au plus (pas de SVG). Elle paraît à côté du nom, sur les affiches, en icône du site, et comme portrait du site dans le fédivers.',
    logoAnother: 'Changer de logo',
    logoNow: 'Logo choisi',
    logoRemove: 'Retirer le logo',
    logoGone: 'Ce logo n’est plus là\u00a0: choisissez-le de nouveau.',
    save: 'Enregistrer',
    look: 'Voir l’aperçu',
    back: 'Revenir aux réglages',
    preview: 'Aperçu',
    light: 'De jour',
    dark: 'De nuit',
    icons: (name: string) =>
      `L’icône de ${name} dans un onglet, et sur l’écran d’un téléphone où l’on garde le site.`,
    link: 'Un lien',
    button: 'Un bouton',
    darkened: (chosen: string, shown: string) =>
      `${chosen} est trop clair pour être lu sur le fond du site\u00a0: de jour, il est foncé en ${shown}.`,
    fine: (chosen: string) => `${chosen} se lit bien\u00a0: de jour, il est montré tel quel.`,
    software: 'C’est la couleur du logiciel.',
    unreadable: 'Cette couleur n’en est pas une\u00a0: l’aperçu montre celle du logiciel.',
  },
  en: {
    title: 'Identity of the site',
    lead: 'What people see when they arrive: a name, a sentence, a colour, a logo. The preview follows what you type; nothing changes before you save.',
    name: 'Name of the site',
    nameHint: 'Changed here, it changes too with those who follow the site from elsewhere.',
    tagline: 'In one sentence',
    taglineHint: 'What is found here, for whom. It is the first thing that a newcomer reads.',
    homeText: 'Text of the home page',
    homeTextHint:
      'Two or three sentences: who you are, where, and how to reach you. Markdown: **bold**, - for a list, [text](https://address).',
    accent: 'Colour',
    accentHint:
      'That of links and buttons. It is made lighter or darker where needed, so that all stays readable, by day and by night.',
    accentBack: 'Go back to the green of the software',
    logo: 'Logo',
    logoHint:
      'A JPEG, PNG, WebP or AVIF picture of 10 MB at most (no SVG). It stands beside the name, on posters, as the icon of the site, and as its portrait on the fediverse.',
    logoAnother: 'Change the logo',
    logoNow: 'Logo chosen',
    logoRemove: 'Remove the logo',
    logoGone: 'This logo is no longer here: choose it again.',
    save: 'Save',
    look: 'See the preview',
    back: 'Back to the settings',
    preview: 'Preview',
    light: 'By day',
    dark: 'By night',
    icons: (name: string) =>
      `The icon of ${name} in a tab, and on the screen of a telephone where the site is kept.`,
    link: 'A link',
    button: 'A button',
    darkened: (chosen: string, shown: string) =>
      `${chosen} is too light to be read on the ground of the site: by day it is darkened to ${shown}.`,
    fine: (chosen: string) => `${chosen} is well readable: by day it is shown as it is.`,
    software: 'This is the colour of the software.',
    unreadable: 'This is no colour: the preview shows the one of the software.',
  },
})
