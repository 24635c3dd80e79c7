import { catalogue } from '../language.tsx'

export const entryTexts = catalogue('views/entries/entry-texts', {
  fr: {
    by: 'Publié par',
    place: 'Lieu',
    aside:
      'Ce qui vient de ce serveur ou de ce compte est en retrait\u00a0: seules les personnes qui modèrent voient cette page.',
    hidden: 'Cette page n’est pas publiée\u00a0: seules les personnes qui peuvent la modifier la voient.',
    missing: (fields: string) => `Il manque encore\u00a0: ${fields}`,
    from: (name: string) => `Ceci vient d’un autre site du réseau\u00a0: ${name}.`,
    readThere: (host: string) => `La lire sur ${host}`,
    published: 'Publié le',
    updated: 'Modifié le',
    likes: { one: 'mention «\u00a0J’aime\u00a0»', other: 'mentions «\u00a0J’aime\u00a0»' },
    boosts: { one: 'partage', other: 'partages' },
    manage: {
      title: 'Gérer',
      edit: 'Modifier',
      copy: 'Dupliquer',
      nextYear: 'Reprendre pour l’année prochaine',
      history: 'Historique',
      preview: 'Aperçu',
      publish: 'Publier',
      submit: 'Proposer à la relecture',
      sendBack: 'Rendre pour correction…',
      takeBack: 'Ne plus proposer',
      deliveries: 'Qui l’a reçu',
      moving: 'Abonné·es, déménagement',
      close: 'Clore',
      reopen: 'Rouvrir',
      withdraw: 'Retirer…',
      discard: 'Jeter…',
      what: {
        close: 'Clore\u00a0: la page reste lisible, et dit que c’est fini.',
        closeOrganisation:
          'Marquer comme fermée\u00a0: la fiche reste lisible, et dit que la structure n’existe plus.',
        withdraw: 'Retirer\u00a0: la page disparaît d’ici et des sites qui l’ont reçue.',
        discard: 'Jeter\u00a0: le brouillon est effacé\u00a0; personne d’autre ne l’a vu.',
      },
      closeOrganisation: 'Marquer comme fermée',
    },
    withdraw: {
      title: (title: string) => `Retirer «\u00a0${title}\u00a0»\u00a0?`,
      discardTitle: (title: string) => `Jeter le brouillon «\u00a0${title}\u00a0»\u00a0?`,
      public:
        'La page répondra qu’elle n’existe plus, et les autres sites qui l’ont reçue seront priés de l’effacer. Ses réponses disparaîtront avec elle. Cela ne se défait pas.',
      close:
        'Si elle n’est plus d’actualité, vous pouvez plutôt la clore\u00a0: elle reste lisible, et le dit.',
      draft:
        'Il n’a pas été publié\u00a0: seules les personnes qui peuvent le modifier ont pu le voir. Cela ne se défait pas.',
      own: (count: number) =>
        count === 1
          ? 'Une publication parle encore en son nom'
          : `${count} publications parlent encore en son nom`,
      ownFirst:
        'Une fois son compte fermé, plus personne ne pourrait les corriger ni les faire effacer ailleurs. Retirez-les d’abord\u00a0:',
      named: (count: number) =>
        count === 1
          ? 'Une autre publication la nomme\u00a0: elle reste, sans lien vers elle.'
          : `${count} autres publications la nomment\u00a0: elles restent, sans lien vers elle.`,
      yes: 'Oui, retirer',
      discard: 'Oui, jeter',
      no: 'Non, revenir',
    },
    calendar: 'Ajouter à mon agenda',
    report: 'Signaler',
    entriesOf: (name: string) => `Proposé par ${name}`,
    all: 'Tout voir',
    follow: (name: string) => `Suivre ${name}`,
    followHow: 'Depuis Mastodon ou un autre réseau du fédivers, recherchez ce nom et suivez-le\u00a0:',
    copy: 'Copier',
  },
  en: {
    by: 'Published by',
    place: 'Place',
    aside: 'What comes from this server or account is set aside: only people who moderate see this page.',
    hidden: 'This page is not published: only those who may change it can see it.',
    missing: (fields: string) => `Still missing: ${fields}`,
    from: (name: string) => `This comes from another site of the network: ${name}.`,
    readThere: (host: string) => `Read it on ${host}`,
    published: 'Published on',
    updated: 'Changed on',
    likes: { one: 'like', other: 'likes' },
    boosts: { one: 'boost', other: 'boosts' },
    manage: {
      title: 'Manage',
      edit: 'Edit',
      copy: 'Duplicate',
      nextYear: 'Duplicate for next year',
      history: 'History',
      preview: 'Preview',
      publish: 'Publish',
      submit: 'Submit for review',
      sendBack: 'Send back for changes…',
      takeBack: 'Take back the submission',
      deliveries: 'Who received it',
      moving: 'Followers, moving',
      close: 'Close',
      reopen: 'Open again',
      withdraw: 'Withdraw…',
      discard: 'Discard…',
      what: {
        close: 'Close: the page stays readable, and says that it is over.',
        closeOrganisation:
          'Mark as closed down: the page stays readable, and says that the organisation is no more.',
        withdraw: 'Withdraw: the page disappears from here and from the sites that received it.',
        discard: 'Discard: the draft is erased; nobody else has seen it.',
      },
      closeOrganisation: 'Mark as closed down',
    },
    withdraw: {
      title: (title: string) => `Withdraw “${title}”?`,
      discardTitle: (title: string) => `Discard the draft “${title}”?`,
      public:
        'The page will answer that it no longer exists, and the other sites that received it will be asked to erase it. Its answers will go with it. This cannot be undone.',
      close: 'If it is merely out of date, you can close it instead: it stays readable, and says so.',
      draft: 'It was never published: only those who may change it can have seen it. This cannot be undone.',
      own: (count: number) =>
        count === 1 ? 'One page still speaks in its name' : `${count} pages still speak in its name`,
      ownFirst:
        'Once its account is closed, nobody could correct them any more, or have them erased elsewhere. Withdraw them first:',
      named: (count: number) =>
        count === 1
          ? 'One other page names it: it stays, without a link to it.'
          : `${count} other pages name it: they stay, without a link to it.`,
      yes: 'Yes, withdraw',
      discard: 'Yes, discard',
      no: 'No, go back',
    },
    calendar: 'Add to my calendar',
    report: 'Report',
    entriesOf: (name: string) => `What ${name} offers`,
    all: 'See all',
    follow: (name: string) => `Follow ${name}`,
    followHow: 'From Mastodon or another network of the fediverse, look for this name and follow it:',
    copy: 'Copy',
  },
})
