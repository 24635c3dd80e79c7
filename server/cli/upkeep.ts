import { mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { lock } from '../../db/lock.ts'
import { backup } from '../backup/backup.ts'
import { readArgs, type Verb } from './verb.ts'

/** What they need of packages is large and rarely wanted: it is loaded with the first use. */
export const upkeep: readonly Verb[] = [
  {
    name: 'backup',
    usage: 'FILE',
    about: 'writes one archive of database, media and secret, and reads it back',
    needs: 'hub',
    read(call) {
      const [name = ''] = readArgs(call, {}, 1).positionals
      return async ({ deps }) => {
        const file = resolve(call.cwd, name)
        await backup(deps, file, call.say)
        call.say(`${file}: ${statSync(file).size} bytes, read back and whole.`)
        call.say('It holds the secret that opens your keys: keep it as you would a key.')
      }
    },
  },
  {
    name: 'restore',
    usage: 'FILE',
    about: 'puts a backup in place; the server must be stopped, what was there is kept beside',
    needs: 'no server',
    read(call) {
      const [name = ''] = readArgs(call, {}, 1).positionals
      return async (config) => {
        const { restore } = await import('../backup/restore.ts')
        // On a new machine there is no folder yet.
        mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
        const held = await lock(config.dataDir, config.databaseUrl)
        try {
          const { manifest, kept } = await restore(config, resolve(call.cwd, name), Date.now(), call.say)
          for (const path of kept) call.say(`Kept: ${path}`)
          call.say(`Restored ${manifest.origin} as it was on ${manifest.madeAt}.`)
        } finally {
          held.release()
        }
      }
    },
  },
  {
    name: 'export',
    usage: 'DIR',
    about: 'writes every entry as JSON and CSV, and the pictures, into an empty folder',
    needs: 'hub',
    read(call) {
      const [name = ''] = readArgs(call, {}, 1).positionals
      return async ({ deps }) => {
        const { exportTo } = await import('../export/export.ts')
        const folder = resolve(call.cwd, name)
        await exportTo(deps, folder, call.say)
        call.say(folder)
      }
    },
  },
]
