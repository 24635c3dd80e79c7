import { proposals } from './letter.ts'
import type { DemoEntry } from './story.ts'

const letter = 'Lettre de trois conseillers généraux aux acteurs de l’ESS du 92, Gennevilliers'
const day = '2011-04-18'

export const proposalEntries: DemoEntry[] = proposals.map((proposal) => ({
  key: `proposition-${proposal.number}`,
  kind: 'proposal',
  title: proposal.title,
  summary: proposal.summary,
  body: [
    `La lettre du 18 avril 2011 le propose en douze points, sans les numéroter\u00a0: nous les comptons dans l’ordre de ses douze tirets, de L1 à L12. Celui-ci est le ${proposal.number === 1 ? '1er' : `${proposal.number}e`}.`,
    proposal.today,
  ].join('\n\n'),
  tags: [...proposal.tags, 'Lettre de 2011'],
  place: '92036',
  licence: 'CC-BY-SA-4.0',
  fields: {
    reference: `L${proposal.number}`,
    quote: proposal.quote,
    sourceLabel: letter,
    sourceDay: day,
    decider: proposal.decider,
    status: 'unknown',
  },
}))

/** What the twelve pages come from. */
export const letterNews: DemoEntry = {
  key: 'lettre',
  kind: 'news',
  title: 'Une lettre de 2011, douze propositions à suivre',
  summary:
    'Le 18 avril 2011, trois conseillers généraux écrivaient aux acteurs de l’ESS du 92. Que sont devenues leurs propositions\u00a0?',
  body: [
    'Après une réunion de travail le 6 avril 2011 avec des responsables d’associations et de coopératives, la lettre annonce ce que ses auteurs comptent soutenir au conseil départemental de l’ESS et en séance publique.',
    'Elle a douze tirets. Nous en avons fait douze pages, numérotées **L1 à L12** dans l’ordre de la lettre\u00a0: ce compte est le nôtre. Le onzième contient aussi trois débats et l’idée des villages.',
    'Chaque page donne les mots de la lettre, qui pouvait en décider, et ce qu’on sait de la suite. Pour l’instant, personne n’a apporté de source\u00a0: l’état est donc **inconnu**, ce qui ne veut pas dire que rien n’a été fait.',
    'Vous avez une délibération, un compte rendu, un article daté\u00a0? Répondez sous la page concernée.',
    '[Voir où en sont les propositions](/propositions-suivies)',
  ].join('\n\n'),
  tags: ['Lettre de 2011'],
  place: '92036',
  licence: 'CC-BY-SA-4.0',
  fields: {},
}
