import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

// Only what everybody is answered alike is compressed: a page with somebody's secrets in it tells them by its length
// to whoever can put words beside them (https://breachattack.com).

export type Bytes = Uint8Array<ArrayBuffer>

/** Below this, the head of the answer weighs more than what is won. */
const least = 2048

const squeeze = promisify(gzip)

/** On a thread of its own: nobody waits for another's page. */
export const packed = async (body: Bytes): Promise<Bytes> => new Uint8Array(await squeeze(body, { level: 6 }))

/** Other servers' programs read what is theirs as it is; people's pages are text, and long. */
export const isWorthPacking = (type: string | null, body: Bytes): boolean =>
  body.byteLength >= least && (type ?? '').startsWith('text/html')

/** https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3 */
export const readsGzip = (acceptEncoding: string | undefined): boolean =>
  (acceptEncoding ?? '').split(',').some((part) => {
    const [name, quality] = part.split(/;\s*q=/i)
    return name?.trim().toLowerCase() === 'gzip' && Number(quality ?? 1) > 0
  })
