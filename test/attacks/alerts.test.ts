import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alerts } from '../../db/schema/alerts.ts'
import { mostOfOne, mostUnconfirmed } from '../../server/alerts/commands.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { eraseAlertsOf } from '../../server/alerts/commands.ts'
import { carriesSecret, pathForLog } from '../../server/web/secret-paths.ts'
import { person } from '../support/publish.ts'
import { ask, openAlerts, rows, told, visitor, zoe, type Place } from '../alerts/place.ts'

// Anybody may ask for letters, to any address: what that must never become.

let pages: Place
beforeEach(async () => {
  pages = await openAlerts()
})
afterEach(() => pages.close())

const sent = { liste: 'job', recherche: '', email: zoe, rhythm: 'daily' }

describe('the form that anybody can send', () => {
  test('puts no words of a stranger into a letter to an address that nobody has confirmed', async () => {
    await ask(pages, '/recherche?q=ACHETEZ%20piege.example&tag=gratuit')
    await ask(pages, '/emplois?q=ACHETEZ&place=92&contract=cdi', { email: 'lou@exemple.example' })
    const text = pages.deps.letters.map((letter) => letter.subject + letter.text).join('\n')
    expect(text).toContain('Offres d’emploi – des mots recherchés, Hauts-de-Seine (92), Contrat\u00a0: CDI')
    expect(text).not.toMatch(/ACHETEZ|piege|gratuit/)
  })

  test('does not fill a stranger’s mailbox, nor let one machine write to everybody', async () => {
    const statuses = []
    for (let n = 0; n < 5; n += 1)
      statuses.push(
        (await visitor(pages).post('/alertes/nouvelle', { ...sent, recherche: `place=9${n}` })).status,
      )
    expect(statuses).toEqual([303, 303, 303, 429, 429])
    const one = pages.as(undefined, '203.0.113.251')
    for (let n = 0; n < 25; n += 1)
      await one.post('/alertes/nouvelle', { ...sent, email: `p${n}@exemple.example` })
    expect(pages.deps.letters).toHaveLength(3 + 20)
  })

  test('does not fill the disk', async () => {
    const { db, newId, now } = pages.deps
    const row = { reader: 'r', kind: 'job', query: '', rhythm: 'daily', locale: 'fr' } as const
    await db.write(
      Array.from({ length: mostUnconfirmed }, () =>
        db.make
          .insert(alerts)
          .values({ ...row, id: newId(), createdAt: now(), since: 0, sinceN: 0, dueAt: 0 }),
      ),
    )
    const answer = await visitor(pages).post('/alertes/nouvelle', sent)
    expect([answer.status, answer.text.includes(zoe)]).toEqual([429, true])
    expect(pages.deps.letters).toEqual([])
  })

  test('makes no letter about everything out of a filter that is not understood', async () => {
    for (const search of [
      { liste: 'job', recherche: 'contract=unknown' },
      { liste: 'job', recherche: 'quoi=que+ce+soit' },
      { liste: 'job', recherche: 'place=%00' },
      { liste: 'no-such-kind', recherche: '' },
      { liste: 'job', recherche: `q=${'x'.repeat(5000)}` },
    ])
      expect((await visitor(pages).post('/alertes/nouvelle', { ...sent, ...search })).status).toBe(422)
    expect(await rows(pages)).toEqual([])
    const nowhere = await visitor(pages).get('/emplois?place=Nullepart-sur-Rien')
    expect(nowhere.text).not.toContain('/alertes/')
  })

  test('has only so many alerts for one reader, whatever they ask at the same moment', async () => {
    const member = await person(pages.deps, 'member')
    const browser = pages.as(member)
    const answers = await Promise.all(
      Array.from({ length: mostOfOne + 5 }, (_, n) =>
        browser.post('/alertes/nouvelle', { ...sent, recherche: `place=${10 + n}` }),
      ),
    )
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(mostOfOne)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(5)
    expect(await rows(pages)).toHaveLength(mostOfOne)
  })

  test('does nothing for a machine that fills in what nobody sees', async () => {
    const answer = await visitor(pages).post('/alertes/nouvelle', { ...sent, site: 'https://x.example' })
    expect([answer.status, answer.location]).toEqual([303, '/alertes/lien-envoye'])
    expect(await rows(pages)).toEqual([])
  })

  test('answers alike whether this address is told of it already or not', async () => {
    const { answer } = await ask(pages, '/emplois')
    const link = await told(pages, '/agenda')
    expect(link).not.toBe(null)
    const again = (await ask(pages, '/agenda')).answer
    for (const part of ['status', 'location', 'text'] as const) expect(again[part]).toBe(answer[part])
  })
})

describe('a link', () => {
  test('of one alert opens no other, ends nobody else’s, and neither key serves as the other', async () => {
    const link = await told(pages, '/emplois')
    const [, , id = '', key = ''] = link.split('/')
    const [alert] = await rows(pages)
    const other = await told(pages, '/emplois', { email: 'lou@exemple.example' })
    const [, , otherId = ''] = other.split('/')
    for (const path of [
      `/alertes/${otherId}/${key}`,
      `/alertes/${id}/${key}x`,
      `/alertes/${id}/`,
      `/alertes/fin/${alert?.reader}/${key}`,
      `/alertes/fin/${id}/${key}`,
      `/alertes/fin/${alert?.reader}/x`,
    ]) {
      expect((await visitor(pages).get(path)).status, path).not.toBe(200)
      expect((await visitor(pages).post(path, { acte: 'arreter' })).status, path).not.toBe(303)
    }
    expect(await rows(pages)).toHaveLength(2)
  })

  test('acts for no page but ours, except the one that ends it all', async () => {
    const link = await told(pages, '/emplois')
    const foreign = { origin: 'https://piege.example' }
    expect((await visitor(pages).post(link, { acte: 'arreter' }, foreign)).status).toBe(403)
    expect(await rows(pages)).toHaveLength(1)
  })

  test('holds no address, is not logged, and is shown to no other site', async () => {
    await told(pages, '/emplois')
    const [alert] = await rows(pages)
    expect(alert?.reader).not.toContain('zoe')
    expect(carriesSecret(`/alertes/fin/${alert?.reader}/key`)).toBe(true)
    expect(pathForLog('/alertes/id/key')).toBe('/alertes/…')
  })
})

describe('an account that goes', () => {
  test('takes its alerts along, and those that its address had before', async () => {
    const member = await person(pages.deps, 'member')
    await pages.as(member).post('/alertes/nouvelle', { ...sent, recherche: 'place=92' })
    await told(pages, '/agenda', { email: member.email })
    await told(pages, '/agenda')
    await person(pages.deps, 'admin')
    await deleteAccount(pages.deps, member, eraseAlertsOf(pages.deps, member))
    expect(await rows(pages)).toMatchObject([{ email: zoe }])
  })
})
