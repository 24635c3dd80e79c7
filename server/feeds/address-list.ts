/**
 * A list of accounts as Mastodon exports and imports it, to be kept by nobody on the way: commas, one column, its
 * English head. The names are other servers' words: no cell is a formula.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export async function addressList(
  filename: string,
  addresses: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { stringify } = await import('csv-stringify/sync')
  const text = stringify(
    addresses.map((address) => [address, ...Object.values(more)]),
    { header: true, columns: ['Account address', ...Object.keys(more)], escape_formulas: true },
  )
  return new Response(text, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
