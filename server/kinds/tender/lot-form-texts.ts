import { catalogue } from '../../../views/language.tsx'

/** What helps to fill in a lot. Articles are named and never told: the law of the day is read at its source. */
export const lotFormTexts = catalogue('server/kinds/tender/lot-form-texts', {
  fr: {
    number: 'Celui de l’avis. Laissé vide, c’est le suivant.',
    cpv: '8\u00a0chiffres, par exemple 77310000. Il permet d’être trouvé par les structures du métier.',
    place: 'Une commune, ou un département par son nom ou son numéro.',
    months: 'mois',
    article:
      'L’article que cite l’avis, par exemple L2113-12, L2113-13, L2113-13-1, L2113-14 ou L2113-15 du Code de la commande publique.',
    more: 'Numéro et durée',
    ground: 'Ce qui permet la réservation',
    ifReserved: '(si le lot est réservé)',
    openTo:
      'Cochez ceux que l’acheteur nomme. Rien de coché\u00a0: l’avis n’en nomme aucun. Ce n’est ni une réservation ni une préférence.',
    award: 'Suite donnée à ce lot',
    state: 'Un lot publié garde son numéro\u00a0: pour l’enlever, dites-le retiré.',
    holders: 'Un nom par ligne\u00a0; un seul s’il n’y a pas de groupement.',
    unknown: 'Inconnu',
    ifAwarded: '(si le lot est attribué)',
    source: 'Où l’attribution est publiée.',
  },
  en: {
    number: 'That of the notice. Left empty, it is the next one.',
    cpv: '8 digits, for example 77310000. It lets the structures of the trade find it.',
    place: 'A commune, or a department by its name or number.',
    months: 'months',
    article:
      'The article that the notice quotes, for example L2113-12, L2113-13, L2113-13-1, L2113-14 or L2113-15 of the French public procurement code.',
    more: 'Number and length',
    ground: 'What allows the reservation',
    ifReserved: '(if the lot is reserved)',
    openTo:
      'Tick those that the buyer names. None ticked: the notice names none. It is neither a reservation nor a preference.',
    award: 'What became of this lot',
    state: 'A published lot keeps its number: to take it away, say that it is withdrawn.',
    holders: 'One name a line; a single one if there is no grouping.',
    unknown: 'Unknown',
    ifAwarded: '(if the lot is awarded)',
    source: 'Where the award is published.',
  },
})
