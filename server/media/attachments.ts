import { join } from 'node:path'
import type { Deps } from '../deps.ts'
import { isId, listFolder, pictureFolder, readIfThere, remove, writeDurably } from './files.ts'

// Files that people attach, for a few readers. They lie beside the pictures, so that a backup holds them, in a folder of
// their own that `/media/` does not serve; their names are our ids.

const day = 86_400_000

const folderIn = (config: Deps['config']): string => join(pictureFolder(config), 'files')

export const keepAttachment = (
  { config, now }: Pick<Deps, 'config' | 'now'>,
  id: string,
  bytes: Uint8Array,
): Promise<void> => writeDurably(folderIn(config), checked(id), bytes, now())

export const readAttachment = (
  { config }: Pick<Deps, 'config'>,
  id: string,
): Promise<Buffer<ArrayBuffer> | null> => readIfThere(folderIn(config), checked(id))

export const removeAttachment = ({ config }: Pick<Deps, 'config'>, id: string): Promise<void> =>
  remove(folderIn(config), checked(id))

/** Files that nothing names any more, and what a crash left half written. A file is there before its row. */
export async function sweepAttachments(
  { config, now }: Pick<Deps, 'config' | 'now'>,
  known: ReadonlySet<string>,
): Promise<number> {
  const folder = folderIn(config)
  const strays = (await listFolder(folder)).filter(
    ({ name, usedAt }) => !known.has(name) && usedAt < now() - day,
  )
  for (const { name } of strays) await remove(folder, name)
  return strays.length
}

/**
 * As its owner will know it again: no path, no sign that a system takes for something else, and the ending of what it
 * is.
 */
export function attachmentName(sent: string, extension: string): string {
  const base = (sent.split(/[/\\]/).at(-1) ?? '')
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N}\p{M} _().’'-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...base].slice(0, 80).join('').trim() || 'document'}.${extension}`
}

function checked(id: string): string {
  if (!isId(id)) throw new Error('A file is named by an id of our own.')
  return id
}
