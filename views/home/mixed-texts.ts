import { catalogue } from '../language.tsx'

export const mixedTexts = catalogue('views/home/mixed-texts', {
  fr: {
    search: 'Recherche',
    found: (q: string) => `Recherche\u00a0: ${q}`,
    searchLede: 'Dans toutes les rubriques, sur ce site et chez ceux qu’il suit.',
    tag: (label: string) => `#${label}`,
    tagLede: (label: string) =>
      `Tout ce qui porte le mot-clé «\u00a0${label}\u00a0», toutes rubriques confondues.`,
    results: { one: 'résultat', other: 'résultats' },
    empty: 'Rien n’est encore publié ici.',
    noTag: 'Rien ne porte ce mot-clé pour le moment.',
  },
  en: {
    search: 'Search',
    found: (q: string) => `Search: ${q}`,
    searchLede: 'In all sections, on this site and on those it follows.',
    tag: (label: string) => `#${label}`,
    tagLede: (label: string) => `Everything that bears the tag “${label}”, in all sections.`,
    results: { one: 'result', other: 'results' },
    empty: 'Nothing is published here yet.',
    noTag: 'Nothing bears this tag for the moment.',
  },
})
