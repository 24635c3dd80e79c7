import { chmod, cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { extract } from 'tar'
import { pathOf } from '../../db/engine.ts'
import { checkIntegrity } from '../../db/snapshot.ts'
import type { Config } from '../config.ts'
import { databaseName, secretName, verifyArchive, type Manifest } from './archive.ts'
import { pictureFolder } from '../media/files.ts'

/**
 * Puts a backup in the place of what is there. The caller holds the lock. Nothing is touched before the archive has been
 * read to its end and its database checked; what was there is kept beside, under `.before-<time>`.
 */
export async function restore(
  config: Config,
  archive: string,
  now: number,
  say: (line: string) => void,
): Promise<{ manifest: Manifest; kept: string[] }> {
  say('Reading the archive…')
  const manifest = await verifyArchive(archive)
  const unpacked = await mkdtemp(join(config.dataDir, 'restore-'))
  try {
    await extract({ file: archive, cwd: unpacked, strict: true, dmode: 0o700, fmode: 0o600 })
    say('Checking its database…')
    await checkIntegrity(`file:${join(unpacked, databaseName)}`)
    await chmod(join(unpacked, secretName), 0o600)
    const kept = await setAside(config, `.before-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`)
    await install(join(unpacked, secretName), config.secretFile)
    if (existsSync(join(unpacked, 'media'))) await install(join(unpacked, 'media'), pictureFolder(config))
    // Last: without a database file the hub starts empty, and says so; never with another one's secret.
    await install(join(unpacked, databaseName), databaseFileOf(config))
    return { manifest, kept }
  } finally {
    await rm(unpacked, { recursive: true, force: true })
  }
}

/** Beside itself, so that it is one rename on one disk. The write-ahead log goes with its database. */
async function setAside(config: Config, suffix: string): Promise<string[]> {
  const database = databaseFileOf(config)
  const kept: string[] = []
  for (const [path, ending] of [
    [database, ''],
    [database, '-wal'],
    [database, '-shm'],
    [pictureFolder(config), ''],
    [config.secretFile, ''],
  ]) {
    if (path === undefined || !existsSync(path + ending)) continue
    await rename(path + ending, path + suffix + ending)
    kept.push(path + suffix + ending)
  }
  return kept
}

async function install(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await rename(from, to).catch(async (error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await cp(from, to, { recursive: true })
  })
}

const databaseFileOf = ({ databaseUrl }: Config): string => resolve(pathOf(databaseUrl))
