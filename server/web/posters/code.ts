import type { Code } from '../../../views/components/qr.tsx'

/** White squares that readers need around it (ISO/IEC 18004 §9.1). */
const margin = 4

/** Read though a part of the sheet is wet or torn: 15 % may be lost, more where that costs no further squares. */
export async function codeOf(address: string): Promise<Code> {
  const rows = await squaresOf(address)
  return { size: rows.length + 2 * margin, path: rows.map(rowPath).join('') }
}

/** Row by row, which squares are black. */
export async function squaresOf(address: string): Promise<boolean[][]> {
  const { encode } = await import('uqr')
  return encode(address, { ecc: 'M', boostEcc: true, border: 0 }).data
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
