import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import {
  copyFile,
  cp,
  link,
  mkdir,
  mkdtemp,
  open,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'
import { checkIntegrity, copyDatabase } from '../../db/snapshot.ts'
import { Refusal } from '../refusal.ts'
import { databaseName, secretName, verifyArchive, type Manifest } from './archive.ts'

export interface BackupPlan {
  /** The archive to make; it must not exist. */
  target: string
  dataDir: string
  databaseUrl: string
  mediaDir: string
  secretFile: string
  maillon: string
  origin: string
  madeAt: string
}

/**
 * Holds its thread for as long as it takes (`inThread` gives it one of its own). What it gathers lies in the
 * data directory, where media files can be hard links: nothing is copied, and a file deleted meanwhile stays readable.
 */
export async function makeBackup(plan: BackupPlan, say: (line: string) => void): Promise<void> {
  const gathered = await mkdtemp(join(plan.dataDir, 'backup-'))
  // Beside the target, on its disk, in a folder whose name nobody knows before and that is ours alone: where others may
  // write, a link laid at a name that could be guessed would lead this to any file of ours (CWE-377, CWE-59).
  const unsettled = await mkdtemp(join(dirname(plan.target), '.maillon-backup-'))
  const draft = join(unsettled, 'part')
  try {
    say('Copying the database…')
    await copyDatabase(plan.databaseUrl, join(gathered, databaseName))
    await checkIntegrity(`file:${join(gathered, databaseName)}`)
    await copyFile(plan.secretFile, join(gathered, secretName))
    // After the database: an image is stored before the row that shows it.
    await gatherMedia(plan.mediaDir, join(gathered, 'media'))
    const files = await filesUnder(gathered)
    await writeFile(join(gathered, 'manifest.json'), JSON.stringify(await manifestOf(plan, gathered, files)))
    say(`Writing ${files.length} files…`)
    await create({ file: draft, cwd: gathered, gzip: true, portable: true, mode: 0o600, strict: true }, [
      'manifest.json',
      ...files,
    ])
    say('Reading it back…')
    await verifyArchive(draft)
    await settle(draft, plan.target)
  } finally {
    await rm(unsettled, { recursive: true, force: true })
    await rm(gathered, { recursive: true, force: true })
  }
}

async function gatherMedia(from: string, to: string): Promise<void> {
  for (const file of await filesUnder(from)) {
    await mkdir(dirname(join(to, file)), { recursive: true })
    await link(join(from, file), join(to, file)).catch((error: unknown) =>
      copyInstead(error, join(from, file), join(to, file)),
    )
  }
}

/** Media may lie on another disk, or on one without hard links; a file removed meanwhile is in no page any more. */
async function copyInstead(error: unknown, from: string, to: string): Promise<void> {
  const code = codeOf(error)
  if (code === 'ENOENT') return
  if (code === 'EXDEV' || code === 'EPERM' || code === 'ENOTSUP') await cp(from, to)
  else throw error
}

/** Relative paths, in order. Hidden files are drafts of uploads: they belong to nothing yet. */
async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map((item) => relative(folder, join(item.parentPath, item.name)))
    .sort()
}

async function manifestOf(plan: BackupPlan, folder: string, names: string[]): Promise<Manifest> {
  const files: Manifest['files'] = {}
  for (const name of names) files[name] = await sumOf(join(folder, name))
  return { format: 1, maillon: plan.maillon, madeAt: plan.madeAt, origin: plan.origin, files }
}

async function sumOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

/** Under its own name only when every byte is on the disk; what has come to stand there meanwhile stays. */
async function settle(draft: string, target: string): Promise<void> {
  const handle = await open(draft, 'r')
  await handle.chmod(0o600)
  await handle.sync()
  await handle.close()
  await link(draft, target).catch((error: unknown) => renameInstead(error, draft, target))
}

/** On a disk without hard links the name is taken first, by a file that is made and never followed to. */
async function renameInstead(error: unknown, draft: string, target: string): Promise<void> {
  const code = codeOf(error)
  if (code === 'EEXIST') throw taken(target, error)
  if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error
  const reserved = await open(target, 'wx', 0o600).catch((cause: unknown) => {
    throw codeOf(cause) === 'EEXIST' ? taken(target, cause) : cause
  })
  await reserved.close()
  await rename(draft, target)
}

export const taken = (target: string, cause?: unknown): Refusal =>
  new Refusal('conflict', `${target} exists already: a backup replaces nothing.`, { cause })

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined
