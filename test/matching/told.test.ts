import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memberships } from '../../db/schema/accounts.ts'
import { alerts } from '../../db/schema/alerts.ts'
import { sendDigests } from '../../server/alerts/digest.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { lotsFor } from '../../server/matching/matching.ts'
import { person } from '../support/publish.ts'
import { pageFaults } from '../support/markup.ts'
import { openMatching, organisation, tender, type Place } from './place.ts'

let pages: Place
let jardins: { id: string; path: string }
let amel: Viewer
beforeEach(async () => {
  pages = await openMatching()
  jardins = await organisation(pages, 'Les Jardins', '92036', { cpv: ['773'], serves: ['92'] })
  amel = await person(pages.deps, 'member')
  const { db } = pages.deps
  const membership = { organisationId: jardins.id, role: 'editor' as const }
  await db.write([db.make.insert(memberships).values({ userId: amel.id, createdAt: 0, ...membership })])
  amel = { ...amel, memberships: [membership] }
})
afterEach(() => pages.close())

const green = { cpv: '77310000', place: '92036' } as const

async function nextDay() {
  pages.deps.pass(86_400_000)
  const before = pages.deps.letters.length
  await sendDigests(pages.deps)
  return pages.deps.letters.slice(before)
}

const ask = (viewer: Viewer, rhythm = 'daily') =>
  pages.as(viewer).post(`${jardins.path}/marches/alerte`, { rhythm })

describe('those who publish for an organisation', () => {
  test('are told of new lots that fit it, with the reasons, each once, and of no others', async () => {
    await tender(pages, [{ ...green, title: 'Déjà là' }])
    pages.deps.pass(1)
    const page = await pages.as(amel).get(`${jardins.path}/marches`)
    expect(page.text).toContain('Être prévenu·e des lots qui conviennent')
    expect(await pageFaults(page.text)).toEqual([])
    expect((await ask(amel)).location).toBe('/compte/alertes')
    expect((await ask(amel)).status).toBe(303)
    expect(await pages.deps.db.read.select().from(alerts)).toHaveLength(1)
    await tender(pages, [
      { ...green, title: 'Tonte' },
      { title: 'Peinture', cpv: '45442100', place: '92036' },
    ])
    const [letter, ...others] = await nextDay()
    expect(others).toEqual([])
    expect(letter?.to).toBe(amel.email)
    expect(letter?.subject).toContain('Lots qui conviennent à Les Jardins')
    expect(letter?.text).toContain('• Lot\u00a01\u00a0: Tonte')
    expect(letter?.text).toContain('+ Sait faire 773')
    expect(letter?.text).toMatch(/https:\/\/hub\.example\/marches\/[^ ]*\/lots\/1/)
    expect(letter?.text).not.toMatch(/Peinture|Déjà là/)
    expect(await nextDay()).toEqual([])
    expect((await pages.as(amel).get('/compte/alertes')).text).toContain(
      'Lots de marchés qui conviennent à Les Jardins',
    )
  })

  test('are told no more once they publish for it no more, or it is gone', async () => {
    await ask(amel)
    const { db } = pages.deps
    await db.write([db.make.delete(memberships).where(eq(memberships.userId, amel.id))])
    await tender(pages, [green])
    expect(await nextDay()).toEqual([])
    expect(await db.read.select().from(alerts)).toEqual([])
  })

  test('are nobody else: not a visitor, not a contributor, not somebody of another organisation', async () => {
    const other = await organisation(pages, 'Une autre', null, {})
    const stranger: Viewer = {
      ...(await person(pages.deps, 'member')),
      memberships: [
        { organisationId: other.id, role: 'editor' },
        { organisationId: jardins.id, role: 'contributor' },
      ],
    }
    expect((await ask(stranger)).status).toBe(403)
    expect((await pages.as().post(`${jardins.path}/marches/alerte`, { rhythm: 'daily' })).status).toBe(401)
    expect((await pages.as(stranger).get(`${jardins.path}/marches`)).text).not.toContain('/alerte')
    expect((await ask(amel, 'hourly')).status).toBe(422)
    expect(await pages.deps.db.read.select().from(alerts)).toEqual([])
  })
})

test('an organisation that is no longer in the directory has no lots', async () => {
  expect(await lotsFor(pages.deps, 'unknown')).toBe(null)
})
