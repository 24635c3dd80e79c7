/** RFC 4180 with semicolons, written apart from what writes it. */
export function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? ''
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ';') {
      row.push(cell)
      cell = ''
    } else if (char === '\n') {
      rows.push([...row, cell.replace(/\r$/, '')])
      row = []
      cell = ''
    } else cell += char
  }
  return rows
}

/** The properties of each component of a name (RFC 5545): unfolded, unescaped, without parameters. */
export function components(text: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = []
  let open: Record<string, string> | null = null
  for (const line of text.replaceAll('\r\n ', '').split('\r\n')) {
    if (line === `BEGIN:${name}`) open = {}
    else if (line === `END:${name}`) {
      if (open !== null) found.push(open)
      open = null
    } else if (open !== null) {
      const [, key = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
      open[key] = value.replace(/\\([\\;,nN])/g, (_, char: string) =>
        char.toLowerCase() === 'n' ? '\n' : char,
      )
    }
  }
  return found
}
