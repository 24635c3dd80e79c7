import { ofName } from '../elision.ts'
import { catalogue } from '../language.tsx'

export const blockTexts = catalogue({
  fr: {
    lead: 'Rien n’entre plus d’un serveur ou d’un compte bloqué et rien ne part vers lui. Ce qui en est gardé ici est effacé.',
    title: 'Bloquer',
    type: 'Quoi',
    types: {
      host: { label: 'Un serveur entier', hint: 'Avec tous les noms qui finissent comme lui.' },
      actor: { label: 'Un seul compte', hint: '@nom@serveur, ou son adresse.' },
    },
    target: 'Lequel',
    targetHint: 'Par exemple serveur.example ou @nom@serveur.example.',
    go: 'Continuer',
    confirm: 'Bloquer pour de bon',
    confirmTitle: (target: string) => `Bloquer ${target}\u00a0?`,
    erases: 'Sera effacé d’ici, aussitôt et sans retour\u00a0:',
    nothing: 'Rien n’est gardé ici de ce côté\u00a0: le blocage ne fait que fermer la porte.',
    counts: {
      actors: { one: 'compte connu', other: 'comptes connus' },
      entries: { one: 'publication', other: 'publications' },
      comments: { one: 'réponse', other: 'réponses' },
      followers: { one: 'abonnement à nos comptes', other: 'abonnements à nos comptes' },
      following: { one: 'abonnement de ce site', other: 'abonnements de ce site' },
      deliveries: { one: 'envoi pas encore arrivé', other: 'envois pas encore arrivés' },
    },
    cancel: 'Ne pas bloquer',
    current: 'Bloqués en ce moment',
    none: 'Personne n’est bloqué',
    noneText:
      'C’est bon signe. Un serveur qui déborde se bloque ci-dessus, sous n’importe quelle écriture de son nom.',
    host: 'Serveur',
    actor: 'Compte',
    by: (name: string) => `par ${name}`,
    lift: 'Lever le blocage',
    liftOf: (target: string) => `Lever le blocage ${ofName(target)}`,
    liftHint: 'Ce qui a été effacé ne revient pas de soi-même\u00a0: il faudra suivre de nouveau.',
    faults: {
      'not-a-host': 'Écrivez le nom d’un serveur, par exemple serveur.example.',
      'not-an-actor': 'Écrivez @nom@serveur, ou l’adresse complète du compte.',
      'unknown-actor':
        'Ce compte n’est pas connu ici\u00a0: donnez son adresse complète, qui commence par https://.',
      own: 'C’est ce site lui-même.',
    },
  },
  en: {
    lead: 'Nothing comes in any more from a blocked server or account, and nothing goes out to it. What is kept of it here is erased.',
    title: 'Block',
    type: 'What',
    types: {
      host: { label: 'A whole server', hint: 'With all names that end like it.' },
      actor: { label: 'A single account', hint: '@name@server, or its address.' },
    },
    target: 'Which one',
    targetHint: 'For example server.example or @name@server.example.',
    go: 'Go on',
    confirm: 'Block for good',
    confirmTitle: (target: string) => `Block ${target}?`,
    erases: 'Will be erased here, at once and for good:',
    nothing: 'Nothing from there is kept here: the block only shuts the door.',
    counts: {
      actors: { one: 'known account', other: 'known accounts' },
      entries: { one: 'publication', other: 'publications' },
      comments: { one: 'answer', other: 'answers' },
      followers: { one: 'follow of our accounts', other: 'follows of our accounts' },
      following: { one: 'follow by this site', other: 'follows by this site' },
      deliveries: { one: 'delivery that has not arrived', other: 'deliveries that have not arrived' },
    },
    cancel: 'Do not block',
    current: 'Blocked at the moment',
    none: 'Nobody is blocked',
    noneText: 'A good sign. A server that goes too far is blocked above, however its name is written.',
    host: 'Server',
    actor: 'Account',
    by: (name: string) => `by ${name}`,
    lift: 'Lift the block',
    liftOf: (target: string) => `Lift the block of ${target}`,
    liftHint: 'What was erased does not come back by itself: it has to be followed again.',
    faults: {
      'not-a-host': 'Write the name of a server, for example server.example.',
      'not-an-actor': 'Write @name@server, or the full address of the account.',
      'unknown-actor': 'This account is not known here: give its full address, beginning with https://.',
      own: 'This is this very site.',
    },
  },
})

export type TargetFault = keyof (typeof blockTexts)['fr']['faults']
