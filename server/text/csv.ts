/**
 * The cells of a CSV file, line by line (RFC 4180): quoted cells hold commas, line ends and doubled quotes. A mark that
 * says UTF-8, either kind of line end, and a last line without one are taken as they come; empty lines are passed over.
 * Where cells are parted by semicolons, as French spreadsheets do it, the first line says so. `most` lines are read.
 */
export function cellsOf(text: string, most: number): { line: number; cells: string[] }[] {
  const source = text.replace(/^\uFEFF/, '')
  const mark = /^[^,\r\n]*;/.test(source) ? ';' : ','
  const rows: { line: number; cells: string[] }[] = []
  let cells: string[] = []
  let at = 0
  let line = 1
  let began = 1
  while (at < source.length && rows.length < most) {
    const { cell, next } = source[at] === '"' ? quoted(source, at, mark) : plain(source, at, mark)
    cells.push(cell)
    line += lineEnds(source.slice(at, next))
    at = next
    if (source[at] === mark) {
      at += 1
      // A mark at the very end is followed by one more cell, empty.
      if (at < source.length) continue
      cells.push('')
    }
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells })
    cells = []
    if (source[at] === '\r') at += 1
    if (source[at] === '\n') at += 1
    line += 1
    began = line
  }
  return rows
}

function plain(source: string, from: number, mark: string): { cell: string; next: number } {
  let next = from
  while (next < source.length && !`${mark}\r\n`.includes(source.charAt(next))) next += 1
  return { cell: source.slice(from, next), next }
}

/** A quote that is never closed ends with the file; what stands between a closing quote and a comma is dropped. */
function quoted(source: string, from: number, mark: string): { cell: string; next: number } {
  let cell = ''
  let at = from + 1
  for (;;) {
    const end = source.indexOf('"', at)
    if (end === -1) return { cell: cell + source.slice(at), next: source.length }
    cell += source.slice(at, end)
    if (source[end + 1] !== '"') return { cell, next: plain(source, end + 1, mark).next }
    cell += '"'
    at = end + 2
  }
}

const lineEnds = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0
