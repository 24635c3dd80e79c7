import { calls } from './calls.ts'
import { commitmentEntries } from './commitments.ts'
import { letterNews, proposalEntries } from './letter-pages.ts'
import { directoryOrganisations, directoryResources } from './directory.ts'
import { forum, minutes, topics } from './forum.ts'
import { jobs } from './jobs.ts'
import { network } from './networks.ts'
import { dayFrom, fictional, type DemoEntry, type DemoHub } from './story.ts'
import { tenders } from './tenders.ts'

/** The first hub of the demonstration: a network of structures, which prepares the forum. */
export const networkHub = (now: Date): DemoHub => ({
  name: 'Réseau des Deux-Rives',
  handle: 'deux_rives',
  tagline: 'Le réseau de démonstration de l’économie sociale et solidaire au nord des Hauts-de-Seine.',
  admin: 'Personne de démonstration',
  email: 'admin@deux-rives.example',
  homeText:
    'Ce site est une **démonstration**\u00a0: les organisations sont imaginaires, les propositions viennent d’une lettre de 2011. Publiez, suivez, répondez\u00a0: rien ne sort de cette machine.',
  facilitates: true,
  entries: [
    ...organisations,
    ...directoryOrganisations,
    ...forum(now),
    ...resources(now),
    ...directoryResources,
    ...jobs(now),
    ...tenders(now),
    ...proposalEntries,
    ...commitmentEntries(now),
    letterNews,
    minutes(now),
    ...topics,
    ...calls(now),
  ],
})

const organisations: DemoEntry[] = [
  network,
  {
    key: 'jardins',
    kind: 'organisation',
    title: 'Les Jardins du Halage',
    summary: 'Atelier et chantier d’insertion\u00a0: maraîchage, espaces verts, paniers de légumes.',
    body: `Vingt salariés en parcours cultivent deux hectares au bord du fleuve et entretiennent des espaces verts.\n\n${fictional}`,
    tags: ['Maraîchage', 'Espaces verts'],
    place: '92036',
    fields: {
      family: 'association',
      structure: 'aci',
      sectors: ['environment', 'food', 'employment'],
      area: 'Gennevilliers, Colombes, Nanterre',
      networks: ['Réseau des Deux-Rives'],
      cpv: ['773', '031'],
      serves: ['92036', '92025', '92050'],
      services: ['works', 'goods'],
      headcount: 26,
      largestContract: 60_000,
      handle: 'jardins_halage',
    },
  },
  {
    key: 'relais',
    kind: 'organisation',
    title: 'Passerelle 92',
    summary:
      'Association intermédiaire\u00a0: mise à disposition de personnel chez les particuliers, les associations et les communes.',
    body: `Ménage, jardinage, petite manutention, aide aux événements\u00a0: des missions courtes, un accompagnement long.\n\n${fictional}`,
    tags: ['Services'],
    place: '92050',
    fields: {
      family: 'association',
      structure: 'ai',
      sectors: ['employment'],
      area: 'Hauts-de-Seine',
      networks: ['Réseau des Deux-Rives'],
      cpv: ['909', '7731'],
      serves: ['92'],
      services: ['staffing'],
      headcount: 8,
      handle: 'passerelle',
    },
  },
]

const resources = (now: Date): DemoEntry[] => [
  {
    key: 'salle-berge',
    kind: 'resource',
    title: 'Salle de réunion au bord du fleuve, 40 places',
    summary: 'Une salle claire, accessible, avec vidéoprojecteur, prêtée aux associations le soir.',
    body: 'De plain-pied, cuisine attenante. On laisse la salle comme on l’a trouvée, et les clés au gardien.',
    tags: ['Salle', 'Réunion'],
    place: '92036',
    organisation: 'jardins',
    fields: {
      direction: 'offer',
      category: 'room',
      terms: 'loan',
      surface: 70,
      capacity: 40,
      availability: 'Du lundi au jeudi, de 18 h à 22 h',
      availableFrom: dayFrom(now, 0),
      contactEmail: 'salle@halage.example',
    },
  },
  {
    key: 'classe',
    kind: 'resource',
    title: 'Une heure en classe pour découvrir les SCOP',
    summary:
      'Deux salariées associées racontent leur entreprise et font voter la classe comme une assemblée générale.',
    body: 'Pour des collégiens et des lycéens. Le diaporama est réutilisable\u00a0; il suffit de dire d’où il vient.',
    tags: ['École', 'SCOP'],
    place: '92025',
    licence: 'CC-BY-SA-4.0',
    fields: {
      direction: 'offer',
      category: 'school-talk',
      terms: 'gift',
      levels: ['middle', 'high'],
      format: 'talk',
      theme: 'La SCOP, une entreprise à plusieurs',
      duration: 'Une heure',
      availability: 'Le mardi et le vendredi',
      contactEmail: 'classe@deux-rives.example',
    },
  },
  {
    key: 'minibus',
    kind: 'resource',
    title: 'Cherche un minibus un samedi par mois',
    summary: 'Pour emmener une équipe de maraîchage visiter d’autres jardins.',
    body: 'Neuf places, conductrice expérimentée. Nous payons le carburant.',
    tags: ['Transport'],
    place: '92050',
    organisation: 'jardins',
    fields: {
      direction: 'need',
      category: 'equipment',
      terms: 'loan',
      availableUntil: dayFrom(now, 120),
      contactEmail: 'equipe@halage.example',
    },
  },
]
