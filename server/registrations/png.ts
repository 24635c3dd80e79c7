import { crc32, deflateSync } from 'node:zlib'

/** Black and white squares as a PNG of one bit a point: what every mail program shows. https://www.w3.org/TR/png-3/ */
export function pngOf(rows: readonly (readonly boolean[])[], { scale = 6, margin = 4 } = {}): Buffer {
  const side = (rows.length + 2 * margin) * scale
  const stride = Math.ceil(side / 8) + 1
  const points = Buffer.alloc(stride * side, 0xff)
  for (let y = 0; y < side; y++) {
    // Each line begins with the number of its filter: none.
    points[y * stride] = 0
    for (let x = 0; x < side; x++) {
      if (rows[Math.floor(y / scale) - margin]?.[Math.floor(x / scale) - margin] !== true) continue
      const at = y * stride + 1 + (x >> 3)
      points[at] = (points[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  // One bit a point, in grey; the three methods that there are.
  head.set([1, 0, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(points)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
