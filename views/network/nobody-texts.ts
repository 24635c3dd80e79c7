import { catalogue } from '../language.tsx'

export const nobodyTexts = catalogue('views/network/nobody-texts', {
  fr: {
    none: 'Abonné·es sur d’autres serveurs\u00a0: 0',
    meaning:
      'Ce qui est publié se lit ici, et n’arrive encore nulle part ailleurs. Pour être suivi\u00a0: accrochez l’affiche, donnez le nom à chercher depuis Mastodon, ou demandez aux sites voisins de suivre celui-ci.',
    poster: 'Imprimer l’affiche',
    names: 'Les noms à donner',
    ask: 'Demander aux voisins',
    some: { one: 'abonné·e sur d’autres serveurs', other: 'abonné·es sur d’autres serveurs' },
  },
  en: {
    none: 'Followers on other servers: 0',
    meaning:
      'What is published is read here, and does not arrive anywhere else yet. To be followed: hang up the poster, give the name to look for from Mastodon, or ask the neighbouring sites to follow this one.',
    poster: 'Print the poster',
    names: 'The names to give',
    ask: 'Ask the neighbours',
    some: { one: 'follower on other servers', other: 'followers on other servers' },
  },
})
