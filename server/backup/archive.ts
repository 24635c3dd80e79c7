import { createHash } from 'node:crypto'
import { list, type ReadEntry } from 'tar'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'

/**
 * A backup is one tar archive, compressed by gzip: `manifest.json`, `maillon.db`, `secret`, and `media/…`. The manifest
 * names every other file with its size and SHA-256, so a cut or changed archive is never taken for a whole one.
 */
const manifestSchema = z.object({
  format: z.literal(1),
  /** The version that made it. */
  maillon: z.string(),
  madeAt: z.iso.datetime(),
  origin: z.string(),
  files: z.record(z.string(), z.object({ bytes: z.number().int(), sha256: z.string() })),
})

export type Manifest = z.infer<typeof manifestSchema>
type Sums = Manifest['files']

export const databaseName = 'maillon.db'
export const secretName = 'secret'

/** Reads the archive to its last byte. Throws a Refusal unless everything in it is expected, and as it was written. */
export async function verifyArchive(file: string): Promise<Manifest> {
  const found: Sums = {}
  const manifestParts: Buffer[] = []
  const strange: string[] = []
  await list({
    file,
    strict: true,
    onReadEntry(entry) {
      if (!isExpected(entry)) strange.push(entry.path)
      else sumUp(entry, found, entry.path === 'manifest.json' ? manifestParts : null)
    },
  }).catch((error: unknown) => {
    throw new Refusal('invalid', `${file} cannot be read as a backup.`, { cause: error })
  })
  if (strange.length > 0)
    throw new Refusal('invalid', `${file} holds what no backup holds: ${strange.slice(0, 3).join(', ')}`)
  const manifest = readManifest(file, Buffer.concat(manifestParts).toString('utf8'))
  delete found['manifest.json']
  for (const name of [databaseName, secretName])
    if (found[name] === undefined)
      throw new Refusal('invalid', `${file} has no ${name === secretName ? 'secret' : 'database'}.`)
  const different = [...new Set([...Object.keys(manifest.files), ...Object.keys(found)])].filter(
    (name) => found[name]?.sha256 !== manifest.files[name]?.sha256,
  )
  if (different.length > 0)
    throw new Refusal(
      'invalid',
      `${file} is damaged: ${different.slice(0, 3).join(', ')} is not as it was written.`,
    )
  return manifest
}

/** Plain files under known names: no links, no way out of the folder, nothing hidden. */
const isExpected = ({ path, type }: ReadEntry): boolean =>
  (type === 'File' || type === 'OldFile') &&
  (['manifest.json', databaseName, secretName].includes(path) ||
    /^media(\/[a-zA-Z0-9_-][a-zA-Z0-9._-]*)+$/.test(path))

function sumUp(entry: ReadEntry, sums: Sums, keep: Buffer[] | null): void {
  const hash = createHash('sha256')
  let bytes = 0
  entry.on('data', (chunk: Buffer) => {
    hash.update(chunk)
    bytes += chunk.length
    keep?.push(chunk)
  })
  entry.on('end', () => {
    sums[entry.path] = { bytes, sha256: hash.digest('hex') }
  })
}

function readManifest(file: string, text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new Refusal('invalid', `${file} is not a backup that this version can read.`, { cause: error })
  }
}
