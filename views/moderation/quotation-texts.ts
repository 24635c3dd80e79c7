import { ofName } from '../elision.ts'
import { catalogue } from '../language.tsx'

export const quotationTexts = catalogue('views/moderation/quotation-texts', {
  fr: {
    title: 'Citations',
    lead: 'Des personnes d’autres serveurs citent une publication d’ici. Affichée, une citation est nommée sur la page qu’elle cite. Refusée, elle ne l’est plus, et l’autorisation de citer est retirée.',
    none: 'Aucune citation n’attend',
    noneText:
      'Les premières citations d’une personne passent par ici avant de paraître, comme les premières réponses.',
    quotes: 'cite',
    original: 'Voir à la source',
    show: 'Afficher',
    showOf: (name: string) => `Afficher la citation ${ofName(name)}`,
    refuse: 'Refuser',
    refuseOf: (name: string) => `Refuser la citation ${ofName(name)}`,
    reason: 'Pourquoi',
    reasonHint: 'Gardé avec la décision\u00a0; à remplir pour refuser.',
    refused: 'Refusée\u00a0: l’autorisation de citer a été retirée.',
    back: 'Toutes les citations en attente',
  },
  en: {
    title: 'Quotations',
    lead: 'People on other servers quote something published here. Shown, a quotation is named on the page that it quotes. Refused, it no longer is, and the leave to quote is taken back.',
    none: 'No quotation waits',
    noneText: 'The first quotations of a person come through here before they appear, as first answers do.',
    quotes: 'quotes',
    original: 'See it at its source',
    show: 'Show',
    showOf: (name: string) => `Show the quotation of ${name}`,
    refuse: 'Refuse',
    refuseOf: (name: string) => `Refuse the quotation of ${name}`,
    reason: 'Why',
    reasonHint: 'Kept with the decision; needed to refuse.',
    refused: 'Refused: the leave to quote was taken back.',
    back: 'All quotations that wait',
  },
})
