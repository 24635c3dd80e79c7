import { cellsOf } from '../text/csv.ts'
import { fold } from '../text/fold.ts'

/** Of one file: more is a job for the API. */
export const mostRows = 500
export const mostBytes = 1024 * 1024

export type FileFault = 'empty' | 'unreadable' | 'charset' | 'no-name' | 'too-many'

export type Column = (typeof columns)[number]

/** What a file may say of an organisation. */
export const columns = [
  ...(['name', 'id', 'family', 'status', 'structure', 'summary', 'siren', 'siret', 'rna'] as const),
  ...(['place', 'placeCode', 'address', 'website', 'email', 'phone', 'networks', 'cpv', 'serves'] as const),
] as const

/** As people, the list's own CSV file, and data·inclusion call them; folded, letters and digits alone. */
export const columnNames: Readonly<Record<Column, readonly string[]>> = {
  name: ['nom', 'name', 'titre', 'title', 'denomination', 'raisonsociale'],
  id: ['id', 'identifiant', 'identifier', 'reference'],
  family: ['famille', 'family'],
  status: ['statut', 'status'],
  structure: ['structure', 'typedestructure', 'sortofstructure'],
  summary: ['resume', 'summary', 'description'],
  siren: ['siren'],
  siret: ['siret'],
  rna: ['rna'],
  place: ['commune', 'ville', 'place', 'town'],
  placeCode: ['codeinsee', 'inseecode'],
  address: ['adresse', 'address'],
  website: ['site', 'siteweb', 'siteinternet', 'website', 'url'],
  email: ['courriel', 'email', 'mail', 'adressemail'],
  phone: ['telephone', 'phone', 'tel'],
  networks: ['reseaux', 'reseau', 'networks', 'reseauxporteurs'],
  cpv: ['cpv', 'codescpv', 'codecpv'],
  serves: ['dessert', 'serves', 'departementsetcommunesdesservis', 'departementsandcommunesserved'],
}

export interface FileRow {
  line: number
  values: Partial<Record<Column, string>>
}

export interface ReadFile {
  rows: FileRow[]
  /** Heads that mean nothing here. */
  ignored: string[]
}

/** UTF-8, else what Excel writes on a French machine. A workbook and an archive are neither. */
export function decoded(
  bytes: Uint8Array,
): { text: string; charset: 'utf8' | 'windows' } | { fault: FileFault } {
  if (bytes.length === 0) return { fault: 'empty' }
  if (bytes.includes(0) || isArchive(bytes)) return { fault: 'unreadable' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), charset: 'utf8' }
  } catch {
    // Five bytes mean nothing in Windows-1252: a file that has them is something else.
    if (bytes.some((byte) => undefinedIn1252.has(byte))) return { fault: 'charset' }
    return { text: new TextDecoder('windows-1252').decode(bytes), charset: 'windows' }
  }
}

/** https://encoding.spec.whatwg.org/#windows-1252: there they are control characters. */
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d])

const isArchive = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b],
    [0x1f, 0x8b],
    [0xd0, 0xcf],
  ].some((magic) => magic.every((byte, index) => bytes[index] === byte))

/** What stands in each column that is known. */
export function readRows(text: string): ReadFile | { fault: FileFault } {
  const [head, ...lines] = cellsOf(text, mostRows + 2)
  if (head === undefined) return { fault: 'empty' }
  if (lines.length > mostRows) return { fault: 'too-many' }
  const known = head.cells.map(columnNamed)
  if (!known.includes('name')) return { fault: 'no-name' }
  return {
    rows: lines.map(({ line, cells }) => ({ line, values: valuesIn(cells, known) })),
    ignored: head.cells
      .filter((name, index) => known[index] === undefined && name.trim() !== '')
      .slice(0, 50),
  }
}

function columnNamed(head: string): Column | undefined {
  const plain = fold(head).replace(/[^a-z0-9]+/g, '')
  return columns.find((column) => columnNames[column].includes(plain))
}

/** Of two columns of one name, the first that says something. An apostrophe before a sign is our own export's. */
function valuesIn(cells: readonly string[], known: readonly (Column | undefined)[]): FileRow['values'] {
  const values: FileRow['values'] = {}
  for (const [index, column] of known.entries()) {
    const value = (cells[index] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
    if (column !== undefined && value !== '') values[column] ??= value
  }
  return values
}
