import { z } from 'zod'
import { inDays, type Place } from './place.ts'

const made = z.object({ url: z.string() })

/** What Amel writes by the API. Returns the path of its page. */
export async function entryMaker(place: Place): Promise<(entry: object) => Promise<string>> {
  const token = await place.machine.maillon([
    ...['token', 'create', '--email', 'amel@ruche.example', '--scopes', 'read,write'],
  ])
  return async (entry) => {
    const answer = await fetch(`${place.base}/api/v1/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token.out.trim()}` },
      body: JSON.stringify({ ...common, ...entry }),
    })
    if (!answer.ok) throw new Error(`${JSON.stringify(entry)}: ${answer.status} ${await answer.text()}`)
    return new URL(made.parse(await answer.json()).url).pathname
  }
}

/** One entry of each kind, with the longest words that people write. Returns the paths of their pages. */
export async function seed(place: Place): Promise<string[]> {
  const make = await entryMaker(place)
  const paths: string[] = []
  for (const entry of entries()) paths.push(await make(entry))
  return paths
}

const common = {
  summary:
    'Une phrase qui dit de quoi il s’agit, pour qui et jusqu’à quand, assez longue pour occuper deux lignes sur un téléphone.',
  body: '## Un sous-titre\n\nUn paragraphe, une [adresse](https://exemple.example/un/chemin/tres/long/sans/aucune/coupure/possible/dans/la/ligne).\n\n- un point\n- un autre\n\n> Une citation.\n\n```\nune ligne de code qui ne se coupe pas et qui dépasse la largeur du plus petit des téléphones\n```\n\n| Jour | Heure | Salle |\n|---|---|---|\n| Lundi | 18 h 30 | Grande salle du rez-de-chaussée |',
  language: 'fr',
  licence: 'CC-BY-SA-4.0',
  place: '92036',
  tags: ['Réemploi', 'Économie sociale et solidaire', 'Anticonstitutionnellement'],
  publish: true,
}

const entries = () => [
  {
    kind: 'organisation',
    title: 'Coopérative d’activité et d’emploi interdépartementale des intermittents de l’écoconstruction',
    fields: { family: 'cooperative', sectors: ['construction', 'reuse', 'education'], handle: 'cae' },
  },
  {
    kind: 'resource',
    title: 'Anticonstitutionnellementintergouvernementalisations et autres mots sans coupure',
    fields: {
      direction: 'offer',
      category: 'room',
      terms: 'rent',
      price: 12.5,
      priceUnit: 'half-day',
      surface: 48,
      availableUntil: inDays(60),
      contactEmail: 'une.adresse.electronique.vraiment.longue@cooperative-interdepartementale.example',
      document: 'https://exemple.example/un/chemin/tres/long/sans/aucune/coupure/possible/guide.pdf',
    },
  },
  {
    kind: 'job',
    title: 'Encadrante ou encadrant technique d’insertion en maraîchage biologique et espaces verts (H/F/X)',
    fields: {
      contract: 'cdd-tremplin',
      hours: 35,
      payMin: 2100,
      payMax: 2300,
      deadline: inDays(5),
      structure: 'etti',
      applyEmail: 'recrutement@cooperative-interdepartementale.example',
      applyUrl: 'https://exemple.example/postuler',
    },
  },
  {
    kind: 'news',
    title: 'Compte rendu',
    fields: { meetingDay: '2026-11-16', meetingOf: 'Comité', decisions: 'Une décision.\nUne autre.' },
  },
  {
    kind: 'event',
    title: 'Forum de l’économie sociale et solidaire',
    fields: {
      start: `${inDays(30)}T09:00`,
      end: `${inDays(31)}T17:30`,
      venue: 'Maison des associations et de la vie citoyenne',
      registration: 'email',
      registrationEmail: 'inscriptions@cooperative-interdepartementale.example',
    },
  },
  {
    kind: 'topic',
    title:
      'Qui veut mutualiser une plateforme de visioconférence, un hébergement et une personne pour s’en occuper ?',
    fields: { purpose: 'question' },
  },
]
