import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A photograph's worth of noise, so that it cannot be compressed away. */
export const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })

/** A telephone's photograph: held upright, and telling where the person lives. */
export const photograph = (width = 800, height = 600): Promise<Buffer> =>
  noise(width, height)
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'Someone Private' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '48/1 55/1 2000/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '2/1 17/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

/** A few bytes whose header promises an enormous picture. */
export function headerBomb(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
