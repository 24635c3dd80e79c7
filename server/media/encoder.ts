import sharp, { type Metadata, type SharpOptions } from 'sharp'
import { isJob, type Answer, type Encoded, type Size } from './job.ts'

// A program of its own, started by encode.ts: a stranger's bytes are decoded where a fault of the decoder
// reaches neither the database nor a key, and the memory of a large picture goes back to the system.

/** More pixels need more memory than a small machine has to spare; some encodings cannot be read by rows. */
const mostPixels = { rows: 40_000_000, whole: 24_000_000, av1: 9_000_000 }

const options: SharpOptions = {
  limitInputPixels: mostPixels.rows,
  failOn: 'error',
  sequentialRead: true,
  pages: 1,
}

// Only these decoders ever see the bytes: no SVG, no PDF, no old format (CVE-2023-36460).
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
})
sharp.concurrency(1)
sharp.cache(false)

process.on('disconnect', () => process.exit())
process.on('message', (job) => {
  if (isJob(job)) void answer(job.bytes, job.sizes).then((said) => process.send?.(said))
})

async function answer(bytes: Uint8Array, sizes: readonly Size[]): Promise<Answer> {
  try {
    const found = await sharp(bytes, options).metadata()
    if (!isTaken(found)) return 'unusable'
    if (found.width * found.height > limitOf(found)) return 'too-large'
    const made: Encoded[] = []
    // Each from the one before: the original is decoded once.
    for (const size of sizes)
      made.push(
        await fitted(
          made.at(-1)?.data ?? bytes,
          size.square === true ? { ...size, side: Math.min(size.side, found.width, found.height) } : size,
        ),
      )
    return made
  } catch (error) {
    return error instanceof Error && /pixel limit/i.test(error.message) ? 'too-large' : 'unusable'
  }
}

/**
 * Fits the picture into a square, or fills one with its middle, never larger than it was. WebP keeps no metadata unless asked to, so the
 * place and the camera that EXIF tells are gone.
 */
async function fitted(bytes: Uint8Array, { side, quality, square = false }: Size): Promise<Encoded> {
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .resize({ width: side, height: side, fit: square ? 'cover' : 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const isTaken = ({ format, compression }: Metadata): boolean =>
  format === 'jpeg' || format === 'png' || format === 'webp' || (format === 'heif' && compression === 'av1')

const limitOf = ({ format, isProgressive }: Metadata): number =>
  format === 'heif' ? mostPixels.av1 : isProgressive ? mostPixels.whole : mostPixels.rows
