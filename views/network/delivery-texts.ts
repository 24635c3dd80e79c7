import { catalogue, useTexts } from '../language.tsx'

export const deliveryTexts = catalogue({
  fr: {
    title: 'Livraisons',
    lead: 'Ce que ce site publie part vers les serveurs de celles et ceux qui le suivent. Voici ce qui n’est pas encore arrivé, et pourquoi.',
    waiting: 'En attente',
    failed: 'Abandonnées',
    hosts: 'Serveurs concernés',
    allWell: 'Tout est arrivé',
    allWellText: 'Aucun envoi n’attend et aucun n’a été abandonné.',
    nobody: 'Personne ne suit encore ce site depuis un autre serveur\u00a0: rien n’a besoin de partir.',
    count: {
      waiting: { one: 'envoi en attente', other: 'envois en attente' },
      failed: { one: 'envoi abandonné', other: 'envois abandonnés' },
    },
    next: 'Prochain essai',
    since: (day: string) => `En panne depuis le ${day}`,
    retry: 'Réessayer',
    retryOf: (host: string) => `Réessayer vers ${host}`,
    retryAll: 'Tout réessayer',
    ofHost: (host: string) => `Livraisons vers ${host}`,
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
    states: { waiting: 'En attente', delivered: 'Arrivé', failed: 'Abandonné' },
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
    title: 'Deliveries',
    lead: 'What this site publishes goes to the servers of those who follow it. Here is what has not arrived yet, and why.',
    waiting: 'Waiting',
    failed: 'Given up',
    hosts: 'Servers concerned',
    allWell: 'Everything has arrived',
    allWellText: 'No delivery is waiting and none was given up.',
    nobody: 'Nobody follows this site from another server yet: nothing needs to leave.',
    count: {
      waiting: { one: 'delivery waiting', other: 'deliveries waiting' },
      failed: { one: 'delivery given up', other: 'deliveries given up' },
    },
    next: 'Next try',
    since: (day: string) => `Failing since ${day}`,
    retry: 'Try again',
    retryOf: (host: string) => `Try ${host} again`,
    retryAll: 'Try all again',
    ofHost: (host: string) => `Deliveries to ${host}`,
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
    states: { waiting: 'Waiting', delivered: 'Arrived', failed: 'Given up' },
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
