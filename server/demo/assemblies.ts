import type { Person } from './forms.ts'
import { dayFrom, nextForumDay } from './story.ts'

// A council with vacant seats, and the committee of the month with its open agenda; nobody in them exists.

const councilSeats = [
  { family: 'association', label: 'Associations de quartier', organisation: 'Les Jardins du Halage' },
  { family: 'association', label: 'Associations de solidarité', organisation: 'Passerelle 92' },
  { family: 'cooperative', label: 'Coopératives de production', organisation: 'SCOP Atelier Bois d’Ici' },
  { family: 'mutual', label: 'Mutuelles', organisation: '' },
  { family: 'insertion', label: 'Associations intermédiaires', organisation: '' },
  { family: 'public', label: 'Département imaginaire', organisation: 'Direction de l’ESS (imaginaire)' },
]

/** Opened and filled by the forms that anybody has who publishes for the hub. */
export async function sit(person: Person, now: Date): Promise<void> {
  const council = await person.fill('/assemblees/nouvelle', {
    sort: 'council',
    name: 'Conseil de l’ESS des Deux-Rives',
    mandate:
      'Conseil de démonstration. Il donne un avis sur ce que le territoire fait avec l’économie sociale et solidaire, et se réunit quatre fois par an.',
    organisation: '',
  })
  for (const seat of councilSeats)
    await person.fill(`${council}/sieges/nouveau`, {
      ...seat,
      ...(seat.organisation === '' ? {} : { sinceDay: dayFrom(now, -200), untilDay: dayFrom(now, 900) }),
    })
  await stand(person, council)
  const committee = await person.fill('/assemblees/nouvelle', {
    sort: 'committee',
    name: 'Comité du Mois de l’ESS',
    mandate:
      'Comité de démonstration, ouvert à toutes les structures\u00a0: préparer ensemble le mois de l’ESS.',
    organisation: '',
  })
  await person.fill(`${committee}/reunions/nouvelle`, {
    startsAt: `${dayFrom(now, 12)}T18:00`,
    place: 'Maison des associations (imaginaire)',
    note: 'Réunion élargie\u00a0: chaque structure est la bienvenue.',
  })
  for (const item of agenda) await propose(person, committee, item)
  for (const decision of decisions(now)) await person.fill(`${committee}/decisions/nouvelle`, decision)
}

/** In the name of the account of the demonstration: nobody waits for a letter. */
const stand = async (person: Person, council: string): Promise<unknown> => {
  const page = await person.get(`${council}/candidature`)
  const seatId = /<option value="([^"]+)"[^>]*>Associations intermédiaires</.exec(page)?.[1] ?? ''
  return person.fill(`${council}/candidature`, {
    seatId,
    organisation: 'Coup de main 92 (imaginaire)',
    person: '',
    email: emailIn(page),
    body: 'Association intermédiaire de démonstration\u00a0: nous représentons celles et ceux qui travaillent par missions.',
  })
}

const propose = async (person: Person, committee: string, item: Record<string, string>): Promise<unknown> => {
  const email = emailIn(await person.get(`${committee}/point`))
  return person.fill(`${committee}/point`, { ...item, email })
}

const emailIn = (page: string): string => /name="email"[^>]*value="([^"]*)"/.exec(page)?.[1] ?? ''

const agenda = [
  {
    title: 'Trois débats pour le forum\u00a0: lesquels d’abord\u00a0?',
    body: 'Commerce équitable, insertion, SCOP\u00a0: qui prépare quoi.',
    family: 'cooperative',
    organisation: 'SCOP Atelier Bois d’Ici',
  },
  {
    title: 'Un village de l’insertion au centre de la halle',
    body: 'Pas au fond, près de l’entrée.',
    family: 'insertion',
    organisation: 'Passerelle 92',
  },
  { title: 'Le budget de la journée', body: '', family: 'public', organisation: '' },
]

const decisions = (now: Date): Record<string, string>[] => [
  {
    ...{ sort: 'decision', what: 'Les stands sont gratuits, sur inscription.', state: 'done' },
    ...{ carriedBy: 'Réseau des Deux-Rives', dueDay: dayFrom(now, -7) },
  },
  {
    ...{ sort: 'decision', what: 'Le forum se tient le 28\u00a0novembre.', state: 'open' },
    ...{ carriedBy: 'Comité', dueDay: nextForumDay(now) },
  },
  {
    ...{ sort: 'task', what: 'Réserver la halle.', state: 'open' },
    ...{ carriedBy: 'Les Jardins du Halage', dueDay: dayFrom(now, 10) },
  },
  { sort: 'task', what: 'Trouver une sonorisation.', state: 'open' },
]
