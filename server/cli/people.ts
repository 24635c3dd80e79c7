import { z } from 'zod'
import { createUser, isLastAdmin } from '../accounts/accounts.ts'
import { issueReset } from '../accounts/credentials.ts'
import { emailInput, parse, profileInput, roleInput, setupInput, tokenInput } from '../accounts/input.ts'
import { setupHub } from '../accounts/setup.ts'
import { allUsers, userByEmail } from '../accounts/store.ts'
import { createToken } from '../accounts/tokens.ts'
import type { Deps } from '../deps.ts'
import { foundingActors } from '../federation/local-actors.ts'
import { sayAll } from '../kinds/faults.ts'
import { closeAccount } from '../moderation/accounts.ts'
import { Refusal } from '../refusal.ts'
import { passwordFrom, readArgs, type Verb } from './verb.ts'

const text = { type: 'string' } as const

export const people: readonly Verb[] = [
  {
    name: 'init',
    usage:
      '--name N --handle H --admin-email E --admin-name A [--tagline T] [--locale fr|en|…] [--territory 92] --password-stdin',
    about: 'sets the hub up, as the page behind the setup link does',
    needs: 'hub',
    begins: true,
    read(call) {
      const options = { name: text, handle: text, 'admin-email': text, 'admin-name': text }
      const more = { tagline: text, locale: text, territory: text } as const
      const { values } = readArgs(call, { ...options, ...more, 'password-stdin': { type: 'boolean' } }, 0)
      const password = passwordFrom(call)
      return async ({ deps }) => {
        const input = checked(setupInput, {
          name: values.name,
          handle: values.handle,
          tagline: values.tagline,
          adminEmail: values['admin-email'],
          adminName: values['admin-name'],
          locale: values.locale ?? 'fr',
          territory: values.territory,
          password,
        })
        await setupHub(deps, input, { more: await foundingActors(deps, input) })
        call.say(`${input.name} is ready: ${deps.hub.origin}`)
      }
    },
  },
  {
    name: 'user add',
    usage:
      '--email E --name N [--role admin|moderator|facilitator|editor|contributor|member] [--locale fr|en|…]',
    about: 'makes an account, and prints the link that chooses its password',
    needs: 'hub',
    read(call) {
      const { values } = readArgs(call, { email: text, name: text, role: text, locale: text }, 0)
      return async ({ deps }) => {
        begun(deps)
        const person = checked(z.object({ ...emailInput.shape, ...profileInput.shape, ...roleInput.shape }), {
          ...values,
          role: values.role ?? 'member',
          locale: values.locale ?? deps.hub.settings.locale,
        })
        const id = await createUser(deps, 'console', person)
        call.say(await issueReset(deps, 'console', id))
      }
    },
  },
  {
    name: 'user list',
    usage: '',
    about: 'lists the accounts: address, role, state, name',
    needs: 'hub',
    read(call) {
      readArgs(call, {}, 0)
      return async ({ deps }) => {
        for (const { email, role, state, name } of await allUsers(deps.db))
          call.say([email, role, state, name].join('\t'))
      }
    },
  },
  {
    name: 'user disable',
    usage: 'EMAIL',
    about: 'closes an account and ends its sessions; nothing is erased',
    needs: 'hub',
    read(call) {
      const [email] = readArgs(call, {}, 1).positionals
      return async ({ deps }) => {
        const user = await named(deps, email)
        if (await isLastAdmin(deps, user.id))
          throw new Refusal('conflict', `${user.email} is the last administrator: make another one first.`)
        await closeAccount(deps, 'console', user.id, '')
        call.say(`${user.email} is closed.`)
      }
    },
  },
  {
    name: 'user reset',
    usage: 'EMAIL',
    about: 'prints a link, good for half an hour, that chooses a new password',
    needs: 'hub',
    read(call) {
      const [email] = readArgs(call, {}, 1).positionals
      return async ({ deps }) => {
        const user = await named(deps, email)
        call.say(await issueReset(deps, 'console', user.id))
      }
    },
  },
  {
    name: 'token create',
    usage: '--email E --scopes read,write,admin [--name N]',
    about: 'prints a new API token, once and alone',
    needs: 'hub',
    read(call) {
      const { values } = readArgs(call, { email: text, scopes: text, name: text }, 0)
      return async ({ deps }) => {
        const user = await named(deps, values.email)
        const token = checked(tokenInput, {
          name: values.name ?? 'console',
          scopes: values.scopes?.split(',').map((scope) => scope.trim()),
        })
        call.say(await createToken(deps, user.id, token))
      }
    },
  },
]

/** Each fault is named by the option it came from. */
function checked<Input>(schema: z.ZodType<Input>, sent: Record<string, unknown>): Input {
  const { input, faults } = parse(schema, sent)
  if (input !== null) return input
  const options = Object.entries(sayAll(faults, 'en')).map(([field, words]) => [optionOf(field), words])
  throw new Refusal('invalid', 'This cannot be used:', { fields: Object.fromEntries(options) })
}

/** `adminEmail` → `--admin-email`; `scopes.0` → `--scopes`. */
function optionOf(field: string): string {
  if (field === 'password') return '--password-stdin'
  return `--${field.replace(/\..*$/, '').replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function begun({ hub }: Deps): void {
  if (hub.settings.initialisedAt === null)
    throw new Refusal('conflict', 'The hub is not set up yet: use init.')
}

async function named({ db }: Deps, email = '') {
  const user = await userByEmail(db, email.trim())
  if (user === undefined) throw new Refusal('absent', `No account has the address ${email}.`)
  return user
}
