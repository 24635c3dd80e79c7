import { z } from 'zod'
import { origin } from '../config.ts'
import { faultsOf, type Fault } from '../kinds/faults.ts'
import { isDepartment } from '../places/departments.ts'
import { choice, choices, line, optionalChoice, optionalLine } from '../kinds/gate.ts'
import { roles } from '../../db/schema/accounts.ts'
import { scopes } from './tokens.ts'
import { spokenHere } from '../text/spoken-here.ts'

// What people type about themselves and each other: one gate for pages and commands.

export type Parsed<Input> = { input: Input; faults: [] } | { input: null; faults: Fault[] }

export function parse<Input>(schema: z.ZodType<Input>, sent: unknown): Parsed<Input> {
  const parsed = schema.safeParse(sent)
  return parsed.success ? { input: parsed.data, faults: [] } : { input: null, faults: faultsOf(parsed.error) }
}

/** Addresses are told apart without case: nobody has two mailboxes that differ by it. */
export const email = line(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email('email'))

/** Length is what makes a password hard to guess (NIST SP 800-63B §3.1.1); no other rule is imposed. */
export const newPassword = z
  .string()
  .min(1)
  .max(1000)
  .refine((text) => [...text].length >= 12, 'password')

const typedPassword = z.string().min(1).max(1000)

export const loginInput = z.object({ email: z.string().max(254).min(1), password: typedPassword })
export const passwordInput = z.object({ password: typedPassword })
export const emailInput = z.object({ email })
export const profileInput = z.object({ name: line(100), locale: spokenHere })
export const newPasswordInput = z.object({ password: newPassword })
export const changePasswordInput = z.object({ current: typedPassword, password: newPassword })
export const tokenInput = z.object({
  name: line(100),
  scopes: choices(scopes).refine((list) => list.length > 0, 'required'),
})
export const registrationInput = z.object({ name: line(100), email })
export const acceptanceInput = z.object({ name: line(100), password: newPassword })
export const invitationInput = z.object({
  email,
  role: choice(roles),
  organisation: optionalLine(60),
  organisationRole: optionalChoice(['editor', 'contributor']),
})
/** Whoever is shut out may ask why. */
export const closureInput = z.object({ reason: line(500) })
export const roleInput = z.object({ role: choice(roles) })
export const membershipInput = z.object({
  organisation: line(60),
  organisationRole: choice(['editor', 'contributor']),
})

const handle = line(30)
  .transform((text) => text.toLowerCase().replace(/^@/, ''))
  .pipe(z.string().regex(/^[a-z0-9](?:[a-z0-9_]*[a-z0-9])?$/, 'handle'))

export const handleInput = z.object({ handle })

export const setupInput = z.object({
  name: line(80),
  handle,
  tagline: optionalLine(160),
  territory: optionalLine(3).refine((code) => code === null || isDepartment(code), 'choice'),
  locale: spokenHere,
  /** Only where the environment does not say it. */
  publicUrl: z
    .preprocess((value) => (value === '' ? undefined : value), z.string().optional())
    .transform((text, ctx) => {
      if (text === undefined) return null
      const read = origin.safeParse(text.trim())
      if (!read.success) ctx.addIssue('origin')
      return read.data ?? null
    }),
  adminName: line(100),
  adminEmail: email,
  password: newPassword,
})

export type SetupInput = z.infer<typeof setupInput>
