import { Refusal } from '../refusal.ts'

/** OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane (Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Each hash takes a core for some 10 ms and 19 MiB: more at once would slow every page. */
const atOnce = 2
const waitingMost = 20

/** A hash nobody has the password of, so that an unknown account takes as long as a known one. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$jmLx3S597JZq3KCmB+7/tg$NytaSAo9n5v3Afb2rTXx02TcAQrYIgAxLB4/XGVNGYc'

let running = 0
const waiting: (() => void)[] = []

export const hashPassword = (password: string): Promise<string> =>
  inTurn(async () => (await argon2()).hash(normal(password), cost))

/** Null for an account that does not exist or has no password yet: false, and not sooner. */
export const verifyPassword = (hash: string | null, password: string): Promise<boolean> =>
  inTurn(async () => {
    const right = await (await argon2()).verify(hash ?? nobody, normal(password))
    return right && hash !== null
  })

/** The same word typed on two keyboards may differ in bytes: é is one character or two. */
const normal = (password: string): string => password.normalize('NFC')

/** Native and rarely needed: loaded at the first password. */
const argon2 = () => import('@node-rs/argon2')

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= waitingMost)
      throw new Refusal('too-many', 'Too many people are signing in at once.', { retryAfter: 5 })
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}
