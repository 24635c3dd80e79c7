import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { encode } from 'uqr'
import { inquiries } from '../../db/schema/inquiries.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { codesOf, ticketPath, typedCode } from '../../server/registrations/ticket.ts'
import { carriesSecret } from '../../server/web/secret-paths.ts'
import { pathIn } from '../accounts/browser.ts'
import { open, openInquiries, visitor, write, wrote } from '../inquiries/place.ts'
import { dumpOf } from '../support/dump.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'

let pages: Awaited<ReturnType<typeof openInquiries>>
let path = ''
let id = ''
let ticket = ''
let own = ''
beforeAll(async () => {
  pages = await openInquiries()
  const event = await open.event(pages, { capacity: 5 })
  path = event.path
  await published(
    pages.deps,
    pages.editor,
    'event',
    { title: 'Débat sur les SCOP' },
    { partOf: event.id, capacity: 3 },
  ).then((debate) => (id = debate.envelope.id))
  own = await wrote(pages, path, {
    ...{ name: 'Zoé <b>Martin</b>', email: 'zoe@exemple.example', body: 'Je viens', people: '2' },
    ...{ organisation: 'Les Jardins & Cie', debates: id },
  })
  ticket = pathIn(pages.deps.letters.at(-1)?.text ?? '', 'billet')
})
afterAll(() => pages.close())

const day = 86_400_000
const row = async () => {
  const [found] = await pages.deps.db.read.select().from(inquiries).where(eq(inquiries.people, 2))
  if (found === undefined) throw new Error('nobody registered')
  return found
}
const host = () => pages.as(pages.editor)

describe('the letter of a registration', () => {
  test('brings the event and the debates that were chosen for a calendar', () => {
    const { calendar } = pages.deps.letters.at(-1) ?? {}
    expect(calendar).toMatchObject({ method: 'PUBLISH', filename: expect.stringMatching(/\.ics$/) })
    expect(calendar?.content).toContain('SUMMARY:Une annonce (event)')
    expect(calendar?.content).toContain('SUMMARY:Débat sur les SCOP')
  })

  test('brings a picture whose squares are the code of the ticket’s address', async () => {
    const picture = pages.deps.letters.at(-1)?.attachments?.[0]
    expect(picture).toMatchObject({ filename: 'billet.png', contentType: 'image/png', encoding: 'base64' })
    const { data, info } = await sharp(Buffer.from(picture?.content ?? '', 'base64'))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const wanted = encode(`https://hub.example${ticket}`, { ecc: 'M', boostEcc: true, border: 0 }).data
    const scale = info.width / (wanted.length + 8)
    const read = wanted.map((line, y) =>
      line.map((_, x) => (data[(y + 4.5) * scale * info.width + (x + 4.5) * scale] ?? 255) < 128),
    )
    expect(read).toEqual(wanted)
    // The white margin that readers need.
    expect(data[2 * info.width + 2]).toBe(255)
  })
})

describe('a ticket', () => {
  test('opened by whoever holds it says whose it is, with no button, and notes nothing', async () => {
    const page = await visitor(pages).get(ticket)
    expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(page.text).toContain('Zoé &lt;b&gt;Martin&lt;/b&gt;')
    expect(page.text).toContain('Débat sur les SCOP')
    expect(page.text).not.toContain('Noter l’arrivée')
    expect(page.text).not.toContain('zoe@exemple.example')
    expect(await pageFaults(page.text)).toEqual([])
    expect((await row()).presentAt).toBe(null)
  })

  test('gives no power over the registration, and its address stays out of logs and referrers', async () => {
    const [, , inquiryId = '', key = ''] = ticket.split('/')
    expect((await visitor(pages).post(`/demandes/${inquiryId}/${key}`, { acte: 'retirer' })).status).toBe(410)
    expect((await visitor(pages).post(ticket, { acte: 'retirer' })).status).not.toBe(303)
    expect((await visitor(pages).get(`${ticket.slice(0, -1)}_`)).status).toBe(410)
    expect(await row()).toMatchObject({ people: 2 })
    expect(carriesSecret(ticket)).toBe(true)
    expect(JSON.stringify(await dumpOf(pages.deps))).not.toContain(key)
  })

  test('is not there for whoever only waits or has not confirmed', async () => {
    const { link } = await write(pages, path, { name: 'Attente', email: 'attente@x.example', people: '1' })
    const [, , waiting = ''] = (link ?? '').split('/')
    expect((await visitor(pages).get(ticketPath(pages.deps, waiting))).status).toBe(410)
    await visitor(pages).post(link ?? '', { acte: 'attendre' })
    expect((await host().get(ticketPath(pages.deps, waiting))).status).toBe(410)
    await visitor(pages).post(link ?? '', { acte: 'retirer' })
  })
})

describe('the door', () => {
  test('is kept by those who publish the event, and by nobody else', async () => {
    const other = await person(pages.deps, 'contributor')
    expect((await pages.as(other).post(ticket, { acte: 'arriver' })).status).toBe(403)
    expect((await pages.as(other).get(`${path}/accueil`)).status).toBe(403)
    expect((await pages.as(other).get(`${path}/badges`)).status).toBe(403)
    expect([303, 401]).toContain((await visitor(pages).post(ticket, { acte: 'arriver' })).status)
    expect((await visitor(pages).get(`${path}/accueil`)).text).not.toContain('Zoé')
    expect((await row()).presentAt).toBe(null)
  })

  test('lets nobody in on another day', async () => {
    const refused = await host().post(ticket, { acte: 'arriver' })
    expect([refused.status, refused.text.includes('Ce billet est pour un autre jour')]).toEqual([409, true])
    expect((await row()).presentAt).toBe(null)
  })

  test('notes an arrival once, with the hour of the first time, and takes it back', async () => {
    pages.deps.pass(5 * day)
    const page = await host().get(ticket)
    expect(page.text).toContain('Noter l’arrivée')
    expect(await pageFaults(page.text)).toEqual([])
    expect((await host().post(ticket, { acte: 'arriver' })).text).toContain('L’arrivée est notée.')
    const at = pages.deps.now()
    pages.deps.pass(60_000)
    const again = await host().post(ticket, { acte: 'arriver' })
    expect(again.text).toContain('Cette arrivée était déjà notée.')
    expect(again.text).toContain('par Camille (editor)')
    expect((await row()).presentAt).toBe(at)
    await host().post(ticket, { acte: 'annuler' })
    expect((await row()).presentAt).toBe(null)
    const both = await Promise.all([1, 2].map(() => host().post(ticket, { acte: 'arriver' })))
    expect(both.filter(({ text }) => text.includes('L’arrivée est notée.'))).toHaveLength(1)
  })

  test('counts who is there, and finds them by code and by a part of their name, never in an address', async () => {
    const code = codesOf(pages.deps)((await row()).id)
    const door = await host().get(`${path}/accueil`)
    expect(door.text).toMatch(/Personnes présentes<\/dt><dd class="stat-value">2/)
    expect(await pageFaults(door.text)).toEqual([])
    for (const cherche of [code, code.toLowerCase().replace('-', ' '), 'jardins', 'ZOE']) {
      const found = await host().post(`${path}/accueil`, { cherche })
      expect(found.text, cherche).toContain(`href="${ticket}"`)
      expect(await pageFaults(found.text)).toEqual([])
    }
    expect((await host().post(`${path}/accueil`, { cherche: 'Personne' })).text).toContain(
      'Personne de ce nom',
    )
    expect((await host().post(`${path}/accueil`, { cherche: '' })).text).not.toContain(
      'Ouvrir le billet de Zo',
    )
  })

  test('of another event does not know them', async () => {
    const other = await open.event(pages)
    const code = codesOf(pages.deps)((await row()).id)
    const found = await host().post(`${other.path}/accueil`, { cherche: code })
    expect(found.text).not.toContain('Zoé')
  })

  test('has a badge for each who comes, safe from what was typed', async () => {
    const sheet = await host().get(`${path}/badges`)
    expect(sheet.text.match(/class="name-badge"/g)).toHaveLength(2)
    expect(sheet.text).toContain('Les Jardins &amp; Cie')
    expect(sheet.text).toContain('avec Zoé &lt;b&gt;Martin&lt;/b&gt;')
    expect(await pageFaults(sheet.text)).toEqual([])
    expect((await host().get(`${path}/demandes.csv`)).text).toContain('Les Jardins & Cie')
  })

  test('lets go of who kept it, when their account goes', async () => {
    const keeper = await person(pages.deps, 'editor')
    const keep = pages.as(keeper)
    await keep.post(ticket, { acte: 'annuler' })
    await keep.post(ticket, { acte: 'arriver' })
    expect((await row()).presentBy).toBe(keeper.id)
    await person(pages.deps, 'admin')
    await deleteAccount(pages.deps, keeper, [])
    expect(await row()).toMatchObject({ presentBy: null, presentAt: pages.deps.now() })
  })

  test('opens nothing for a registration that was taken back', async () => {
    await visitor(pages).post(own, { acte: 'retirer' })
    expect((await host().get(ticket)).status).toBe(410)
    expect((await host().post(ticket, { acte: 'arriver' })).status).toBe(410)
  })
})

test('a code is understood as it is said', () => {
  expect(typedCode(' k7q 4mxa ')).toBe('K7Q-4MXA')
  expect(typedCode('O1I-LLLL')).toBe('011-1111')
  expect(typedCode('K7Q-4MX')).toBe(null)
  expect(typedCode('U7Q-4MXA')).toBe(null)
})
