import { askAround } from '../../server/checks/ask.ts'
import { submit } from '../../server/entries/commands.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { remindAuthors } from '../../server/reminders/remind.ts'
import * as alerts from '../alerts/place.ts'
import { pathIn } from '../accounts/browser.ts'
import * as desk from '../facilitation/place.ts'
import * as inquiries from '../inquiries/place.ts'
import { answerFrom, stranger } from '../moderation/rooms.ts'
import { messageFrom } from '../support/messages.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { quotedBy } from '../support/quotations.ts'
import * as supports from '../supports/place.ts'
import { password } from './hub.ts'
import { day, marked, shared, titled, press, send, type House } from './house.ts'

/** Published a month ago, and over in some days: its author is reminded. */
export async function ending({ deps, editor }: House): Promise<void> {
  deps.pass(-30 * day)
  await published(deps, editor, 'resource', titled('fino a sabato'), { availableUntil: '2026-11-28' })
  deps.pass(30 * day)
  await remindAuthors(deps)
}

export async function entries({ deps, editor, admin, paths }: House): Promise<string[]> {
  for (const { name, path } of kinds) {
    const kind = name as KindName
    const lot = kind === 'tender' ? { lots: [{ title: `${marked} lotto`, description: 'Del lotto.' }] } : {}
    const named = (more = '') =>
      kind === 'organisation' ? { ...shared, title: `Compagnia${more}` } : titled(`${name}${more}`)
    const { envelope } = await published(deps, editor, kind, named(), lot)
    paths.set(kind, envelope.path)
    await drafted(deps, editor, kind, named(' bozza'), lot)
    await received(deps, kind, {
      ...{ title: named(' lontana').title, language: 'it', html: '<p>Testo lontano.</p>' },
      url: `https://ailleurs.example${path}/1`,
    })
  }
  const contributor = await person(deps, 'contributor')
  const waiting = await drafted(deps, contributor, 'news', titled('in attesa'))
  await submit(deps, contributor, waiting)
  const news = paths.get('news') ?? ''
  await send(admin, `${news}/modifier`, { body: 'Testo cambiato.', outcome: 'publish' })
  return [`/actualites/${waiting.envelope.id}`, `/actualites/${waiting.envelope.id}/rendre`]
}

export async function answers({ deps, editor, admin, paths }: House): Promise<string[]> {
  const path = paths.get('news') ?? ''
  await send(admin, path, { body: 'Γεια σας.' }, `${path}/commentaires`)
  const bruno = await stranger(deps, 'ailleurs.example', 'bruno')
  const said = await published(deps, editor, 'news', titled('citata'))
  await answerFrom(deps, bruno, said.envelope.id, 'Απάντηση.')
  const quotation = await quotedBy(deps, bruno, said.envelope.id)
  await messageFrom(deps, bruno, { summary: 'Γεια' })
  return [`/moderation/citations/${quotation}`, `/moderation/fiches/${said.envelope.id}`]
}

/** Their links work for an hour. */
export async function accounts({ admin, as }: House): Promise<void> {
  await admin.post('/utilisateurs/inviter', { email: 'nora@exemple.example', role: 'editor' })
  await admin.post('/compte/adresse', { email: 'zoe2@hub.example', password })
  await as(undefined, '203.0.113.77').post('/mot-de-passe/oubli', { email: 'zoe@hub.example' })
}

export async function inquired(house: House): Promise<void> {
  const { deps, editor, admin } = house
  const person = { name: 'Ζωή', email: 'zoe@exemple.example', body: 'Ψάχνω δουλειά.' }
  const job = await published(deps, editor, 'job', titled('aperta'), { applyUrl: null })
  await inquiries.wrote(house, job.envelope.path, person)
  const room = await published(deps, editor, 'resource', titled('sala'), {
    ...{ contactUrl: null, availableUntil: null },
  })
  await inquiries.wrote(house, room.envelope.path, person)
  const talk = await published(deps, editor, 'resource', titled('in classe'), {
    ...{ category: 'school-talk', direction: 'offer', levels: ['middle'], format: 'talk' },
    ...{ contactEmail: null, availableUntil: null },
  })
  await send(house.as(undefined, '203.0.113.90'), `${talk.envelope.path}/intervention`, {
    ...{ school: 'Σχολείο', place: 'Nanterre', name: 'Σάνα', email: 'sana@college.example' },
    ...{ level: 'middle', pupils: '26', dates: 'Τρίτη', body: 'Γεια' },
  })
  const asked = pathIn(deps.letters.at(-1)?.text ?? '', 'interventions')
  await press(house.as(undefined, '203.0.113.90'), asked, { acte: 'envoyer' })
  const { path } = await desk.asked(house as never, {
    ...{ side: 'structure', name: 'Νάντια', email: 'nadia@halage.example', organisationName: 'Κήποι' },
    ...{ subject: 'Ποια παρτίδα', body: 'Φροντίζουμε κήπους.' },
  })
  await admin.get(path)
  await alerts.told(house as never, '/emplois?tag=bois')
  const proposal = await published(deps, editor, 'proposal', titled('proposta'), {
    ...{ status: 'asked', evidence: [], nextCheck: '2026-11-23' },
  })
  await supports.supported(house, proposal.envelope.path, 'zoe@exemple.example', 'Ζωή')
  await published(deps, editor, 'commitment', titled('impegno'), {
    ...{ subject: 'measure', unit: 'count', measures: [], nextCheck: '2026-11-23' },
  })
  await askAround(deps)
}
