import { catalogue } from '../language.tsx'

/** What pages say of lots and organisations that fit each other: reasons and doubts in words, and no grade. */
export const matchingTexts = catalogue('views/matching/texts', {
  fr: {
    who: 'Qui pourrait répondre',
    whoLead:
      'Des organisations de l’annuaire, de ce site et de ceux qu’il suit, d’après ce qu’elles disent d’elles-mêmes. Rien n’est vérifié, et personne n’est noté.',
    count: { one: 'organisation', other: 'organisations' },
    none: 'Aucune organisation de l’annuaire ne correspond',
    noneHow:
      'Une organisation y apparaît quand sa page dit ses codes CPV ou ses secteurs, et où elle travaille. Le même métier existe peut-être chez un voisin que ce site ne suit pas encore.',
    all: 'Voir toutes les organisations',
    how: 'Comment ces correspondances sont faites',
    order: 'Ordre',
    orders: {
      reasons: 'Le plus de raisons d’abord',
      near: 'Les plus proches d’abord',
      name: 'Par nom',
      soon: 'Les plus proches échéances d’abord',
    },
    verdicts: { fits: 'Pour', doubt: 'À vérifier', unknown: 'On ne sait pas' },
    unknown: 'Ce qu’on ne sait pas',
    from: (host: string) => `Annuaire de ${host}`,
    closed: 'Ce lot n’est plus à prendre',
    closedHow: 'Son marché est clos, ou le lot est déjà attribué, infructueux ou retiré.',
    backToLot: 'Revenir au lot',
    lots: 'Marchés à sa portée',
    lotsLead: 'Les lots ouverts que cette organisation pourrait prendre, d’après ce qu’elle dit d’elle-même.',
    lotsOf: (name: string) => `Marchés à la portée de ${name}`,
    lotCount: { one: 'lot', other: 'lots' },
    lotsNone: 'Aucun lot ouvert ne correspond pour l’instant',
    lotsNoneHow:
      'Ses codes CPV, les départements et communes où elle travaille et le plus gros marché qu’elle prendrait seule se disent dans le formulaire de sa page, sous «\u00a0Marchés\u00a0».',
    allLots: 'Voir tous les lots',
    backToOrganisation: 'Revenir à l’organisation',
    lotOf: (number: number, tender: string) => `Lot\u00a0${number} de «\u00a0${tender}\u00a0»`,
    buyer: (name: string) => `Acheteur\u00a0: ${name}`,
    until: (day: string) => `Jusqu’au ${day}`,
    tell: 'Être prévenu·e des lots qui conviennent',
    tellLead: (email: string) =>
      `Pour celles et ceux qui publient pour cette organisation\u00a0: un e-mail quand un lot nouveau lui convient, à ${email}.`,
    told: 'Vous en êtes prévenu·e.',
    manage: 'Gérer mes alertes',
  },
  en: {
    who: 'Who could answer',
    whoLead:
      'Organisations of the directory, of this site and of those it follows, by what they say of themselves. Nothing is checked, and nobody is graded.',
    count: { one: 'organisation', other: 'organisations' },
    none: 'No organisation of the directory fits',
    noneHow:
      'An organisation appears here when its page says its CPV codes or its sectors, and where it works. The same trade may exist at a neighbour’s that this site does not follow yet.',
    all: 'See all organisations',
    how: 'How these matches are made',
    order: 'Order',
    orders: {
      reasons: 'Most reasons first',
      near: 'Nearest first',
      name: 'By name',
      soon: 'Next deadlines first',
    },
    verdicts: { fits: 'For', doubt: 'To be checked', unknown: 'Not known' },
    unknown: 'What is not known',
    from: (host: string) => `Directory of ${host}`,
    closed: 'This lot can no longer be answered',
    closedHow: 'Its tender is closed, or the lot is awarded, unsuccessful or withdrawn.',
    backToLot: 'Back to the lot',
    lots: 'Contracts within its reach',
    lotsLead: 'The open lots that this organisation could take, by what it says of itself.',
    lotsOf: (name: string) => `Contracts within reach of ${name}`,
    lotCount: { one: 'lot', other: 'lots' },
    lotsNone: 'No open lot fits for now',
    lotsNoneHow:
      'Its CPV codes, the departments and towns where it works and the largest contract it would take alone are said in the form of its page, under “Contracts”.',
    allLots: 'See all lots',
    backToOrganisation: 'Back to the organisation',
    lotOf: (number: number, tender: string) => `Lot ${number} of “${tender}”`,
    buyer: (name: string) => `Buyer: ${name}`,
    until: (day: string) => `Until ${day}`,
    tell: 'Hear about lots that fit',
    tellLead: (email: string) =>
      `For those who publish for this organisation: an e-mail when a new lot fits it, to ${email}.`,
    told: 'You hear about them.',
    manage: 'Manage my alerts',
  },
})
