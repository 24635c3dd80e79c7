import { dayFrom, fictional, nextForumDay, type DemoEntry } from './story.ts'

interface Slot {
  key: string
  from: string
  to: string
  room: string
}

/** The forum of 28 November that the letter announces, with its three debates; and the minutes of its committee. */
export const forum = (now: Date): DemoEntry[] => {
  const day = nextForumDay(now)
  const debate = (
    { key, from, to, room }: Slot,
    title: string,
    summary: string,
    speakers: readonly [name: string, role: string][],
  ): DemoEntry => ({
    key,
    kind: 'event',
    title,
    summary,
    body: `${summary}\n\nDébat du forum de démonstration. Les questions se posent d’avance, sous cette page.`,
    tags: ['Forum', 'Débat'],
    place: '92026',
    names: { partOf: 'forum' },
    fields: {
      start: `${day}T${from}`,
      end: `${day}T${to}`,
      venue: 'Halle des Possibles (lieu imaginaire)',
      free: true,
      registration: 'none',
      capacity: 60,
      room,
      speakers: speakers.map(([name, role]) => ({ name, role })),
      audience: 'Ouvert à toutes et à tous',
    },
  })
  return [
    {
      key: 'forum',
      kind: 'event',
      title: 'Forum de l’économie sociale et solidaire',
      summary:
        'Une journée pour se connaître\u00a0: trois débats, un village de l’insertion, un village des SCOP.',
      body: [
        'La lettre de 2011 annonçait un forum le 28 novembre et demandait qu’il soit «\u00a0préparé avec les acteurs de terrain\u00a0». Cette page en imagine un autre, le même jour.',
        'Chaque débat a sa page\u00a0: on y pose ses questions d’avance. Les structures qui veulent un stand le demandent plus bas.',
      ].join('\n\n'),
      tags: ['Forum', 'Mois de l’ESS'],
      place: '92026',
      fields: {
        start: `${day}T09:00`,
        end: `${day}T17:30`,
        venue: 'Halle des Possibles (lieu imaginaire)',
        capacity: 300,
        free: true,
        registration: 'email',
        registrationEmail: 'forum@deux-rives.example',
        audience: 'Ouvert à toutes et à tous',
      },
    },
    debate(
      { key: 'debat-equitable', from: '10:00', to: '11:15', room: 'Grande salle' },
      'Débat\u00a0: le commerce équitable, de la tasse à la commande publique',
      'Comment acheter juste quand on est une commune, un comité d’entreprise ou un café associatif\u00a0?',
      [['Personne imaginaire 1', 'Épicerie associative de démonstration']],
    ),
    debate(
      { key: 'debat-iae', from: '11:30', to: '12:45', room: 'Grande salle' },
      'Débat\u00a0: l’insertion par l’activité économique',
      'Des parcours, des métiers, des marchés\u00a0: ce qui aide à sortir vers l’emploi durable.',
      [['Personne imaginaire 2', 'Les Jardins du Halage (imaginaires)']],
    ),
    debate(
      { key: 'debat-scop', from: '14:00', to: '15:15', room: 'Salle du canal' },
      'Débat\u00a0: les SCOP, l’entreprise par ses salariés',
      'Reprendre, créer, transformer\u00a0: ce que la coopérative change, et ce qu’elle ne change pas.',
      [['Personne imaginaire 3', 'Atelier Bois d’Ici (imaginaire)']],
    ),
  ]
}

export const minutes = (now: Date): DemoEntry => ({
  key: 'compte-rendu',
  kind: 'news',
  title: 'Le comité du forum s’est réuni',
  summary: 'Quatorze structures autour de la table, trois débats retenus, des stands gratuits.',
  body: `Le comité élargi a repris la méthode que la lettre demandait\u00a0: tout le monde autour de la table, et des décisions écrites.\n\n${fictional}`,
  tags: ['Forum', 'Compte rendu'],
  place: '92050',
  fields: {
    meetingDay: dayFrom(now, -7),
    meetingOf: 'Comité de préparation du forum',
    meetingPlace: 'Maison des associations (imaginaire)',
    attendance: 'Quatorze structures, dont six pour la première fois.',
    decisions:
      'Trois débats au programme.\nLes stands sont gratuits, sur inscription.\nProchaine réunion dans deux semaines.',
  },
})

/** Said by organisations, so that they leave for the neighbour. */
export const topics: DemoEntry[] = [
  {
    key: 'sujet-bois',
    kind: 'topic',
    title: 'Que faites-vous de vos chutes de bois\u00a0?',
    summary: 'Le jardin en cherche pour ses bacs\u00a0; on nous dit qu’elles partent à la benne.',
    body: `Des planches d’un mètre suffisent, même abîmées. Nous pouvons passer le vendredi avec la remorque.\n\n${fictional}`,
    tags: ['Bois', 'Réemploi'],
    place: '92036',
    organisation: 'jardins',
    fields: { purpose: 'question' },
  },
  {
    key: 'sujet-camion',
    kind: 'topic',
    title: 'Un camion à plusieurs\u00a0: ce que nous avons appris en un an',
    summary: 'Quatre structures, un planning au mur, deux pannes\u00a0: le bilan, sans fard.',
    body: `Ce qui marche\u00a0:\n\n- une personne qui tient le planning, payée pour cela\n- un prix au kilomètre, revu tous les six mois\n\nCe qui coince\u00a0: l’assurance, et le plein que chacun oublie.\n\n${fictional}`,
    tags: ['Mutualisation'],
    place: '92050',
    organisation: 'relais',
    fields: { purpose: 'experience' },
  },
]
