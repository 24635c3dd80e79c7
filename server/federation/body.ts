import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { FetchFault } from './fetch-fault.ts'

/** The bytes as sent; one more than the cap closes the connection. */
export async function readUpTo(
  stream: Readable,
  headers: ReadonlyMap<string, string>,
  maxBytes: number,
): Promise<Buffer> {
  if (Number(headers.get('content-length') ?? 0) > maxBytes) {
    // undici answers a destroyed body with an error event, which would end the process if nobody listened.
    stream.on('error', () => undefined).destroy()
    throw tooLarge()
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of chunksOf(stream)) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** The beginning of an answer of which only the status matters: cut off, broken or late, it is still an answer. */
export async function readSome(stream: Readable, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of chunksOf(stream)) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBytes) break
    }
  } catch {
    // What came is enough.
  }
  return Buffer.concat(chunks).subarray(0, maxBytes)
}

/** Leaving the loop early destroys the stream, and with it the socket. */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk
}

const decoders = { gzip: promisify(gunzip), br: promisify(brotliDecompress), deflate: promisify(inflate) }

/** Unpacks one layer, off the main thread, and stops at the cap: a small body must not become a large one (CVE-2023-36461). */
export async function decodedBody(
  body: Buffer,
  headers: ReadonlyMap<string, string>,
  maxBytes: number,
): Promise<Buffer> {
  const encoding = (headers.get('content-encoding') ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || body.length === 0) return body
  if (encoding !== 'gzip' && encoding !== 'br' && encoding !== 'deflate')
    throw new FetchFault('encoding', 'The answer is packed in a way we did not ask for.')
  try {
    return await decoders[encoding](body, { maxOutputLength: maxBytes })
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge()
    throw new FetchFault('encoding', 'The answer cannot be unpacked.', { cause: error })
  }
}

function tooLarge(): FetchFault {
  return new FetchFault('too-large', 'The answer is larger than we accept.')
}
