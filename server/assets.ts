import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Deps } from './deps.ts'

// What `npm run build` left in dist, read once at start.

const manifest = z.record(z.string(), z.string().startsWith('/static/'))
const licences = z.array(z.object({ id: z.string(), name: z.string() }))

/** The folder of served files, and where each is under its hashed name. */
export const loadAssets = async (dir: string): Promise<Deps['assets']> => ({
  dir,
  manifest: manifest.parse(await readBuilt(join(dir, 'manifest.json'))),
})

/** SPDX id → name, in the order of the file: free licences first. */
export const loadLicences = async (file: string): Promise<Deps['licences']> =>
  new Map(licences.parse(await readBuilt(file)).map(({ id, name }) => [id, name]))

/** For `npm run build` to be asked for by name, not by a stack trace. */
export async function readBuilt(file: string): Promise<unknown> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(`${file} cannot be read: run \`npm run build\` first.`, { cause: error })
  }
  return JSON.parse(text)
}
