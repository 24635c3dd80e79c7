import { isRecord } from '../kinds/received.ts'
import { at, firstText, momentOf, procedureOf, records, text, titled, type Json } from './values.ts'
import { leavesOf } from './json.ts'
import { named, type Understood } from './understood.ts'

// A notice as the open data of the BOAMP give it, one record: it says nothing of lots in fields of their own.

/** Among the answers of its API, in either version, or the record alone; null: this is none. */
export function noticeIn(value: unknown): Json | null {
  const candidates = [
    value,
    ...records(at(value, 'results')),
    ...records(at(value, 'records')).flatMap((one) => [at(one, 'fields'), one]),
    ...(Array.isArray(value) ? value.flatMap((one: unknown) => [one, at(one, 'fields')]) : []),
  ].filter(isRecord)
  return candidates.find(isNotice) ?? null
}

export const isNotice = (record: Json): boolean =>
  text(at(record, 'objet')) !== '' && (at(record, 'idweb') ?? at(record, 'nomacheteur')) !== undefined

const known: ReadonlySet<string> = new Set([
  ...['idweb', 'objet', 'nomacheteur', 'datelimitereponse', 'url_avis', 'dateparution'],
  ...['code_departement_prestation', 'code_departement', 'code_departement[]'],
])
const procedures = ['type_procedure', 'procedure_libelle', 'procedure_categorise']

export function fromBoamp(notice: Json): Understood {
  const { title, body } = titled(text(at(notice, 'objet')))
  const procedure = procedureOf(...procedures.map((name) => at(notice, name)))
  const published = momentOf(at(notice, 'dateparution')).slice(0, 10)
  const department = [at(notice, 'code_departement_prestation') ?? at(notice, 'code_departement')]
    .flat()
    .map(text)
    .filter((code) => code !== '')
  // What a tender has no field for is said in its text.
  const more = [
    ...(published === '' ? [] : [`Avis paru le ${published} au BOAMP.`]),
    ...(department.length === 0 ? [] : [`Département de la prestation\u00a0: ${department.join(', ')}.`]),
  ]
  return {
    format: 'boamp',
    shared: { title, body: [body, ...more].filter((one) => one !== '').join('\n\n') },
    fields: {
      buyer: text(at(notice, 'nomacheteur')),
      reference: text(at(notice, 'idweb')),
      deadline: momentOf(at(notice, 'datelimitereponse')),
      notice: firstText(at(notice, 'url_avis')),
      ...(procedure !== null && { procedure }),
      lots: [],
    },
    ignored: named(
      leavesOf(notice).filter(
        (path) => !known.has(path) && !(procedure !== null && procedures.includes(path)),
      ),
    ),
  }
}
