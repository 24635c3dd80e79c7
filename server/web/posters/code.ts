/** A QR code as one path, in squares of one unit. */
export interface Code {
  /** Squares to a side, with the white margin that readers need around it (ISO/IEC 18004 §9.1). */
  size: number
  path: string
}

const margin = 4

/** Read though a part of the sheet is wet or torn: 15 % may be lost, more where that costs no further squares. */
export async function codeOf(address: string): Promise<Code> {
  const { encode } = await import('uqr')
  const { data, size } = encode(address, { ecc: 'M', boostEcc: true, border: 0 })
  return { size: size + 2 * margin, path: data.map(rowPath).join('') }
}

/** Neighbours in a row are drawn as one: no hairline between them on paper. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  for (let from = 0; from < row.length; from++) {
    if (row[from] !== true) continue
    let to = from
    while (row[to] === true) to++
    path += `M${from + margin} ${y + margin}h${to - from}v1h${from - to}z`
    from = to
  }
  return path
}
