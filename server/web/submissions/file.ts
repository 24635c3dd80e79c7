import type { Deps } from '../../deps.ts'
import { readAttachment } from '../../media/attachments.ts'
import { Refusal } from '../../refusal.ts'
import type { FileRow } from '../../submissions/queries.ts'
import type { Ctx } from '../env.ts'

/**
 * Only ever a file to save, from an address that no cache keeps, under the strictest policy should a browser take it
 * for a page all the same. https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html
 */
export async function fileAnswer(deps: Deps, c: Ctx, file: FileRow): Promise<Response> {
  const bytes = await readAttachment(deps, file.id)
  if (bytes === null) throw new Refusal('absent', 'There is no such file.')
  return c.body(bytes, 200, {
    'Content-Type': file.type,
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': disposition(file.name),
    'Cache-Control': 'private, no-store',
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  })
}

/** https://www.rfc-editor.org/rfc/rfc6266#section-5 */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`
