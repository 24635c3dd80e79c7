import { catalogue } from '../language.tsx'

/** What moderators read of topics that wait. */
export const topicTexts = catalogue('views/moderation/topic-texts', {
  fr: {
    topicsLead:
      'Des sujets proposés pour le forum. Seules les personnes qui modèrent les voient\u00a0; publié, un sujet est annoncé à celles et ceux qui suivent le forum.',
    reasonOfTopic: 'Gardé avec la décision\u00a0; à remplir pour refuser. Les membres du site le lisent.',
    accept: 'Publier',
    acceptOf: (title: string) => `Publier le sujet «\u00a0${title}\u00a0»`,
    refuse: 'Refuser',
    refuseOf: (title: string) => `Refuser le sujet «\u00a0${title}\u00a0»`,
    blockAuthorOf: (title: string) => `Bloquer la personne qui a écrit «\u00a0${title}\u00a0»`,
  },
  en: {
    topicsLead:
      'Topics proposed for the forum. Only people who moderate see them; published, a topic is announced to those who follow the forum.',
    reasonOfTopic: 'Kept with the decision; needed to refuse. Members of this site read it.',
    accept: 'Publish',
    acceptOf: (title: string) => `Publish the topic “${title}”`,
    refuse: 'Refuse',
    refuseOf: (title: string) => `Refuse the topic “${title}”`,
    blockAuthorOf: (title: string) => `Block whoever wrote “${title}”`,
  },
})
