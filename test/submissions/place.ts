import { deflateRawSync } from 'node:zlib'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { pathIn, type Answer, type Browser } from '../accounts/browser.ts'
import { person, published } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

export const day = 86_400_000

export interface CallPlace extends Pages {
  editor: Viewer
}

/** A hub with mail, and somebody who publishes calls. */
export async function openCalls(options: { mail?: boolean } = {}): Promise<CallPlace> {
  const pages = await openPages({ mail: options.mail ?? true })
  await pages.deps.db.write(await foundingActors(pages.deps, { handle: 'hub', name: 'Le hub' }))
  return { ...pages, editor: await person(pages.deps, 'editor') }
}

export const criteria = [
  { number: 1, title: 'Utilité', weight: 75, description: null },
  { number: 2, title: 'Solidité', weight: 25, description: null },
]

/** A call that takes projects for a week. */
export const openCall = (place: CallPlace, fields: Record<string, unknown> = {}): Promise<Entry> =>
  published(
    place.deps,
    place.editor,
    'call',
    { title: 'Aider ce qui marche' },
    {
      phase: 'open',
      commentsUntil: null,
      opens: null,
      deadline: '2026-11-30T17:00',
      budgetMax: 10_000,
      criteria,
      laureates: [],
      decisionNote: null,
      decidedOn: null,
      submitted: null,
      ...fields,
    },
  )

let visitors = 0
/** Somebody at an address of their own, so that no throttle counts two people as one. */
export const visitor = (place: Pages): Browser => place.as(undefined, `203.0.113.${(visitors += 1) % 250}`)

let count = 0
export const newId = (): string => `019ab000-0000-7000-8000-${String((count += 1)).padStart(12, '0')}`

/** Asks for a link, and gives back the path that the letter shows; null: no letter came. */
export async function begun(
  place: CallPlace,
  call: Entry,
  given: Record<string, string> = {},
): Promise<{ answer: Answer; link: string | null }> {
  const before = place.deps.letters.length
  const answer = await visitor(place).post(`${call.envelope.path}/projet`, {
    ...{ id: newId(), project: 'Atelier vélo', contact: 'Zoé Martin', email: 'zoe@roue.example' },
    ...given,
  })
  const letter = place.deps.letters.slice(before)[0]
  return { answer, link: letter === undefined ? null : pathIn(letter.text, 'projets') }
}

export const whole = {
  ...{ project: 'Atelier vélo', holder: 'Roue libre', contact: 'Zoé Martin' },
  ...{ summary: 'Réparer ensemble.', amount: '9500', budget: 'Des outils', continues: 'yes' },
  ...{ 'reponse-1': 'Aux habitantes.', 'reponse-2': 'Depuis dix ans.', revision: '1', acte: 'deposer' },
}

/** Begins, writes and submits; gives back the private path. */
export async function submitted(
  place: CallPlace,
  call: Entry,
  given: Record<string, string> = {},
): Promise<{ link: string; id: string }> {
  const { link } = await begun(place, call, { email: `${newId()}@roue.example` })
  if (link === null) throw new Error('No letter came.')
  const answer = await visitor(place).post(link, { ...whole, ...given })
  if (answer.status !== 303) throw new Error(`It was not submitted: ${answer.status}`)
  return { link, id: link.split('/')[2] ?? '' }
}

/** What an archive of these files is, without a library: names, and their bytes. */
export function zipOf(
  files: Readonly<Record<string, string>>,
  { claims }: { claims?: number } = {},
): Uint8Array<ArrayBuffer> {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, text] of Object.entries(files)) {
    const [raw, title] = [Buffer.from(text), Buffer.from(name)]
    const stored = name === 'mimetype'
    const packed = stored ? raw : deflateRawSync(raw)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(stored ? 0 : 8, 8)
    head.writeUInt32LE(packed.length, 18)
    head.writeUInt32LE(raw.length, 22)
    head.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(stored ? 0 : 8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claims ?? raw.length, 24)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies.push(head, title, packed)
    directory.push(entry, title)
    at += 30 + title.length + packed.length
  }
  const middle = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(middle.length, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...bodies, middle, end]))
}

export const odt = zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' })
export const pdf = new Uint8Array(Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n'))

/** A file with its form, as browsers send it. */
export function attach(
  browser: Browser,
  link: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  type = 'text/html',
): Promise<Answer> {
  const body = new FormData()
  body.set('fichier', new File([bytes], name, { type }))
  return browser.send(`${link}/fichiers`, {
    method: 'POST',
    body,
    headers: { origin: 'https://hub.example' },
  })
}
