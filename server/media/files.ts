import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Config } from '../config.ts'
import { Refusal } from '../refusal.ts'

// Names are made of our own ids alone: nothing that a stranger wrote ever becomes a path.

/** Where our own pictures are kept. `MEDIA_URL` holds a plain path after `file:`, not an encoded one. */
export const pictureFolder = (config: Pick<Config, 'mediaUrl'>): string =>
  resolve(config.mediaUrl.replace(/^file:(\/\/(?=\/))?/, ''))

/** Thumbnails of remote images: a cache, which no backup needs. */
export const cacheFolder = (config: Pick<Config, 'dataDir'>): string =>
  join(config.dataDir, 'cache', 'images')

/** Pictures drawn for link cards: a cache as well. */
export const bannerFolder = (config: Pick<Config, 'dataDir'>): string =>
  join(config.dataDir, 'cache', 'banners')

/** Icons of the hub, drawn of its logo: a cache again. */
export const iconFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'cache', 'icons')

/** Pictures of people of other servers: a cache too, of small things. */
export const faceFolder = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'cache', 'faces')

export const fullName = (id: string): string => `${checked(id)}.webp`
export const smallName = (id: string): string => `${checked(id)}-480.webp`
/** Of somebody's picture: what stands beside their words. */
export const portraitName = (id: string): string => `${checked(id)}-96.webp`

/** The ids that `newId` makes, and nothing else. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/**
 * Whole or not at all, and still there after a power cut: written beside, made durable, then renamed.
 * https://lwn.net/Articles/457667/
 */
export async function writeDurably(
  folder: string,
  name: string,
  content: Uint8Array,
  now: number,
): Promise<void> {
  const temporary = join(folder, `.${name}.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    await writeThrough(temporary, content, now)
    await rename(temporary, join(folder, name))
    await syncFolder(folder)
  } catch (error) {
    await rm(temporary, { force: true })
    throw isFull(error) ? new Refusal('full', 'The disk is full.', { cause: error }) : error
  }
}

/** Null when there is no such file. */
export async function readIfThere(folder: string, name: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    return await readFile(join(folder, name))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

export const remove = (folder: string, name: string): Promise<void> => rm(join(folder, name), { force: true })

/** Marks a file as used just now, for a cache that drops what was used longest ago. */
export const touch = (folder: string, name: string, now: number): Promise<void> =>
  utimes(join(folder, name), now / 1000, now / 1000)

export interface Kept {
  name: string
  bytes: number
  usedAt: number
}

export async function listFolder(folder: string): Promise<Kept[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  const kept = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null)
      return found?.isFile() === true ? [{ name, bytes: found.size, usedAt: found.mtimeMs }] : []
    }),
  )
  return kept.flat()
}

function checked(id: string): string {
  if (!isId(id)) throw new Error('A file is named by an id of our own.')
  return id
}

async function writeThrough(path: string, content: Uint8Array, now: number): Promise<void> {
  const file = await open(path, 'wx', 0o644)
  try {
    await file.writeFile(content)
    await file.utimes(now / 1000, now / 1000)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT'].includes(codeOf(error))

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''
