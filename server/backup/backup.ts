import { existsSync } from 'node:fs'
import type { Deps } from '../deps.ts'
import { pictureFolder } from '../media/files.ts'
import { Refusal } from '../refusal.ts'
import { inThread } from './thread.ts'

/** One verified archive of database, media and secret, while the hub goes on serving. */
export async function backup(deps: Deps, target: string, say: (line: string) => void): Promise<void> {
  if (existsSync(target))
    throw new Refusal('conflict', `${target} exists already: a backup replaces nothing.`)
  const { config, hub, version } = deps
  const plan = {
    target,
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl,
    mediaDir: pictureFolder(config),
    secretFile: config.secretFile,
    maillon: version.number,
    origin: hub.origin,
    madeAt: new Date(deps.now()).toISOString(),
  }
  await inThread({ verb: 'backup', plan }, say)
}
