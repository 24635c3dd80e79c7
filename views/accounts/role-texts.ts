import { catalogue } from '../language.tsx'

/** Roles as people call them, and what each may do. */
export const roleTexts = catalogue('views/accounts/role-texts', {
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
      facilitator:
        'Tient le bureau de facilitation\u00a0: lit les demandes des structures et des acheteurs, et y répond.',
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
      facilitator:
        'Runs the facilitation desk: reads the requests of structures and buyers, and answers them.',
      moderator: 'Moderates answers, settles reports, blocks.',
      admin: 'Everything, settings and accounts included.',
    },
  },
})

export const roleNames = ['member', 'contributor', 'editor', 'facilitator', 'moderator', 'admin'] as const
export type RoleName = (typeof roleNames)[number]
