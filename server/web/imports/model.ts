import { lotTexts } from '../../kinds/tender/lot-texts.ts'
import { texts } from '../../kinds/tender/texts.ts'
import type { Ctx } from '../env.ts'
import { tenderHeads } from '../../imports/table.ts'

const columns = [
  ...['number', 'title', 'description', 'cpv', 'placeName', 'amountMin', 'amountMax', 'durationMonths'],
  ...['reservation', 'reservationArticle', 'reservationAsOf', 'social', 'insertionHours', 'openTo'],
] as const

/** `/marches/importer/modele.csv`: the heads that are understood, and two rows of an invented tender. */
export function showModel(c: Ctx): Response {
  const { locale } = c.var
  const t = texts[locale].fields
  const lots = lotTexts[locale].fields
  const heads = [
    tenderHeads[locale].title,
    ...[t.buyer, t.deadline, t.notice],
    ...columns.map((name) => lots[name]),
  ]
  const row = (number: string, title: string, cpv: string) => [
    ...['Entretien des parcs (exemple fictif)', 'Commune fictive', '2027-06-30T12:00', ''],
    ...[number, title, '', cpv, '92036', '40000', '90000', '24', '', '', '', '', '', 'scop, scic'],
  ]
  const rows = [heads, row('1', 'Tonte', '77310000'), row('2', 'Élagage', '77340000')]
  const cell = (text: string) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return c.body(`\ufeff${rows.map((cells) => `${cells.map(cell).join(';')}\r\n`).join('')}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="modele-marche.csv"',
    'Cache-Control': 'public, max-age=86400',
    Vary: 'Accept-Language, Cookie',
  })
}
