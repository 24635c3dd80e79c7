import { inflateRawSync } from 'node:zlib'

/** What people may attach, by what the bytes are, never by what a form says. */
export const attachmentTypes = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
} as const

export type AttachmentKind = keyof typeof attachmentTypes

/** Of an archive, all that it would hold when it is opened; and how many things. */
const mostUnpacked = { bytes: 200_000_000, entries: 2_000, ratio: 200 }

/** Null: none of these, or an archive that would burst on the reader's machine. */
export function attachmentKind(bytes: Uint8Array): AttachmentKind | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  if (data.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (data.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'png'
  if (data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP') return 'webp'
  return data.subarray(0, 4).toString('latin1') === 'PK\x03\x04' ? documentKind(data) : null
}

/** OpenDocument and Office files are archives: what they are is said inside. */
function documentKind(data: Buffer): AttachmentKind | null {
  const entries = directoryOf(data)
  if (entries === null) return null
  const names = new Set(entries.map(({ name }) => name))
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > mostUnpacked.bytes || unpacked > data.length * mostUnpacked.ratio) return null
  // Programs hide in these; a project can be told without them.
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name) || /^(?:Basic|Scripts)\//.test(name)))
    return null
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'docx'
  const mimetype = entries.find(({ name }) => name === 'mimetype')
  const type = mimetype === undefined ? null : contentOf(data, mimetype)
  return type === attachmentTypes.odt ? 'odt' : type === attachmentTypes.ods ? 'ods' : null
}

interface ZipEntry {
  name: string
  method: number
  packed: number
  size: number
  at: number
}

/** The central directory: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT §4.3.12, §4.3.16. */
function directoryOf(data: Buffer): ZipEntry[] | null {
  const end = data.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > data.length) return null
  const count = data.readUInt16LE(end + 10)
  let at = data.readUInt32LE(end + 16)
  if (count === 0 || count > mostUnpacked.entries) return null
  const entries: ZipEntry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || data.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = data.readUInt16LE(at + 28)
    entries.push({
      name: data.toString('utf8', at + 46, at + 46 + nameLength),
      method: data.readUInt16LE(at + 10),
      packed: data.readUInt32LE(at + 20),
      size: data.readUInt32LE(at + 24),
      at: data.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  return entries
}

/** The few bytes of one entry. */
function contentOf(data: Buffer, { method, packed, size, at }: ZipEntry): string | null {
  if (size > 200 || packed > 400 || at + 30 > data.length || data.readUInt32LE(at) !== 0x04034b50) return null
  const from = at + 30 + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28)
  const bytes = data.subarray(from, from + packed)
  try {
    return (method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: 400 })).toString('latin1').trim()
  } catch {
    return null
  }
}
