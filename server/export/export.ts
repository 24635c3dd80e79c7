import { stringify } from 'csv-stringify/sync'
import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { kinds } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import { pictureFolder } from '../media/files.ts'
import { Refusal } from '../refusal.ts'
import { ownEntries } from './list.ts'

/** What was written here, for another program: one JSON and one CSV file a kind, and the pictures. */
export async function exportTo(
  deps: Pick<Deps, 'db' | 'hub' | 'config'>,
  folder: string,
  say: (line: string) => void,
): Promise<void> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Refusal('conflict', `${folder} is not empty: an export replaces nothing.`)
  // Drafts are in it: for its owner's eyes.
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const kind of kinds) say(`${kind.name}: ${await exportKind(deps, kind, folder)}`)
  const pictures = pictureFolder(deps.config)
  if (!existsSync(pictures)) return
  await cp(pictures, join(folder, 'media'), { recursive: true, filter: (path) => !/\/\.[^/]+$/.test(path) })
}

async function exportKind(deps: Pick<Deps, 'db' | 'hub'>, kind: Kind, folder: string): Promise<number> {
  const json = await open(join(folder, `${kind.name}.json`), 'wx', 0o600)
  const csv = await open(join(folder, `${kind.name}.csv`), 'wx', 0o600)
  const own = Object.keys(kind.sample)
  let count = 0
  try {
    await csv.write(line([...shared, ...own]))
    for await (const entry of ownEntries(deps, kind.name)) {
      const row = { ...sharedValues(entry), fields: entry.fields ?? entry.unfinished ?? {} }
      await json.write(`${count === 0 ? '[' : ','}\n${JSON.stringify(row)}`)
      await csv.write(line([...shared.map((name) => row[name]), ...own.map((name) => row.fields[name])]))
      count += 1
    }
    await json.write(count === 0 ? '[]\n' : '\n]\n')
  } finally {
    await json.close()
    await csv.close()
  }
  return count
}

const shared = [
  'id',
  'state',
  'title',
  'summary',
  'body',
  'language',
  'licence',
  'placeCode',
  'placeLabel',
  'latitude',
  'longitude',
  'startsAt',
  'closesAt',
  'publishedAt',
  'updatedAt',
  'organisation',
  'tags',
  'picture',
  'pictureAlt',
  'url',
  'apId',
] as const

function sharedValues({ envelope }: Entry): Record<(typeof shared)[number], unknown> {
  const { id, state, title, summary, body, language, licence, placeCode, placeLabel, url, apId } = envelope
  return {
    id,
    state,
    title,
    summary,
    body,
    language,
    licence,
    placeCode,
    placeLabel,
    latitude: envelope.latitude,
    longitude: envelope.longitude,
    startsAt: moment(envelope.startsAt),
    closesAt: moment(envelope.closesAt),
    publishedAt: moment(envelope.publishedAt),
    updatedAt: moment(envelope.updatedAt),
    organisation: envelope.speaker?.name ?? null,
    tags: envelope.tags.map(({ label }) => label),
    picture: envelope.picture?.id ?? null,
    pictureAlt: envelope.picture?.alt ?? null,
    url,
    apId,
  }
}

const moment = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString())

/** Texts that begin like a formula are quoted: a spreadsheet must not run what a visitor wrote. */
const line = (values: readonly unknown[]): string =>
  stringify([values.map((value) => (Array.isArray(value) ? value.join(', ') : value))], {
    escape_formulas: true,
  })
