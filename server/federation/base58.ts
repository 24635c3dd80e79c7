const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** The alphabet of Bitcoin, as Multibase `z` means it. https://datatracker.ietf.org/doc/html/draft-msporny-base58 */
export function toBase58(bytes: Uint8Array): string {
  let number = BigInt(`0x0${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  while (number > 0n) {
    text = alphabet.charAt(Number(number % 58n)) + text
    number /= 58n
  }
  return '1'.repeat(leading(bytes, 0)) + text
}

/** Null for a character outside the alphabet. The caller bounds the length: this is quadratic. */
export function fromBase58(text: string): Buffer | null {
  let number = 0n
  for (const char of text) {
    const digit = alphabet.indexOf(char)
    if (digit < 0) return null
    number = number * 58n + BigInt(digit)
  }
  const hex = number === 0n ? '' : number.toString(16)
  const zeros = Buffer.alloc(leading(text, '1'))
  return Buffer.concat([zeros, Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')])
}

function leading(items: ArrayLike<number | string>, zero: number | string): number {
  let count = 0
  while (count < items.length && items[count] === zero) count++
  return count
}
