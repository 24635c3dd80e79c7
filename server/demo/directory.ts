import { fictional, type DemoEntry } from './story.ts'

/** Who works with free software and goes to schools, so that the shelf and the talks have something to show. */
export const directoryOrganisations: DemoEntry[] = [
  {
    key: 'serveurs',
    kind: 'organisation',
    title: 'Les Serveurs du Canal',
    summary:
      'Association qui héberge des logiciels libres pour d’autres associations, et apprend à s’en servir.',
    body: `Trois bénévoles, une salariée, et des ateliers le samedi matin.\n\n${fictional}`,
    tags: ['Logiciel libre', 'Numérique'],
    place: '92024',
    fields: {
      family: 'association',
      sectors: ['digital', 'education'],
      area: 'Hauts-de-Seine',
      networks: ['Réseau des Deux-Rives'],
      noSiret: true,
      cpv: ['72'],
      serves: ['92', '93'],
      services: ['works'],
      software: [
        {
          name: 'Nextcloud',
          role: 'hosts',
          since: '2021',
          note: 'Des espaces de fichiers pour douze associations. La reprise d’un ancien partage prend deux soirées.',
        },
        { name: 'Etherpad', role: 'hosts', since: '2019' },
        { name: 'LibreOffice', role: 'helps', note: 'Un atelier de deux heures pour passer le cap.' },
      ],
    },
  },
  {
    key: 'velos',
    kind: 'organisation',
    title: 'Régie des Berges',
    summary: 'Régie de quartier\u00a0: entretien, petits travaux et atelier de réparation de vélos.',
    body: `On y répare, on y apprend, on y embauche des gens du quartier.\n\n${fictional}`,
    tags: ['Vélo', 'Quartier'],
    place: '92078',
    fields: {
      family: 'association',
      structure: 'regie',
      sectors: ['services', 'mobility'],
      networks: ['Réseau des Deux-Rives'],
      cpv: ['50', '909'],
      serves: ['92036', '92078'],
      services: ['works'],
      headcount: 18,
      software: [
        { name: 'Nextcloud', role: 'uses', since: '2022', note: 'Chez les Serveurs du Canal.' },
        { name: 'LibreOffice', role: 'uses' },
      ],
    },
  },
]

export const directoryResources: DemoEntry[] = [
  {
    key: 'visite-velos',
    kind: 'resource',
    title: 'Visite de l’atelier de vélos, et trois jours de stage',
    summary:
      'Une classe vient voir comment un quartier fait tourner son entreprise\u00a0; deux élèves peuvent y rester trois jours.',
    body: `Chaussures fermées, et des questions.\n\n${fictional}`,
    tags: ['École', 'Vélo'],
    place: '92078',
    organisation: 'velos',
    fields: {
      direction: 'offer',
      category: 'school-talk',
      terms: 'gift',
      levels: ['middle'],
      format: 'visit',
      theme: 'Travailler dans son quartier',
      duration: 'Une demi-journée',
      availability: 'Le jeudi, de novembre à mai',
      contactEmail: 'visites@berges.example',
    },
  },
  {
    key: 'jeu-assemblee',
    kind: 'resource',
    title: 'Le jeu de l’assemblée générale',
    summary: 'Un jeu de rôles à imprimer\u00a0: trente élèves, une SCOP, une décision à prendre.',
    body: `Les cartes, la règle et une fiche pour l’adulte qui anime.\n\n${fictional}`,
    tags: ['École', 'SCOP'],
    place: '92025',
    licence: 'CC-BY-SA-4.0',
    fields: {
      direction: 'offer',
      category: 'document',
      terms: 'gift',
      levels: ['middle', 'high'],
      document: 'https://deux-rives.example/jeu-assemblee.pdf',
      contactEmail: 'classe@deux-rives.example',
    },
  },
  {
    key: 'aide-compta',
    kind: 'resource',
    title: 'Cherche de l’aide pour passer à une comptabilité libre',
    summary: 'Deux heures pour nous montrer comment reprendre l’année en cours.',
    body: `Nous avons le fichier, pas la méthode.\n\n${fictional}`,
    tags: ['Logiciel libre'],
    place: '92036',
    organisation: 'velos',
    fields: {
      direction: 'need',
      category: 'software',
      terms: 'gift',
      software: 'GnuCash',
      contactEmail: 'bureau@berges.example',
    },
  },
]
