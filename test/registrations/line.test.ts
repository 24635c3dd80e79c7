import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { inquiries } from '../../db/schema/inquiries.ts'
import { forgetInquiries, keptDays } from '../../server/inquiries/forget.ts'
import { mostWaiting, offeredFor, serveLines } from '../../server/inquiries/line.ts'
import { revise } from '../../server/entries/commands.ts'
import { entryOfRow } from '../../server/entries/queries.ts'
import { open, openInquiries, visitor, write, wrote, zoe } from '../inquiries/place.ts'
import { published } from '../support/publish.ts'
import { pageFaults } from '../support/markup.ts'
import { until } from '../support/until.ts'

let pages: Awaited<ReturnType<typeof openInquiries>>
beforeEach(async () => {
  pages = await openInquiries()
})
afterEach(() => pages.close())

const hour = 3_600_000
const somebody = (name: string, people = 1) => ({
  ...{ name, body: '', people: String(people) },
  email: `${name.toLowerCase()}@exemple.example`,
})
const rowOf = async (name: string) =>
  (await pages.deps.db.read.select().from(inquiries).where(eq(inquiries.name, name)))[0]
const send = (link: string, acte: string) => visitor(pages).post(link, { acte })
const lettersTo = (name: string) =>
  pages.deps.letters.filter(({ to }) => to === somebody(name).email).map(({ subject }) => subject)

/** Writes, and joins the line. */
async function waits(path: string, name: string, people = 1): Promise<string> {
  const { link } = await write(pages, path, somebody(name, people))
  expect((await send(link ?? '', 'attendre')).status).toBe(303)
  await until('the letter of the line', () =>
    lettersTo(name).some((subject) => subject.startsWith('Vous êtes sur la liste')),
  )
  return link ?? ''
}

const hall = (places: number) => open.event(pages, { capacity: places })
/** A hall of one, with Awa in it. */
async function fullHall(): Promise<{ path: string; awa: string; n: number }> {
  const { path, n } = await hall(1)
  return { path, n, awa: await wrote(pages, path, somebody('Awa')) }
}
const offered = (name: string) =>
  until(`an offer to ${name}`, () =>
    lettersTo(name).includes('Une place pour vous\u00a0: Une annonce (event)'),
  )

describe('somebody who comes when it is full', () => {
  test('is told so, joins the line by their mailbox, and sees where they stand', async () => {
    const { path } = await fullHall()
    const page = await visitor(pages).get(path)
    expect(page.text).toContain('C’est complet.')
    expect(page.text).toContain('Liste d’attente')
    const form = await visitor(pages).get(`${path}/demande`)
    expect(form.text).toContain('Recevoir le lien pour la liste d’attente')
    expect(await pageFaults(form.text)).toEqual([])
    const { link } = await write(pages, path, somebody('Bruno'))
    const asked = await visitor(pages).get(link ?? '')
    expect(asked.text).toContain('M’inscrire sur la liste d’attente')
    expect((await send(link ?? '', 'envoyer')).status).toBe(409)
    expect((await send(link ?? '', 'attendre')).status).toBe(303)
    const waiting = await visitor(pages).get(link ?? '')
    expect(waiting.text).toContain('Vous êtes en tête de la liste.')
    expect(await pageFaults(waiting.text)).toEqual([])
    await waits(path, 'Chloe')
    expect((await pages.as(pages.editor).get(`${path}/demandes`)).text).toContain(
      'En liste d’attente\u00a0: 2.',
    )
  })

  test('is offered the place that somebody gives up, takes it, and is told like the others', async () => {
    const { path, awa } = await fullHall()
    const bruno = await waits(path, 'Bruno')
    await waits(path, 'Chloe')
    await send(awa, 'retirer')
    await offered('Bruno')
    expect(lettersTo('Chloe')).not.toContain('Une place pour vous\u00a0: Une annonce (event)')
    const page = await visitor(pages).get(bruno)
    expect(page.text).toContain('Une place vous est gardée')
    expect(await pageFaults(page.text)).toEqual([])
    expect((await send(bruno, 'envoyer')).status).toBe(303)
    await until('the ticket', () =>
      lettersTo('Bruno').includes('Vous êtes inscrit·e\u00a0: Une annonce (event)'),
    )
    expect(await rowOf('Bruno')).toMatchObject({ waitingSince: null, offeredUntil: null })
    // Pressed again, nothing more is sent.
    const before = pages.deps.letters.length
    expect((await send(bruno, 'envoyer')).status).toBe(303)
    expect(pages.deps.letters).toHaveLength(before)
  })

  test('keeps an offer for two days and no longer: then it is the next one’s, and they may stand at the end again', async () => {
    const { path, awa } = await fullHall()
    const bruno = await waits(path, 'Bruno')
    const chloe = await waits(path, 'Chloe')
    await send(awa, 'retirer')
    await offered('Bruno')
    pages.deps.pass(offeredFor + 1)
    expect((await visitor(pages).get(bruno)).text).toContain('La place est passée à quelqu’un d’autre')
    expect((await send(bruno, 'envoyer')).status).toBe(409)
    await serveLines(pages.deps)
    await offered('Chloe')
    expect((await send(bruno, 'attendre')).status).toBe(303)
    expect((await visitor(pages).get(bruno)).text).toContain('Vous êtes sur la liste d’attente')
    expect((await send(chloe, 'envoyer')).status).toBe(303)
    expect(await rowOf('Bruno')).toMatchObject({ waitingSince: pages.deps.now(), offeredUntil: null })
  })

  test('with more people than are free stays first, and lets those pass who fit', async () => {
    const { path } = await hall(3)
    const awa = await wrote(pages, path, somebody('Awa', 1))
    const dan = await wrote(pages, path, somebody('Dan', 2))
    const bruno = await waits(path, 'Bruno', 3)
    await waits(path, 'Chloe', 1)
    await send(awa, 'retirer')
    await offered('Chloe')
    expect(lettersTo('Bruno')).not.toContain('Une place pour vous\u00a0: Une annonce (event)')
    await send(dan, 'retirer')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(lettersTo('Bruno')).not.toContain('Une place pour vous\u00a0: Une annonce (event)')
    expect((await visitor(pages).get(bruno)).text).toContain('Vous êtes en tête de la liste.')
    // Two are free, which is not enough for who is first; whoever comes now stands behind them all the same.
    const { link } = await write(pages, path, somebody('Eve'))
    expect((await send(link ?? '', 'envoyer')).status).toBe(409)
    expect((await send(link ?? '', 'attendre')).status).toBe(303)
    await offered('Eve')
  })

  test('is offered what a larger hall has room for', async () => {
    const { path, n } = await fullHall()
    await waits(path, 'Bruno')
    await waits(path, 'Chloe')
    const entry = await entryOfRow(pages.deps, n)
    if (entry === undefined || entry.fields === null) throw new Error('no event')
    const { envelope, fields } = entry
    const input = {
      ...envelope,
      imageAlt: null,
      tags: [],
      fields: { ...fields, capacity: 2 },
      unfinished: null,
    }
    const { title, summary, body, language, licence, placeCode, placeLabel, organisationId } = input
    await revise(pages.deps, pages.editor, entry, {
      revision: envelope.revision,
      picture: undefined,
      input: {
        ...{ title, summary, body, language, licence, placeCode, placeLabel, organisationId },
        ...{
          latitude: null,
          longitude: null,
          tags: [],
          imageAlt: null,
          fields: input.fields,
          unfinished: null,
        },
      },
    })
    await serveLines(pages.deps)
    await offered('Bruno')
    expect(lettersTo('Chloe')).not.toContain('Une place pour vous\u00a0: Une annonce (event)')
  })
})

describe('nobody', () => {
  test('goes before those who wait, though a place is free or offered', async () => {
    const { path, awa } = await fullHall()
    await waits(path, 'Bruno')
    const { link } = await write(pages, path, somebody('Chloe'))
    await send(awa, 'retirer')
    await offered('Bruno')
    expect((await send(link ?? '', 'envoyer')).status).toBe(409)
    expect((await visitor(pages).get(`${path}/demande`)).text).toContain('C’est complet.')
  })

  test('takes a place that is not offered to them, nor one that is another’s', async () => {
    const { path, awa } = await fullHall()
    await waits(path, 'Bruno')
    const chloe = await waits(path, 'Chloe')
    await send(awa, 'retirer')
    await offered('Bruno')
    expect((await send(chloe, 'envoyer')).status).toBe(409)
    expect((await send(chloe, 'allegee')).status).toBe(409)
    expect((await rowOf('Chloe'))?.waitingSince).not.toBe(null)
  })

  test('is offered the same place twice, however many look at the line at once', async () => {
    const { path, awa } = await fullHall()
    for (const name of ['Bruno', 'Chloe', 'Dan']) await waits(path, name)
    await send(awa, 'retirer')
    await Promise.all(Array.from({ length: 8 }, () => serveLines(pages.deps)))
    await offered('Bruno')
    // The offer keeps the place: whoever looks again finds none.
    await serveLines(pages.deps)
    const rows = await pages.deps.db.read.select().from(inquiries)
    expect(rows.filter(({ offeredUntil }) => offeredUntil !== null).map(({ name }) => name)).toEqual([
      'Bruno',
    ])
  })

  test('is promised what no letter could tell them', async () => {
    const { path, awa } = await fullHall()
    await waits(path, 'Bruno')
    const { mailer } = pages.deps
    let tries = 0
    pages.deps.mailer = () => Promise.reject(new Error(`no relay ${(tries += 1)}`))
    await send(awa, 'retirer')
    await until(
      'the offer that failed',
      async () => tries > 0 && (await rowOf('Bruno'))?.offeredUntil === null,
    )
    pages.deps.mailer = mailer
    await serveLines(pages.deps)
    await offered('Bruno')
  })

  test('joins a line that has no end, nor one of an event that is called off', async () => {
    const { path, n: entryN } = await fullHall()
    const { db, newId, now } = pages.deps
    const { link } = await write(pages, path, somebody('Bruno'))
    await db.write(
      Array.from({ length: mostWaiting }, (_, n) =>
        db.make.insert(inquiries).values({
          ...{
            ...zoe,
            id: newId(),
            entryN,
            locale: 'fr' as const,
            createdAt: now(),
            email: `p${n}@x.example`,
          },
          ...{ confirmedAt: now(), waitingSince: now() },
        }),
      ),
    )
    const refused = await send(link ?? '', 'attendre')
    expect([refused.status, refused.text.includes('La liste d’attente aussi est complète.')]).toEqual([
      409,
      true,
    ])
    const over = await open.event(pages, { status: 'cancelled' })
    expect((await visitor(pages).get(`${over.path}/demande`)).status).toBe(409)
  })
})

test('of many who press at once for the last places, as many come in as there are', async () => {
  const { path } = await hall(3)
  const links: string[] = []
  for (let n = 0; n < 9; n += 1) links.push((await write(pages, path, somebody(`P${n}`))).link ?? '')
  const answers = await Promise.all(links.map((link) => send(link, 'envoyer')))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([
    303, 303, 303, 409, 409, 409, 409, 409, 409,
  ])
})

test('those who wait are forgotten by the same term as the others', async () => {
  const { path } = await fullHall()
  await waits(path, 'Bruno')
  pages.deps.pass((keptDays + 10) * 24 * hour)
  await forgetInquiries(pages.deps)
  expect(await pages.deps.db.read.select().from(inquiries)).toEqual([])
})

describe('the debates of a forum', () => {
  const debate = async (forum: string, title: string, capacity: number | null) =>
    (await published(pages.deps, pages.editor, 'event', { title }, { partOf: forum, capacity })).envelope

  test('are chosen with the registration, each has its own places, and one may come without the full one', async () => {
    const { path, id } = await hall(20)
    const small = await debate(id, 'Petit débat', 1)
    const large = await debate(id, 'Grand débat', null)
    const both = { debates: [small.id, large.id] as unknown as string }
    const form = await visitor(pages).get(`${path}/demande`)
    expect(form.text).toContain('Petit débat')
    expect(await pageFaults(form.text)).toEqual([])
    const awa = await write(pages, path, { ...somebody('Awa'), ...both })
    const bruno = await write(pages, path, { ...somebody('Bruno'), ...both })
    const answers = await Promise.all([awa, bruno].map(({ link }) => send(link ?? '', 'envoyer')))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409])
    const late = answers[0]?.status === 409 ? awa : bruno
    const page = await visitor(pages).get(late.link ?? '')
    expect(page.text).toContain('Un débat est complet')
    expect(page.text).toContain('M’inscrire sans les débats complets')
    expect(await pageFaults(page.text)).toEqual([])
    expect((await send(late.link ?? '', 'allegee')).status).toBe(303)
    const settled = await visitor(pages).get(late.link ?? '')
    expect(settled.text).toContain('Grand débat')
    expect(settled.text).not.toContain('Petit débat')
    expect((await visitor(pages).get(`${path}/demande`)).text).toMatch(/Petit débat.*complet/s)
  })

  test('of another event cannot be chosen', async () => {
    const { path } = await hall(20)
    const other = await open.event(pages)
    const elsewhere = await debate(other.id, 'Ailleurs', null)
    const { answer } = await write(pages, path, { ...somebody('Awa'), debates: elsewhere.id })
    expect(answer.status).toBe(422)
    expect(pages.deps.letters).toEqual([])
  })
})
