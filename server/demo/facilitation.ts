import type { Forms } from './forms.ts'
import type { DemoEntry } from './story.ts'

/** A request to the desk, and what became of it. */
export interface DemoRequest {
  side: 'structure' | 'buyer'
  name: string
  organisationName: string
  subject: string
  body: string
  place: string
  more?: Record<string, string>
  /** Key of an organisation that the desk points at; true: a lot as well, of the first call for tenders. */
  organisation?: string
  lot?: true
  taken?: true
  note?: string
  answer?: string
  end?: { outcome: string; hours?: string; hoursBy?: string }
}

const invented = '\n\n(Demande de démonstration\u00a0: personne ne l’a posée.)'

/** At every stage, so that the lists of the desk and its public counters show something. */
export const requests: readonly DemoRequest[] = [
  {
    ...{ side: 'structure', name: 'Personne fictive A', organisationName: 'Atelier fictif du Quai' },
    ...{ subject: 'À quels lots de nettoyage puis-je répondre\u00a0?', place: 'Gennevilliers' },
    body: 'Huit personnes en parcours, du matériel, deux véhicules. Nous n’avons jamais répondu à un marché public.',
    more: { sector: 'services', cpv: '909' },
  },
  {
    ...{ side: 'buyer', name: 'Personne fictive B', organisationName: 'Syndicat fictif des Berges' },
    ...{
      subject: 'Qui peut faire 300 heures d’insertion en espaces verts à Nanterre\u00a0?',
      place: 'Nanterre',
    },
    body: 'Un marché d’entretien se prépare. Nous voudrions savoir si la clause est tenable avant de l’écrire.',
    more: { sector: 'environment', cpv: '773', hoursWanted: '300' },
    ...{ taken: true, note: 'Appeler les deux structures de l’annuaire avant de répondre.' },
  },
  {
    ...{ side: 'structure', name: 'Personne fictive C', organisationName: 'Régie fictive des Allées' },
    ...{ subject: 'Comment répondre à plusieurs\u00a0?', place: 'Colombes' },
    body: 'Le lot est trop grand pour nous seuls. Peut-on répondre avec une autre structure\u00a0?',
    ...{ organisation: 'jardins', lot: true, taken: true },
    answer:
      'Oui, en groupement. Voici une organisation de l’annuaire qui travaille à côté de chez vous\u00a0: écrivez-lui, et revenez vers nous avec vos questions.',
  },
  ended(
    'D',
    'buyer',
    'Combien d’heures d’insertion demander pour un chantier de peinture\u00a0?',
    'won',
    '300',
    'buyer',
  ),
  ended('E', 'structure', 'Ce lot de restauration nous convient-il\u00a0?', 'lot-alone', '180', 'structure'),
  ended(
    'F',
    'structure',
    'Qui cherche un partenaire pour des espaces verts\u00a0?',
    'lot-grouping',
    '640',
    'structure',
  ),
  ended('G', 'structure', 'Que veut dire la clause de ce marché\u00a0?', 'won', '1200', 'structure'),
  ended('H', 'structure', 'Un groupement pour la collecte de papier', 'lot-grouping', '450', 'structure'),
  ended('I', 'structure', 'Des lots de couture cette année\u00a0?', 'no-lot'),
]

function ended(
  letter: string,
  side: DemoRequest['side'],
  subject: string,
  outcome: string,
  hours?: string,
  hoursBy?: string,
): DemoRequest {
  return {
    ...{ side, subject, name: `Personne fictive ${letter}`, organisationName: `Structure fictive ${letter}` },
    ...{ body: 'Nous aimerions un avis avant de nous engager.', place: 'Nanterre' },
    answer: 'Parlons-en\u00a0: voici ce que nous savons, et à qui écrire.',
    end: {
      outcome,
      ...(hours === undefined ? {} : { hours }),
      ...(hoursBy === undefined ? {} : { hoursBy }),
    },
  }
}

/** By the forms that a member and the desk have: one after another, as they would come. */
export async function facilitate(
  { send }: Forms,
  entries: readonly DemoEntry[],
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const tender = entries.find(({ kind }) => kind === 'tender')
  for (const [n, request] of requests.entries()) {
    const { side, name, organisationName, subject, body, place, more = {} } = request
    const asked = { side, name, organisationName, subject, body: body + invented, place, ...more }
    const { headers } = await send('/facilitation/demande', { form: `demo-${n}`, ...asked })
    const path = `/facilitation/dossiers/${headers.get('location')?.split('/')[3] ?? ''}`
    const act = (word: string, fields: Record<string, string> = {}) =>
      send(`${path}/${word}`, { form: `demo-${n}`, ...fields })
    if (request.taken === true) await act('prendre')
    if (request.note !== undefined) await act('noter', { text: request.note })
    const organisation = ids.get(request.organisation ?? '')
    if (organisation !== undefined) await act('joindre', { sorte: 'organisation', fiche: organisation })
    const lot = ids.get(tender?.key ?? '')
    if (request.lot === true && lot !== undefined)
      await act('joindre', { sorte: 'lot', fiche: lot, lot: '1' })
    if (request.answer !== undefined) await act('repondre', { text: request.answer })
    if (request.end !== undefined) await act('clore', request.end)
  }
}
