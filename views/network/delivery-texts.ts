import { catalogue, useTexts } from '../language.tsx'

export const deliveryTexts = catalogue('views/network/delivery-texts', {
  fr: {
    waiting: 'En attente',
    failed: 'Abandonnées',
    count: {
      waiting: { one: 'envoi en attente', other: 'envois en attente' },
      failed: { one: 'envoi abandonné', other: 'envois abandonnés' },
    },
    next: 'Prochain essai',
    retry: 'Réessayer',
    ofHost: 'Ce qui lui a été envoyé',
    ofEntry: (title: string) => `Qui a reçu «\u00a0${title}\u00a0»`,
    view: 'Voir la publication',
    ofEntryLead:
      'Un envoi par serveur\u00a0: arrivé sur un serveur, c’est visible de toutes les personnes qui nous suivent depuis lui.',
    followers: { one: 'abonnement sur d’autres serveurs', other: 'abonnements sur d’autres serveurs' },
    followersOf: (handle: string) => `${handle} a`,
    delivered: 'Arrivées',
    noneSent: 'Aucun envoi',
    noneSentText:
      'Personne ne suit ce compte depuis un autre serveur. La publication se lit ici, et n’est arrivée nulle part ailleurs.',
    noneSentDraft: 'Cette publication n’est pas encore publique\u00a0: rien n’est parti.',
    notYet: 'Les envois de cette publication sont en préparation\u00a0: rechargez la page dans un instant.',
    states: { waiting: 'En attente', delivered: 'Arrivé', failed: 'Abandonné', none: 'Pas envoyé' },
    outcomes: { waiting: 'en attente', delivered: 'arrivé', failed: 'abandonné' },
    became: (what: string, outcome: string) => `${what}\u00a0: ${outcome}`,
    followersThere: { one: 'abonnement de là-bas', other: 'abonnements de là-bas' },
    notSent: {
      'followed-later':
        'On ne nous suit de là-bas que depuis la publication\u00a0: elle n’y a pas été envoyée.',
      'long-ago': 'Publié il y a plus d’un mois\u00a0: le détail des envois n’est plus gardé.',
      preparing: 'L’envoi est en préparation.',
    },
    blockedNone: 'Les serveurs bloqués ici ne reçoivent rien, et ne paraissent pas dans cette liste.',
    attempts: { one: 'essai', other: 'essais' },
    older: 'Plus anciennes',
    types: {
      Create: 'Publication',
      Update: 'Mise à jour',
      Delete: 'Retrait',
      Announce: 'Partage',
      Add: 'Mise en avant',
      Remove: 'Fin de mise en avant',
      Follow: 'Demande d’abonnement',
      Accept: 'Réponse à un abonnement',
      Undo: 'Annulation',
    },
  },
  en: {
    waiting: 'Waiting',
    failed: 'Given up',
    count: {
      waiting: { one: 'delivery waiting', other: 'deliveries waiting' },
      failed: { one: 'delivery given up', other: 'deliveries given up' },
    },
    next: 'Next try',
    retry: 'Try again',
    ofHost: 'What was sent there',
    ofEntry: (title: string) => `Who received “${title}”`,
    view: 'See the publication',
    ofEntryLead:
      'One delivery for each server: once on a server, it is seen by everybody who follows us from there.',
    followers: { one: 'follow on other servers', other: 'follows on other servers' },
    followersOf: (handle: string) => `${handle} has`,
    delivered: 'Arrived',
    noneSent: 'No delivery',
    noneSentText:
      'Nobody follows this account from another server. The publication is read here, and has arrived nowhere else.',
    noneSentDraft: 'This publication is not public yet: nothing has left.',
    notYet: 'The deliveries of this publication are being prepared: reload the page in a moment.',
    states: { waiting: 'Waiting', delivered: 'Arrived', failed: 'Given up', none: 'Not sent' },
    outcomes: { waiting: 'waiting', delivered: 'arrived', failed: 'given up' },
    became: (what: string, outcome: string) => `${what}: ${outcome}`,
    followersThere: { one: 'follow from there', other: 'follows from there' },
    notSent: {
      'followed-later': 'They follow us from there only since the publication: it was not sent there.',
      'long-ago': 'Published more than a month ago: what was sent is no longer kept in detail.',
      preparing: 'The delivery is being prepared.',
    },
    blockedNone: 'Servers that are blocked here receive nothing, and are not in this list.',
    attempts: { one: 'try', other: 'tries' },
    older: 'Older',
    types: {
      Create: 'Publication',
      Update: 'Update',
      Delete: 'Withdrawal',
      Announce: 'Share',
      Add: 'Put forward',
      Remove: 'No longer put forward',
      Follow: 'Request to follow',
      Accept: 'Answer to a follow',
      Undo: 'Undoing',
    },
  },
})

export function useTypeName(): (type: string) => string {
  const { types } = useTexts(deliveryTexts)
  const names: Readonly<Record<string, string>> = types
  return (type) => names[type] ?? type
}
