import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encode } from '../../server/media/encode.ts'
import { noise } from './images.ts'

const sizes = [{ side: 100, quality: 70 }]

test('an encoder that a picture kills takes nothing with it: that picture is refused, the next is kept', async () => {
  const large = await noise(4000, 4000).png({ compressionLevel: 0 }).toBuffer()
  const small = await noise(50, 50).png().toBuffer()
  expect(await encode({ bytes: small, sizes })).toHaveLength(1)
  const during = encode({ bytes: large, sizes })
  const next = encode({ bytes: small, sizes })
  for (const pid of encoders()) process.kill(pid, 'SIGSEGV')
  expect(await during).toBe('unusable')
  expect(await next).toHaveLength(1)
})

test('an encoder sees no environment: there may be secrets in it', async () => {
  await encode({ bytes: await noise(50, 50).png().toBuffer(), sizes })
  const [pid] = encoders()
  const environment = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
  expect(environment.map((line) => line.split('=')[0]).filter(Boolean)).toEqual(
    expect.not.arrayContaining(['PATH', 'HOME']),
  )
})

/** Children of this process that run the encoder. */
function encoders(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        return (
          Number(parent) === process.pid &&
          readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('encoder.ts')
        )
      } catch {
        return false
      }
    })
}
