import { catalogue } from '../language.tsx'

/** How far an organisation is known, in words that say no more than what is known. */
export const registerTexts = catalogue('views/registers/texts', {
  fr: {
    title: 'Ce que l’on sait de son identité',
    identity: (hub: string) => `Identité, selon ${hub}`,
    register: {
      sirene: 'répertoire Sirene',
      rna: 'répertoire national des associations (RNA)',
      court: 'registre des associations du tribunal (Alsace et Moselle)',
      other: 'autre répertoire',
    },
    levels: {
      declared: 'Déclarée par l’organisation.',
      'well-formed': 'Numéro bien formé\u00a0:',
      none: 'Aucun numéro bien formé ne l’accompagne.',
      noSiret: 'Elle dit être une association sans SIREN ni SIRET.',
    },
    found: (register: string, day: string, number: string) =>
      `Trouvée le ${day} sous le numéro ${number}\u00a0: ${register}.`,
    notFound: 'Personne n’a noté ici l’avoir cherchée dans un répertoire.',
    foundHow: 'Noté par l’équipe de ce site. Rien n’est vérifié automatiquement.',
    source: 'La source',
    said: (host: string) => `C’est ${host} qui le dit\u00a0: ce site ne l’a pas cherchée.`,
    serves: (names: string) => `Communes desservies\u00a0: ${names}.`,
    record: 'Noter une recherche dans un répertoire',
    pageTitle: (name: string) => `Identité\u00a0: ${name}`,
    lead: 'Cherchez l’organisation dans un répertoire public, puis notez ici ce que vous avez trouvé. Si le numéro change ensuite, la note ne compte plus.',
    noNumber:
      'Cette organisation ne donne ni SIREN, ni SIRET, ni RNA\u00a0: il n’y a rien à chercher. Modifiez d’abord sa fiche.',
    labels: {
      register: 'Répertoire',
      number: 'Numéro cherché',
      foundOn: 'Trouvée le',
      source: 'Adresse de la page où vous l’avez trouvée',
    },
    choose: 'Choisir',
    submit: 'Noter',
    back: 'Revenir à la fiche',
    all: 'Ce qui a été noté',
    none: 'Rien n’a été noté.',
    by: (name: string) => `par ${name}`,
    someone: 'un compte effacé',
    past: 'numéro qu’elle ne donne plus',
    remove: 'Effacer',
    removeOf: (number: string, day: string) => `Effacer\u00a0: ${number}, ${day}`,
  },
  en: {
    title: 'What is known of its identity',
    identity: (hub: string) => `Identity, according to ${hub}`,
    register: {
      sirene: 'Sirene register',
      rna: 'national register of associations (RNA)',
      court: 'register of associations of the court (Alsace and Moselle)',
      other: 'another register',
    },
    levels: {
      declared: 'Declared by the organisation.',
      'well-formed': 'Number well formed:',
      none: 'No well-formed number comes with it.',
      noSiret: 'It says that it is an association without SIREN or SIRET.',
    },
    found: (register: string, day: string, number: string) =>
      `Found on ${day} under the number ${number}: ${register}.`,
    notFound: 'Nobody has recorded here that they looked it up in a register.',
    foundHow: 'Recorded by the people of this site. Nothing is checked automatically.',
    source: 'The source',
    said: (host: string) => `It is ${host} that says so: this site did not look it up.`,
    serves: (names: string) => `Communes served: ${names}.`,
    record: 'Record a search in a register',
    pageTitle: (name: string) => `Identity: ${name}`,
    lead: 'Look the organisation up in a public register, then record here what you found. If the number changes later, the record no longer counts.',
    noNumber:
      'This organisation gives no SIREN, SIRET or RNA: there is nothing to look up. Change its page first.',
    labels: {
      register: 'Register',
      number: 'Number looked up',
      foundOn: 'Found on',
      source: 'Address of the page where you found it',
    },
    choose: 'Choose',
    submit: 'Record',
    back: 'Back to its page',
    all: 'What was recorded',
    none: 'Nothing was recorded.',
    by: (name: string) => `by ${name}`,
    someone: 'an erased account',
    past: 'a number that it no longer gives',
    remove: 'Erase',
    removeOf: (number: string, day: string) => `Erase: ${number}, ${day}`,
  },
})

export type Register = keyof (typeof registerTexts)['fr']['register']
