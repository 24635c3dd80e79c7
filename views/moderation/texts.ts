import { ofName } from '../elision.ts'
import { catalogue } from '../language.tsx'

/** What the moderators' pages say. */
export const moderationTexts = catalogue({
  fr: {
    title: 'Modération',
    lead: 'Ce qui attend un regard, ce qui a été décidé, par qui et pourquoi.',
    tabs: 'Parties de la modération',
    held: 'Réponses en attente',
    reports: 'Signalements',
    quotations: 'Citations',
    blocks: 'Blocages',
    decisions: 'Décisions',
    reason: 'Pourquoi',
    reasonHint: 'Gardé avec la décision, pour les autres personnes qui modèrent.',
    reasonNeeded: 'Gardé avec la décision\u00a0; à remplir dès qu’elle retire quelque chose à quelqu’un.',
    reasonShort: 'Gardé avec la décision\u00a0; à remplir pour masquer ou effacer.',
    under: 'Sous',
    original: 'Voir à la source',
    gone: 'Ce qui était visé n’existe plus ici.',
    anonymous: 'personne inconnue',
    none: {
      title: 'Aucune réponse n’attend',
      reports: { one: 'signalement attend', other: 'signalements attendent' },
      text: 'Les premières réponses de personnes d’autres serveurs passent par ici avant de paraître. La règle se change dans les réglages.',
      textModerator:
        'Les premières réponses de personnes d’autres serveurs passent par ici avant de paraître.',
      settings: 'Changer la règle',
    },
    heldLead:
      'Seules les personnes qui modèrent les voient. Afficher la réponse d’une personne laisse passer les suivantes, sauf si la règle est de tout relire.',
    showOf: (name: string) => `Afficher la réponse ${ofName(name)}`,
    hideOf: (name: string) => `Masquer la réponse ${ofName(name)}`,
    deleteOf: (name: string) => `Effacer la réponse ${ofName(name)}`,
    more: 'Autres décisions',
    moreOf: (name: string) => `Autres décisions sur la réponse ${ofName(name)}`,
    block: 'Bloquer l’auteur et tout effacer',
    blockOf: (name: string) => `Bloquer ${name} et effacer tout ce qui vient de ce compte`,
    show: 'Afficher',
    hide: 'Masquer',
    delete: 'Effacer',
    decide: 'Décider',
    decideOn: (title: string) => `Décider\u00a0: ${title}`,
    outcome: 'Décision',
    outcomes: {
      none: { label: 'Rien à reprocher', hint: 'Le signalement est classé, rien ne change.' },
      handled: {
        label: 'Réglé autrement',
        hint: 'Par exemple après un échange avec la personne\u00a0; dites comment.',
      },
      shown: { label: 'Afficher', hint: 'Tout le monde la voit.' },
      hidden: { label: 'Masquer', hint: 'Personne ne la voit plus\u00a0; peut être affichée de nouveau.' },
      deleted: {
        label: 'Effacer',
        hint: 'Le texte disparaît pour de bon, ici et chez ceux qui l’avaient reçu de nous.',
      },
      removed: {
        label: 'Retirer la publication',
        hint: 'Son adresse répond «\u00a0retiré\u00a0»\u00a0; cela ne se défait pas.',
      },
      'author-blocked': {
        label: 'Bloquer ce compte',
        hint: 'Tout ce qui vient de ce compte est effacé ici, et plus rien n’entrera.',
      },
      'host-blocked': {
        label: 'Bloquer tout son serveur',
        hint: 'Tout ce qui vient de ce serveur est effacé ici, abonnements compris.',
      },
    },
    report: {
      none: 'Aucun signalement ouvert',
      noneText:
        'Chaque publication et chaque réponse porte un lien «\u00a0Signaler\u00a0», utilisable sans compte.',
      from: 'Signalé par',
      fromNobody: 'une personne qui n’a pas laissé d’adresse',
      fromServer: (id: string) => `un autre serveur (${id})`,
      about: {
        entry: 'À propos d’une publication',
        comment: 'À propos d’une réponse',
        actor: 'À propos d’un compte',
      },
    },
    ownFirst: (count: number) =>
      count === 1
        ? 'Cette organisation dit encore elle-même une publication\u00a0: retirez-la d’abord.'
        : `Cette organisation dit encore elle-même ${count} publications\u00a0: retirez-les d’abord.`,
    nothingToDecide: 'Il n’y a plus rien à décider ici.',
    back: 'Retour à la modération',
  },
  en: {
    title: 'Moderation',
    lead: 'What awaits a look, what was decided, by whom and why.',
    tabs: 'Parts of moderation',
    held: 'Waiting answers',
    reports: 'Reports',
    quotations: 'Quotations',
    blocks: 'Blocks',
    decisions: 'Decisions',
    reason: 'Why',
    reasonHint: 'Kept with the decision, for the other people who moderate.',
    reasonNeeded: 'Kept with the decision; needed as soon as it takes something from somebody.',
    reasonShort: 'Kept with the decision; needed to hide or delete.',
    under: 'Under',
    original: 'See it at its source',
    gone: 'What was meant is no longer here.',
    anonymous: 'unknown author',
    none: {
      title: 'No answer waits',
      reports: { one: 'report waits', other: 'reports wait' },
      text: 'First answers of people on other servers come through here before they appear. The rule can be changed in the settings.',
      textModerator: 'First answers of people on other servers come through here before they appear.',
      settings: 'Change the rule',
    },
    heldLead:
      'Only people who moderate see them. Showing a person’s answer lets the next ones pass, unless the rule is to read them all.',
    showOf: (name: string) => `Show the answer of ${name}`,
    hideOf: (name: string) => `Hide the answer of ${name}`,
    deleteOf: (name: string) => `Delete the answer of ${name}`,
    more: 'Other decisions',
    moreOf: (name: string) => `Other decisions on the answer of ${name}`,
    block: 'Block the author and erase it all',
    blockOf: (name: string) => `Block ${name} and erase everything from this account`,
    show: 'Show',
    hide: 'Hide',
    delete: 'Delete',
    decide: 'Decide',
    decideOn: (title: string) => `Decide: ${title}`,
    outcome: 'Decision',
    outcomes: {
      none: { label: 'Nothing wrong', hint: 'The report is closed, nothing changes.' },
      handled: { label: 'Settled otherwise', hint: 'For example after a word with the author; say how.' },
      shown: { label: 'Show', hint: 'Everybody sees it.' },
      hidden: { label: 'Hide', hint: 'Nobody sees it any more; it can be shown again.' },
      deleted: {
        label: 'Delete',
        hint: 'Its words are gone for good, here and with those who had them from us.',
      },
      removed: {
        label: 'Take the publication away',
        hint: 'Its address answers “withdrawn”; this cannot be undone.',
      },
      'author-blocked': {
        label: 'Block the author',
        hint: 'Everything from this account is erased here, and nothing more comes in.',
      },
      'host-blocked': {
        label: 'Block the whole server',
        hint: 'Everything from this server is erased here, follows included.',
      },
    },
    report: {
      none: 'No open report',
      noneText: 'Every publication and every answer has a “Report” link, which needs no account.',
      from: 'Reported by',
      fromNobody: 'a person who left no address',
      fromServer: (id: string) => `another server (${id})`,
      about: { entry: 'About a publication', comment: 'About an answer', actor: 'About an account' },
    },
    ownFirst: (count: number) =>
      count === 1
        ? 'This organisation still says one entry itself: withdraw it first.'
        : `This organisation still says ${count} entries itself: withdraw them first.`,
    nothingToDecide: 'There is nothing left to decide here.',
    back: 'Back to moderation',
  },
})

export type OutcomeName = keyof (typeof moderationTexts)['fr']['outcomes']
