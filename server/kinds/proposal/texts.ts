import { catalogue } from '../../../views/language.tsx'

export const texts = catalogue('server/kinds/proposal/texts', {
  fr: {
    one: 'Proposition',
    many: 'Propositions',
    count: { one: 'proposition', other: 'propositions' },
    create: 'Publier une proposition',
    lede: 'Ce qui a été proposé, qui peut en décider, et ce qu’on en sait\u00a0: daté, avec sa source.',
    empty: 'Aucune proposition pour le moment.',
    closed: 'Archivée',
    link: 'Lire et soutenir sur le site',
    fate: (status: string, day: string | null) =>
      day === null
        ? `Ce qu’elle est devenue\u00a0: ${status}.`
        : `Ce qu’elle est devenue\u00a0: ${status} (${day}).`,
    status: {
      unknown: 'inconnu',
      asked: 'demandé',
      answered: 'répondu',
      accepted: 'accepté',
      refused: 'refusé',
      done: 'fait',
    },
    fields: {
      reference: 'Repère dans le texte d’origine',
      quote: 'Le texte, mot pour mot',
      source: 'Adresse du texte d’origine',
      sourceLabel: 'Texte d’origine',
      sourceDay: 'Date du texte d’origine',
      decider: 'Qui peut décider',
      status: 'Ce qu’elle est devenue',
      evidence: 'Ce qu’on en sait',
      nextCheck: 'Prochaine vérification',
    },
    parts: {
      evidence: {
        one: 'Élément',
        fields: {
          day: 'Date',
          what: 'Ce qui s’est passé',
          by: 'Qui le dit',
          url: 'Adresse de la source',
        },
      },
    },
    orUrl: '(ceci ou l’adresse)',
    orName: '(ceci ou qui le dit)',
    addEvidence: 'Ajouter un élément daté',
    groups: { text: 'Le texte proposé', fate: 'Ce qu’elle est devenue' },
    hints: {
      reference: 'Son numéro ou son article, par exemple «\u00a0L3\u00a0».',
      quote: 'Les mots exacts. Votre explication va dans le texte, plus haut.',
      sourceLabel: 'Par exemple\u00a0: «\u00a0Lettre du 18 avril 2011\u00a0».',
      decider: 'Un conseil, un bailleur, un service\u00a0: pas le nom d’une personne.',
      status:
        'Laissez «\u00a0inconnu\u00a0» sans source. À partir de «\u00a0répondu\u00a0», il faut un élément daté.',
      evidence: 'Chaque élément a sa date et dit d’où il vient\u00a0: un nom ou une adresse.',
      nextCheck:
        'Ce jour-là, une seule question vous est posée par e-mail\u00a0: où en est cette proposition\u00a0? Elle s’adresse à qui a écrit cette page, sinon à qui publie pour la structure.',
    },
  },
  en: {
    one: 'Proposal',
    many: 'Proposals',
    count: { one: 'proposal', other: 'proposals' },
    create: 'Publish a proposal',
    lede: 'What was proposed, who can decide, and what is known of it: dated, with its source.',
    empty: 'No proposal for the moment.',
    closed: 'Archived',
    link: 'Read and support on the site',
    fate: (status: string, day: string | null) =>
      day === null ? `What became of it: ${status}.` : `What became of it: ${status} (${day}).`,
    status: {
      unknown: 'unknown',
      asked: 'asked',
      answered: 'answered',
      accepted: 'accepted',
      refused: 'refused',
      done: 'done',
    },
    fields: {
      reference: 'Its reference in the original text',
      quote: 'The text, word for word',
      source: 'Address of the original text',
      sourceLabel: 'Original text',
      sourceDay: 'Date of the original text',
      decider: 'Who can decide',
      status: 'What became of it',
      evidence: 'What is known',
      nextCheck: 'Next check',
    },
    parts: {
      evidence: {
        one: 'Item',
        fields: { day: 'Date', what: 'What happened', by: 'Who says so', url: 'Address of the source' },
      },
    },
    orUrl: '(this or the address)',
    orName: '(this or who says so)',
    addEvidence: 'Add a dated item',
    groups: { text: 'The text proposed', fate: 'What became of it' },
    hints: {
      reference: 'Its number or article, for example “L3”.',
      quote: 'The exact words. Your explanation goes into the text above.',
      sourceLabel: 'For example: “Letter of 18 April 2011”.',
      decider: 'A council, a landlord, a department: not the name of a person.',
      status: 'Leave “unknown” without a source. From “answered” on, a dated item is needed.',
      evidence: 'Each item has its date and says where it comes from: a name or an address.',
      nextCheck:
        'On that day you are asked one question by e-mail: what became of this proposal? It goes to whoever wrote this page, else to those who publish for the organisation.',
    },
  },
})
