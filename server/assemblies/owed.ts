import { asc, eq, inArray } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import {
  assemblies,
  assemblyCandidatures,
  assemblyItems,
  assemblyLetters,
  assemblyMeetings,
} from '../../db/schema/assemblies.ts'
import { meetingTime } from '../../views/assemblies/shown.ts'
import type { Locale } from '../../views/language.tsx'
import { send } from '../accounts/letters.ts'
import type { Deps, Letter } from '../deps.ts'
import { decidedLetter, invitationLetter } from './letters.ts'

type Row = typeof assemblyLetters.$inferSelect

/** After this long a letter that could not leave is given up, and forgotten. */
const triedFor = 7 * 86_400_000

/** In one round; the next ones wait five minutes. */
const most = 100

/**
 * What is owed with a decision or an invitation, as steps of the same command: a relay that is away, or a hub that is
 * stopped, loses nothing. Where no letter can leave, none is owed.
 */
export const owed = (
  deps: Pick<Deps, 'db' | 'mailer' | 'newId' | 'now'>,
  about: Pick<Row, 'assemblyId' | 'sort' | 'subjectId'>,
  readers: readonly { email: string; locale: Locale }[],
): Step[] =>
  deps.mailer === null
    ? []
    : readers.map(({ email, locale }) =>
        deps.db.make
          .insert(assemblyLetters)
          .values({ ...about, email, locale, id: deps.newId(), createdAt: deps.now() }),
      )

/**
 * One after the other: a relay is not flooded, and an address that is refused stops no other. A letter is owed no more
 * before it leaves, so that nobody gets two; put back at the end if it could not.
 */
export async function sendOwed(deps: Deps, subjectId?: string): Promise<void> {
  const { db, mailer } = deps
  if (mailer === null) return
  const waiting = await db.read
    .select()
    .from(assemblyLetters)
    .where(subjectId === undefined ? undefined : eq(assemblyLetters.subjectId, subjectId))
    .orderBy(asc(assemblyLetters.id))
    .limit(most)
  for (const row of waiting) {
    const [gone] = await db.write([
      db.make.delete(assemblyLetters).where(inArray(assemblyLetters.id, [row.id])),
    ])
    if (gone?.rowsAffected !== 1) continue
    const letter = await letterOf(deps, row)
    if (letter === null || (await send(deps, letter)) || row.createdAt < deps.now() - triedFor) continue
    await db.write([db.make.insert(assemblyLetters).values({ ...row, id: deps.newId() })])
  }
}

/** In the words of what stands now; null: there is nothing to tell any more. */
async function letterOf({ db, hub }: Deps, row: Row): Promise<Letter | null> {
  const { subjectId, assemblyId, sort, ...to } = row
  const [assembly] = await db.read.select().from(assemblies).where(eq(assemblies.id, assemblyId))
  if (assembly === undefined) return null
  const link = `${hub.origin}/assemblees/${assembly.slug}`
  const about = { assembly: assembly.name, hub: hub.settings.name, link }
  if (sort === 'invitation') {
    const [meeting] = await db.read.select().from(assemblyMeetings).where(eq(assemblyMeetings.id, subjectId))
    if (meeting === undefined) return null
    const { startsAt, place } = meeting
    return invitationLetter(to, { ...about, when: meetingTime(startsAt, to.locale), place })
  }
  const table = sort === 'candidature' ? assemblyCandidatures : assemblyItems
  const [decided] = await db.read
    .select({ state: table.state, answer: table.answer })
    .from(table)
    .where(eq(table.id, subjectId))
  if (decided?.state !== 'accepted' && decided?.state !== 'refused') return null
  return decidedLetter(to, { ...about, isYes: decided.state === 'accepted', answer: decided.answer })
}
