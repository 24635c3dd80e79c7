import { catalogue } from '../language.tsx'

export const deskTexts = catalogue({
  fr: {
    title: 'Mes publications',
    publish: 'Publier',
    messages: { one: 'message à traiter', other: 'messages à traiter' },
    states: 'Publications par état',
    tabs: { draft: 'Brouillons', review: 'À relire', published: 'En ligne', closed: 'Closes' },
    empty: {
      draft: 'Pas de brouillon',
      review: 'Rien n’attend de relecture',
      published: 'Rien n’est en ligne',
      closed: 'Rien n’est clos',
    },
    emptyHow: 'Ce que vous écrivez se retrouve ici, du brouillon à la clôture.',
    closing: 'Se termine bientôt',
    closingHow: 'Ces pages se ferment d’elles-mêmes à leur date. Modifiez-les pour les prolonger.',
    edit: 'Modifier',
    see: 'Voir la page',
    choose: 'Que voulez-\u2060vous publier\u00a0?',
    chooseHow: 'Deux minutes suffisent. Rien ne paraît avant que vous ne le décidiez.',
  },
  en: {
    title: 'My publications',
    publish: 'Publish',
    messages: { one: 'message to handle', other: 'messages to handle' },
    states: 'Publications by state',
    tabs: { draft: 'Drafts', review: 'To review', published: 'Online', closed: 'Closed' },
    empty: {
      draft: 'No draft',
      review: 'Nothing waits for review',
      published: 'Nothing is online',
      closed: 'Nothing is closed',
    },
    emptyHow: 'What you write is found here, from draft to closing.',
    closing: 'Ends soon',
    closingHow: 'These pages close of themselves on their date. Edit them to prolong them.',
    edit: 'Edit',
    see: 'See the page',
    choose: 'What would you like to publish?',
    chooseHow: 'Two minutes are enough. Nothing appears before you decide.',
  },
})
