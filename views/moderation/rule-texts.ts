import { catalogue } from '../language.tsx'

/** By which rule something waits, and the page where the rules are. */
export const ruleTexts = catalogue('views/moderation/rule-texts', {
  fr: {
    title: 'Ce qui attend une relecture',
    lead: 'Une réponse qui tombe sous une de ces règles ne paraît pas tout de suite\u00a0: une personne qui modère la lit d’abord. Rien n’est refusé d’office, et rien ne change à ce qui a déjà paru. Une réponse corrigée par son auteur ou son autrice repasse par les mêmes règles.',
    first: {
      first: 'La première réponse de chaque personne d’un autre serveur attend toujours.',
      always: 'Toutes les réponses venues d’autres serveurs attendent.',
      never: 'Pour le reste, les réponses venues d’autres serveurs paraissent aussitôt.',
    },
    firstChange: 'Changer dans les réglages',
    links: 'Nombre de liens',
    linksHint: 'Les mentions et les mots-dièse ne comptent pas, ni deux fois le même lien.',
    linksNone: 'Ne pas compter les liens',
    linksMore: (count: number) =>
      count === 0 ? 'Dès le premier lien' : count === 1 ? 'Plus d’un lien' : `Plus de ${count} liens`,
    domains: 'Liens vers ces domaines',
    domainsHint:
      'Un par ligne, par exemple raccourci.example. Ce qui est sous le domaine compte aussi\u00a0: www.raccourci.example.',
    words: 'Mots et expressions',
    wordsHint:
      'Un par ligne, par exemple «\u00a0crédit facile\u00a0». Majuscules, accents et ponctuation ne comptent pas\u00a0; seuls les mots entiers comptent\u00a0: «\u00a0con\u00a0» ne retient pas «\u00a0conseil\u00a0». 1\u00a0000\u00a0lignes au plus.',
    hosts: 'Serveurs toujours relus',
    hostsHint: 'Un par ligne, par exemple bruyant.example. Tout ce qui en vient attend, sans être bloqué.',
    members: 'Les mots et les liens valent aussi pour les membres de ce site',
    membersHint: 'Sauf pour les personnes qui publient ou qui modèrent.',
    why: 'Pourquoi ce changement',
    whyHint: 'Gardé avec la décision, pour les autres personnes qui modèrent.',
    save: 'Enregistrer les règles',
    because: {
      silence: (_: string) => 'cette personne, ou son serveur, est mise en retrait.',
      host: (host: string) => `tout ce qui vient de ${host} est relu d’abord.`,
      words: (word: string) => `le texte contient «\u00a0${word}\u00a0».`,
      links: (count: string) => `le texte contient ${count} liens.`,
      domain: (host: string) => `un lien mène vers ${host}.`,
      'first-contact': (_: string) => 'c’est la première réponse de cette personne.',
      everything: (_: string) => 'toutes les réponses sont relues d’abord.',
      changed: (_: string) => 'le texte a changé depuis qu’il a été affiché.',
      thread: (_: string) => 'elle répond à une réponse qui attend.',
    },
  },
  en: {
    title: 'What waits to be read',
    lead: 'An answer that falls under one of these rules does not appear at once: a person who moderates reads it first. Nothing is refused by rule, and nothing changes for what has already appeared. An answer that its author corrects passes the same rules again.',
    first: {
      first: 'The first answer of each person from another server always waits.',
      always: 'All answers from other servers wait.',
      never: 'Otherwise answers from other servers appear at once.',
    },
    firstChange: 'Change it in the settings',
    links: 'Number of links',
    linksHint: 'Mentions and hashtags do not count, nor the same link twice.',
    linksNone: 'Do not count links',
    linksMore: (count: number) =>
      count === 0 ? 'From the first link' : count === 1 ? 'More than one link' : `More than ${count} links`,
    domains: 'Links to these domains',
    domainsHint:
      'One on each line, for example short.example. What is under the domain counts too: www.short.example.',
    words: 'Words and phrases',
    wordsHint:
      'One on each line, for example “easy credit”. Case, accents and punctuation do not count; only whole words do: “con” does not hold “contact”. 1,000 lines at most.',
    hosts: 'Servers that are always read first',
    hostsHint:
      'One on each line, for example noisy.example. All that comes from there waits, without being blocked.',
    members: 'Words and links hold answers of members of this site too',
    membersHint: 'But for the people who publish or moderate.',
    why: 'Why this change',
    whyHint: 'Kept with the decision, for the other people who moderate.',
    save: 'Save the rules',
    because: {
      silence: (_: string) => 'this person, or their server, is set aside.',
      host: (host: string) => `all that comes from ${host} is read first.`,
      words: (word: string) => `the text holds “${word}”.`,
      links: (count: string) => `the text holds ${count} links.`,
      domain: (host: string) => `a link leads to ${host}.`,
      'first-contact': (_: string) => 'this is the first answer of this person.',
      everything: (_: string) => 'all answers are read first.',
      changed: (_: string) => 'the text has changed since it was shown.',
      thread: (_: string) => 'it answers one that waits.',
    },
  },
})

export type RuleName = keyof (typeof ruleTexts)['fr']['because']
