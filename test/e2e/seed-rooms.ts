import { openForms } from '../../server/demo/forms.ts'
import { kinds } from '../../server/kinds/index.ts'
import { inDays, type Place } from './place.ts'
import { entryMaker } from './seed.ts'

/** What stands beside the entries of `seed.ts`, and has pages of its own: paths, by what they are. */
export interface SeededRooms {
  tender: string
  call: string
  proposal: string
  commitment: string
  network: string
  council: string
  committee: string
}

/** `event`, `job`: of those that are there, given a village and another version. */
export async function seedRooms(
  place: Place,
  { event, job }: { event: string; job: string },
): Promise<SeededRooms> {
  const make = await entryMaker(place)
  const sample = (kind: string, title: string, fields: object = {}): Promise<string> =>
    make({ kind, title, fields: { ...kinds.find(({ name }) => name === kind)?.sample, ...fields } })
  const [tender, call, proposal, commitment, network] = [
    await sample('tender', 'Entretien des espaces verts du plateau', { deadline: `${inDays(40)}T12:00` }),
    await sample('call', 'L’emploi au coin de la rue', { deadline: `${inDays(40)}T12:00` }),
    await sample('proposal', 'Un pour cent des locaux d’activité pour l’économie sociale et solidaire'),
    await sample('commitment', 'Deux mille heures d’insertion par an dans nos marchés'),
    await make({
      kind: 'organisation',
      title: 'Réseau imaginaire',
      fields: { family: 'association', status: 'network' },
    }),
  ]
  const amel = await openForms(
    { origin: place.base, hub: { email: 'amel@ruche.example' } },
    'une phrase assez longue',
  )
  const found = async (sort: string, name: string): Promise<string> =>
    amel.fill('/assemblees/nouvelle', {
      sort,
      name,
      mandate: 'Ce qu’on y fait, en deux phrases.',
      organisation: '',
    })
  const [council, committee] = [
    await found('council', 'Conseil de l’économie sociale et solidaire du territoire'),
    await found('committee', 'Comité du mois'),
  ]
  await amel.fill(`${council}/sieges/nouveau`, { family: 'mutual', label: 'Mutuelles', organisation: '' })
  await amel.fill(`${committee}/reunions/nouvelle`, {
    startsAt: `${inDays(12)}T18:00`,
    place: 'Maison des associations',
    note: 'Chaque structure est la bienvenue.',
  })
  await amel.fill(`${committee}/decisions/nouvelle`, {
    sort: 'task',
    what: 'Réserver la halle.',
    state: 'open',
  })
  await amel.fill(`${event}/villages`, { name: 'Village des mutuelles', family: 'mutual', stands: '4' })
  await changed(place, job)
  return { tender, call, proposal, commitment, network, council, committee }
}

/** Published once more with other words: its history has two versions to compare. */
async function changed(place: Place, path: string): Promise<void> {
  const page = await place.admin()
  await page.goto(`${path}/modifier`)
  await page.getByLabel(/^En une ou deux phrases/).fill('Une autre phrase, qui dit autre chose.')
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Publier/ })
    .last()
    .click()
  await page.waitForURL(`**${path}`)
  await page.context().close()
}
