import { slugOf } from '../text/fold.ts'
import { patiently, type Person } from './forms.ts'
import { dayFrom, fictional, type DemoEntry } from './story.ts'

// A network of the first hub, with a member on each of the two, both confirmed from both sides.

export const network: DemoEntry = {
  key: 'reseau',
  kind: 'organisation',
  title: 'Réseau des Deux-Rives',
  summary: 'Un réseau imaginaire qui relie des structures des deux rives du fleuve et relaie leurs offres.',
  body: `Nous mettons en commun une salle, un camion et ce que nous savons des marchés publics.\n\n${fictional}`,
  tags: ['Réseau', 'Mutualisation'],
  place: '92036',
  fields: {
    family: 'association',
    status: 'network',
    sectors: ['employment', 'services'],
    area: 'Les deux rives du fleuve',
    email: 'reseau@deux-rives.example',
    handle: 'reseau_deux_rives',
  },
}

const pageOf = (title: string): string => `/annuaire/${slugOf(title)}`
const gardens = pageOf('Les Jardins du Halage')
const scop = pageOf('SCOP Atelier Bois d’Ici')

/** Each side says it, by its own form; the second member lives on the other hub. */
export async function belong([here, there]: readonly [Person, Person], now: Date): Promise<void> {
  const own = pageOf(network.title)
  const address = `@reseau_deux_rives@${new URL(here.origin).host}`
  const asks = (person: Person, page: string) =>
    patiently(async () => {
      const path = `${page}/adhesions`
      return (await person.fill(path, { other: '', address })) === path
    })
  const accepts = () => patiently(() => here.press(`${own}/membres`, /\/membres\/\d+\/oui$/))
  if (await asks(here, gardens)) await accepts()
  if (await asks(there, scop)) await accepts()
  await here.press(`${own}/membres`, /\/relais$/).catch(() => false)
  for (const need of needs(now)) await here.fill(`${own}/besoins/nouveau`, need)
}

const needs = (now: Date): Record<string, string>[] => [
  {
    sort: 'money',
    title: 'Un mi-temps pour animer le réseau pendant un an',
    amount: '18000',
    fromDay: dayFrom(now, 60),
    untilDay: dayFrom(now, 425),
    details: 'Répondre aux structures, tenir l’agenda, relayer les offres. Somme imaginaire.',
    state: 'open',
  },
  {
    sort: 'equipment',
    title: 'Dix tables pliantes pour les marchés du samedi',
    amount: '10',
    details: 'Prêtées ou données, à stocker à Gennevilliers.',
    state: 'open',
  },
]
