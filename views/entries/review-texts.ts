import { catalogue } from '../language.tsx'

export const reviewTexts = catalogue('views/entries/review-texts', {
  fr: {
    title: (title: string) => `Rendre «\u00a0${title}\u00a0»\u00a0?`,
    help: 'La fiche redevient un brouillon. La personne qui l’a écrite la corrige, puis la propose de nouveau.',
    note: 'Ce qui manque encore',
    noteHint: 'Se lit au-dessus du brouillon.',
    yes: 'Rendre pour correction',
    no: 'Revenir',
    back: 'Rendu pour correction',
    by: (name: string) => `par ${name}`,
  },
  en: {
    title: (title: string) => `Send “${title}” back?`,
    help: 'It becomes a draft again. Whoever wrote it changes it, then submits it again.',
    note: 'What is still missing',
    noteHint: 'Stands above the draft.',
    yes: 'Send back for changes',
    no: 'Go back',
    back: 'Sent back for changes',
    by: (name: string) => `by ${name}`,
  },
})
