import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import {
  assemblies,
  assemblyCandidatures,
  assemblyLetters,
  assemblyMeetings,
} from '../../db/schema/assemblies.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { decideCandidature } from '../../server/assemblies/decide.ts'
import { invite } from '../../server/assemblies/invitation.ts'
import { sendOwed } from '../../server/assemblies/owed.ts'
import { person, published } from '../support/publish.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'

// What an assembly owes by letter arrives although the relay was away, once.

const day = 86_400_000
let deps: TestDeps
let admin: Viewer
beforeEach(async () => {
  deps = await openTestDeps({ mail: true })
  admin = await person(deps, 'admin')
  await deps.db.write([
    deps.db.make.insert(assemblies).values({
      ...{ id: 'a', slug: 'comite', sort: 'committee', name: 'Le comité' },
      ...{ createdAt: 1, updatedAt: 1 },
    }),
    deps.db.make.insert(assemblyCandidatures).values({
      ...{ id: 'c', assemblyId: 'a', organisation: 'La Scop', email: 'zoe@scop.example' },
      ...{ locale: 'fr', state: 'waiting', createdAt: 1 },
    }),
    deps.db.make.insert(assemblyMeetings).values({
      ...{ id: 'm', assemblyId: 'a', startsAt: '2026-12-03T18:00', place: 'Mairie' },
      ...{ createdAt: 1, updatedAt: 1 },
    }),
  ])
})
afterEach(() => deps.close())

const owed = () => deps.db.read.select().from(assemblyLetters)
const refuse = async () => {
  const [assembly] = await deps.db.read.select().from(assemblies)
  const [candidature] = await deps.db.read.select().from(assemblyCandidatures)
  if (assembly === undefined || candidature === undefined) throw new Error('Nothing is there.')
  await decideCandidature(deps, admin, { assembly, candidature }, { isYes: false, answer: 'Trop tard.' })
}
const away = () => Promise.reject(new Error('away'))

describe('the answer to a candidature', () => {
  test('leaves at once, and is owed no more', async () => {
    await refuse()
    expect(deps.letters.map(({ to }) => to)).toEqual(['zoe@scop.example'])
    expect(deps.letters[0]?.text).toContain('Trop tard.')
    expect(await owed()).toEqual([])
    await sendOwed(deps)
    expect(deps.letters).toHaveLength(1)
  })

  test('is sent when the relay is back, once', async () => {
    const { mailer } = deps
    deps.mailer = away
    await refuse()
    expect(await owed()).toHaveLength(1)
    deps.pass(day)
    await sendOwed(deps)
    deps.mailer = mailer
    await sendOwed(deps)
    await sendOwed(deps)
    expect(deps.letters).toHaveLength(1)
    expect(await owed()).toEqual([])
  })

  test('is given up after a week', async () => {
    deps.mailer = away
    await refuse()
    deps.pass(8 * day)
    await sendOwed(deps)
    expect(await owed()).toEqual([])
  })

  test('is not owed where no letter can leave', async () => {
    deps.mailer = null
    await refuse()
    expect(await owed()).toEqual([])
  })
})

test('invitations go on where a relay that went away left off, each address once, in words of today', async () => {
  for (const name of ['un', 'deux', 'trois'])
    await published(deps, admin, 'organisation', { title: name }, { email: `${name}@asso.example` })
  const { mailer } = deps
  let tries = 0
  deps.mailer = (letter) => {
    tries += 1
    return tries > 1 ? away() : (mailer ?? away)(letter)
  }
  const [assembly] = await deps.db.read.select().from(assemblies)
  const [meeting] = await deps.db.read.select().from(assemblyMeetings)
  if (assembly === undefined || meeting === undefined) throw new Error('Nothing is there.')
  await invite(deps, admin, assembly, meeting)
  expect(await owed()).toHaveLength(3)
  await sendOwed(deps, 'm')
  expect(await owed()).toHaveLength(2)
  deps.mailer = mailer
  await deps.db.write([
    deps.db.make
      .update(assemblyMeetings)
      .set({ place: 'Salle des fêtes' })
      .where(eq(assemblyMeetings.id, 'm')),
  ])
  await sendOwed(deps)
  expect(deps.letters.map(({ to }) => to).toSorted()).toEqual(
    ['deux@asso.example', 'trois@asso.example', 'un@asso.example'].toSorted(),
  )
  expect(deps.letters.at(-1)?.text).toContain('Salle des fêtes')
  await expect(invite(deps, admin, assembly, meeting)).rejects.toMatchObject({ code: 'conflict' })
})
