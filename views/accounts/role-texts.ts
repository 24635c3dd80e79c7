import { catalogue } from '../language.tsx'

/** Roles as people call them, and what each may do. */
export const roleTexts = catalogue({
  fr: {
    member: 'Membre',
    contributor: 'Contributeur ou contributrice',
    editor: 'Éditeur ou éditrice',
    facilitator: 'Facilitateur ou facilitatrice',
    moderator: 'Modérateur ou modératrice',
    admin: 'Administrateur ou administratrice',
    may: {
      member: 'Répond aux annonces.',
      contributor: 'Écrit des brouillons et les soumet à relecture.',
      editor: 'Publie au nom du site et de toutes ses organisations.',
      facilitator: 'Rien de plus qu’un membre pour l’instant\u00a0: ce rôle attend ses outils.',
      moderator: 'Modère les réponses, traite les signalements, bloque.',
      admin: 'Tout, avec les réglages et les comptes.',
    },
  },
  en: {
    member: 'Member',
    contributor: 'Contributor',
    editor: 'Editor',
    facilitator: 'Facilitator',
    moderator: 'Moderator',
    admin: 'Administrator',
    may: {
      member: 'Answers what is published.',
      contributor: 'Writes drafts and submits them for review.',
      editor: 'Publishes for the site and all of its organisations.',
      facilitator: 'Nothing more than a member for now: this role waits for its tools.',
      moderator: 'Moderates answers, settles reports, blocks.',
      admin: 'Everything, settings and accounts included.',
    },
  },
})

export const roleNames = ['member', 'contributor', 'editor', 'facilitator', 'moderator', 'admin'] as const
export type RoleName = (typeof roleNames)[number]
