import { catalogue, type Locale } from '../../views/language.tsx'
import type { InquiryRow } from './queries.ts'

/** As French spreadsheets open it: semicolons, a mark that says UTF-8, and no cell that is a formula. */
export async function inquiriesCsv(rows: readonly InquiryRow[], locale: Locale): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  return stringify(
    rows.map((row) => ({
      ...row,
      confirmedAt: iso(row.confirmedAt),
      handledAt: iso(row.handledAt),
      waitingSince: iso(row.waitingSince),
      presentAt: iso(row.presentAt),
    })),
    {
      header: true,
      columns: Object.entries(words[locale]).map(([key, header]) => ({ key, header })),
      delimiter: ';',
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/,
      bom: true,
      // https://owasp.org/www-community/attacks/CSV_Injection
      escape_formulas: true,
    },
  )
}

const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

const words = catalogue('server/inquiries/csv', {
  fr: {
    name: 'Nom',
    email: 'Adresse e-mail',
    people: 'Personnes',
    body: 'Message',
    confirmedAt: 'Reçu le',
    handledAt: 'Traité le',
    organisation: 'Organisation',
    waitingSince: 'En liste d’attente depuis',
    presentAt: 'Arrivée',
  },
  en: {
    name: 'Name',
    email: 'E-mail address',
    people: 'People',
    body: 'Message',
    confirmedAt: 'Received',
    handledAt: 'Handled',
    organisation: 'Organisation',
    waitingSince: 'On the waiting list since',
    presentAt: 'Arrival',
  },
})
