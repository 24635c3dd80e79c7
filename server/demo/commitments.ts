import { dayFrom, type DemoEntry } from './story.ts'

/** Two that the letter asks for, of which nothing is known; and one that is plainly made up, so that there is a curve. */
export const commitmentEntries = (now: Date): DemoEntry[] => [
  {
    key: 'engagement-locaux',
    kind: 'commitment',
    title: 'Locaux d’activité\u00a0: un pour cent pour l’ESS',
    summary:
      'La part demandée par la lettre de 2011 (L7). Combien de locaux, combien loués\u00a0: pas de données.',
    body: 'La lettre propose que 1\u00a0% des locaux d’activités de deux bailleurs soit dédié à l’ESS. Personne n’a encore apporté ici leur nombre, ni ce qui est loué. En attendant, les salles offertes par des structures sont sur cette page.',
    tags: ['Locaux', 'Salle', 'Lettre de 2011'],
    place: '92036',
    licence: 'CC-BY-SA-4.0',
    fields: {
      subject: 'premises',
      holder: 'L’OPDHLM et la SEM 92 (demandé par la lettre, rien n’est promis)',
      target: 1,
      unit: 'percent',
      stockUnit: 'area',
      sourceLabel: 'Lettre de trois conseillers généraux, Gennevilliers',
      sourceDay: '2011-04-18',
    },
  },
  {
    key: 'engagement-fonds',
    kind: 'commitment',
    title: 'Fonds de revitalisation\u00a0: un tiers vers l’ESS',
    summary:
      'La part demandée par la lettre de 2011 (L10). Conventions, montants, part de l’ESS\u00a0: pas de données.',
    body: 'Une convention de revitalisation a une entreprise, un territoire, un montant et une date. Apportez-en une avec sa source publique\u00a0: elle s’ajoute au tableau.',
    tags: ['Financement', 'Lettre de 2011'],
    place: '92036',
    licence: 'CC-BY-SA-4.0',
    fields: {
      subject: 'fund',
      holder: 'La lettre ne dit pas à qui elle le demande',
      target: 33.33,
      unit: 'percent',
      sourceLabel: 'Lettre de trois conseillers généraux, Gennevilliers',
      sourceDay: '2011-04-18',
    },
  },
  {
    key: 'engagement-heures',
    kind: 'commitment',
    title: 'Deux mille heures d’insertion par an dans nos marchés',
    summary:
      'Une commune imaginaire compte, chaque semestre, les heures travaillées par des personnes en insertion.',
    body: 'Quatre relevés, dont un moins bon que le précédent\u00a0: on voit ce qui se passe, pas ce qu’on voudrait.\n\n*Contenu de démonstration\u00a0: cette commune et ces chiffres sont imaginaires.*',
    tags: ['Clauses sociales', 'Insertion'],
    place: '92036',
    fields: {
      subject: 'measure',
      holder: 'La commune de Rive-Neuve (imaginaire)',
      target: 2000,
      unit: 'count',
      unitLabel: 'heures',
      deadline: dayFrom(now, 400),
      sourceLabel: 'Délibération imaginaire',
      sourceDay: dayFrom(now, -720),
      measures: [
        measure(dayFrom(now, -700), 420, 'Relevé imaginaire n°\u00a01'),
        measure(dayFrom(now, -510), 980, 'Relevé imaginaire n°\u00a02'),
        measure(
          dayFrom(now, -330),
          860,
          'Relevé imaginaire n°\u00a03',
          'Un chantier s’est arrêté trois mois.',
        ),
        measure(dayFrom(now, -90), 1530, 'Relevé imaginaire n°\u00a04'),
      ],
      nextCheck: dayFrom(now, 90),
    },
  },
]

const measure = (day: string, value: number, source: string, note: string | null = null) => ({
  ...{ day, value, source, note },
  url: 'https://rive-neuve.example/insertion',
})
