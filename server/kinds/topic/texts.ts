import { catalogue } from '../../../views/language.tsx'

export const texts = catalogue('server/kinds/topic/texts', {
  fr: {
    one: 'Sujet',
    many: 'Forum',
    count: { one: 'sujet', other: 'sujets' },
    create: 'Ouvrir un sujet',
    title: {
      label: 'Titre du sujet',
      hint: 'En une phrase\u00a0: une question, une idée, ce que vous voulez partager.',
    },
    lede: 'Questions, idées et expériences partagées\u00a0: ici, ou depuis un autre serveur.',
    empty: 'Aucun sujet pour le moment. Ouvrez le premier\u00a0!',
    closed: 'Sujet clos',
    link: 'Lire la discussion et répondre',
    writer: 'Par',
    group: 'Le sujet',
    fields: { purpose: 'Ce que c’est' },
    purpose: {
      discussion: 'Discussion',
      question: 'Question',
      idea: 'Idée ou proposition',
      experience: 'Retour d’expérience',
    },
  },
  en: {
    one: 'Topic',
    many: 'Forum',
    count: { one: 'topic', other: 'topics' },
    create: 'Start a topic',
    title: {
      label: 'Title of the topic',
      hint: 'One sentence: a question, an idea, what you want to share.',
    },
    lede: 'Questions, ideas and experience, shared here or from another server.',
    empty: 'No topic for the moment. Start the first one!',
    closed: 'Closed topic',
    link: 'Read the discussion and answer',
    writer: 'By',
    group: 'The topic',
    fields: { purpose: 'What it is' },
    purpose: {
      discussion: 'Discussion',
      question: 'Question',
      idea: 'Idea or proposal',
      experience: 'Experience',
    },
  },
})
