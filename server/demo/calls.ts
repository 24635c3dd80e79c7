import { dayFrom, fictional, type DemoEntry } from './story.ts'

/** Two calls for projects: one whose specification is discussed and has changed once, one that is decided. */
export const calls = (now: Date): DemoEntry[] => [
  {
    key: 'appel-quartiers',
    kind: 'call',
    title: 'Appel à projets\u00a0: l’emploi au coin de la rue',
    summary:
      'Un cahier des charges à discuter avant l’ouverture\u00a0: dites ce qui manque, partie par partie.',
    body: `La lettre de 2011 demandait que les acteurs de terrain définissent le cahier des charges. Celui-ci est ouvert aux commentaires\u00a0; chaque version reste lisible.\n\n${fictional}`,
    tags: ['Appel à projets', 'Insertion'],
    place: '92036',
    fields: {
      ...shared,
      phase: 'specification',
      commentsUntil: dayFrom(now, 21),
      opens: `${dayFrom(now, 24)}T09:00`,
      deadline: `${dayFrom(now, 60)}T17:00`,
      sections: [
        {
          number: 1,
          title: 'Ce que nous cherchons',
          text: 'Des actions nouvelles qui rapprochent l’emploi des quartiers.',
        },
        {
          number: 2,
          title: 'Ce que nous finançons',
          text: 'Du matériel et des locaux, pour un an.',
        },
      ],
      lastSection: 2,
    },
    revised: {
      sections: [
        {
          number: 1,
          title: 'Ce que nous cherchons',
          text: 'Des actions qui rapprochent l’emploi des quartiers, nouvelles ou qui marchent déjà.',
        },
        {
          number: 2,
          title: 'Ce que nous finançons',
          text: 'Du matériel, des locaux et des salaires, pour deux ans.',
        },
        {
          number: 3,
          title: 'Qui décide',
          text: 'Un jury où les élu·es ont la majorité. Sa composition est publique, ses motifs aussi.',
        },
      ],
      lastSection: 3,
    },
  },
  {
    key: 'appel-decide',
    kind: 'call',
    title: 'Appel à projets\u00a0: réparer, partager, nourrir',
    summary: 'Les résultats d’un appel imaginaire, avec les motifs du jury.',
    body: `Cet appel est terminé. Sa page dit qui a décidé, ce qui a été retenu et pourquoi.\n\n${fictional}`,
    tags: ['Appel à projets', 'Résultats'],
    place: '92025',
    fields: {
      ...shared,
      phase: 'decided',
      commentsUntil: null,
      opens: `${dayFrom(now, -90)}T09:00`,
      deadline: `${dayFrom(now, -30)}T17:00`,
      sections: [
        { number: 1, title: 'Ce que nous cherchions', text: 'Des actions utiles près de chez soi.' },
        { number: 2, title: 'Ce que nous financions', text: 'Jusqu’à 15\u00a0000\u00a0€ par projet.' },
      ],
      lastSection: 2,
      laureates: [
        {
          project: 'Atelier vélo du halage',
          holder: 'Les Jardins du Halage',
          amount: 12_000,
          continues: 'yes',
        },
        { project: 'Paniers suspendus', holder: 'Passerelle 92', amount: 9_500, continues: 'yes' },
        { project: 'Bibliothèque d’outils', holder: null, amount: 14_000, continues: 'no' },
      ],
      decisionNote:
        'Deux des trois projets retenus existaient déjà\u00a0: le jury a voulu aider ce qui marche.\nLe troisième comble un manque que tous les commentaires signalaient.',
      decidedOn: dayFrom(now, -10),
      submitted: 11,
    },
  },
]

const shared = {
  organiser: 'Collectivité imaginaire des Deux-Rives',
  budget: 60_000,
  budgetMax: 15_000,
  answerers: ['association', 'cooperative', 'insertion'],
  eligible: 'Avoir une activité dans le département.',
  existingQualifies: 'yes',
  existingNote: 'Une action qui marche depuis plus d’un an est recevable, y compris pour continuer.',
  criteria: [
    {
      number: 1,
      title: 'Utilité pour les habitantes et habitants',
      weight: 50,
      description: 'Qui en profite, et comment.',
    },
    {
      number: 2,
      title: 'Solidité',
      weight: 30,
      description: 'Les moyens, les partenaires, le calendrier.',
    },
    { number: 3, title: 'Emploi et insertion', weight: 20, description: null },
  ],
  lastCriterion: 3,
  jury: [
    { capacity: 'elected', seats: 3, names: null },
    { capacity: 'users', seats: 1, names: null },
    { capacity: 'administration', seats: 1, names: null },
  ],
}
