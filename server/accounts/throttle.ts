import { eq, lt, sql } from 'drizzle-orm'
import type { RateLimiterMemory } from 'rate-limiter-flexible'
import { loginFailures } from '../../db/schema/accounts.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'

export interface Throttle {
  /**
   * Before a password is looked at. Counted before, so that many tries at once are as many. A device that has signed
   * in to this account has tries of its own, which nobody else uses up.
   */
  password(address: string, email: string, device: string | null): Promise<void>
  /** The password was right: the account's count begins again, unless it was not counted there. */
  forget(address: string, email: string, device: string | null): Promise<void>
  /** Before somebody signed in types their password again: what strangers try elsewhere does not count. */
  confirmation(session: string): Promise<void>
  /** It was right. */
  confirmed(session: string): Promise<void>
  /** Before a letter leaves that anybody could ask for. */
  letter(address: string, email: string): Promise<void>
}

const minute = 60_000
/** A whole office may share an address; ten wrong passwords in a row are nobody's memory. */
const perAddress = { points: 60, duration: 15 * 60 }
const perPerson = { points: 10, duration: 15 * 60 }
/** From all addresses together: a guesser with many is slowed, and shuts out none but those who never signed in here. */
const perAccount = { tries: 100, within: 15 * minute }
const letters = { address: { points: 20, duration: 3600 }, person: { points: 3, duration: 3600 } }

/**
 * An account is counted whether it exists or not, so that the answer tells nothing: by the address that tries in
 * memory, from everywhere in the database, which outlives a restart. Each window ends by itself, and is not
 * prolonged by further tries.
 */
export function openThrottle(deps: Pick<Deps, 'db' | 'now'>): Throttle {
  const limits = once(async () => {
    const { RateLimiterMemory: Limiter } = await import('rate-limiter-flexible')
    return {
      passwords: new Limiter({ ...perAddress, keyPrefix: 'password' }),
      people: new Limiter({ ...perPerson, keyPrefix: 'person' }),
      devices: new Limiter({ ...perPerson, keyPrefix: 'device' }),
      confirmations: new Limiter({ ...perPerson, keyPrefix: 'confirmation' }),
      letters: new Limiter({ ...letters.address, keyPrefix: 'letter' }),
      recipients: new Limiter({ ...letters.person, keyPrefix: 'recipient' }),
    }
  })
  return {
    async password(address, email, device) {
      const { passwords, people, devices } = await limits()
      if (device !== null) return take(devices, device)
      await take(passwords, address)
      await take(people, `${address} ${email}`)
      const now = deps.now()
      const { count, since } = await countTry(deps, email, now)
      if (count > perAccount.tries) throw tooMany(since + perAccount.within - now)
    },
    async forget(address, email, device) {
      const { passwords, people, devices } = await limits()
      if (device !== null) return void (await devices.delete(device))
      await passwords.reward(address)
      await people.delete(`${address} ${email}`)
      await deps.db.write([deps.db.make.delete(loginFailures).where(eq(loginFailures.email, email))])
    },
    async confirmation(session) {
      await take((await limits()).confirmations, session)
    },
    async confirmed(session) {
      await (await limits()).confirmations.delete(session)
    },
    async letter(address, email) {
      await take((await limits()).letters, address)
      await take((await limits()).recipients, email)
    },
  }
}

/** One more, or the first of a new window; old rows go, since they name people who may have no account. */
async function countTry(
  { db }: Pick<Deps, 'db'>,
  email: string,
  now: number,
): Promise<{ count: number; since: number }> {
  const isOver = sql`${loginFailures.since} <= ${now - perAccount.within}`
  const results = await db.write([
    db.make.delete(loginFailures).where(lt(loginFailures.since, now - 24 * 60 * minute)),
    db.make
      .insert(loginFailures)
      .values({ email, count: 1, since: now })
      .onConflictDoUpdate({
        target: loginFailures.email,
        set: {
          count: sql`case when ${isOver} then 1 else ${loginFailures.count} + 1 end`,
          since: sql`case when ${isOver} then ${now} else ${loginFailures.since} end`,
        },
      })
      .returning({ count: loginFailures.count, since: loginFailures.since }),
  ])
  const row = results[1]?.rows[0]
  return { count: Number(row?.['count'] ?? 1), since: Number(row?.['since'] ?? now) }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (stopped) {
    throw tooMany(waitOf(stopped))
  }
}

const waitOf = (stopped: unknown): number =>
  typeof stopped === 'object' && stopped !== null && 'msBeforeNext' in stopped
    ? Number(stopped.msBeforeNext)
    : minute

const tooMany = (milliseconds: number): Refusal =>
  new Refusal('too-many', 'Too many tries.', { retryAfter: Math.max(1, Math.ceil(milliseconds / 1000)) })

function once<Made>(make: () => Promise<Made>): () => Promise<Made> {
  let made: Promise<Made> | undefined
  return () => (made ??= make())
}
