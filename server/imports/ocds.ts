import {
  at,
  dayOf,
  euros,
  firstText,
  momentOf,
  procedureOf,
  records,
  text,
  titled,
  type Json,
} from './values.ts'
import { leavesOf } from './json.ts'
import { named, type Understood } from './understood.ts'

// A release or a record of the Open Contracting Data Standard, with its lots.
// https://standard.open-contracting.org/latest/en/schema/release/
// https://extensions.open-contracting.org/en/extensions/lots/master/

/** The release that a package, a record or a release is about; null: this is none. */
export function releaseIn(value: unknown): Json | null {
  const candidates = [
    value,
    ...records(at(value, 'releases')),
    at(value, 'compiledRelease'),
    ...records(at(value, 'records')).map((record) => at(record, 'compiledRelease')),
    ...records(Array.isArray(value) ? value : []),
  ]
  return records(candidates).find((one) => records([at(one, 'tender')]).length > 0) ?? null
}

export function fromOcds(release: Json): Understood {
  const tender = at(release, 'tender')
  const buyer = party(release, at(release, 'buyer')) ?? party(release, at(tender, 'procuringEntity'))
  const { title, body } = titled(firstText(at(tender, 'title'), at(tender, 'description')))
  const description = text(at(tender, 'description'))
  const procedure = procedureOf(at(tender, 'procurementMethodDetails'), at(tender, 'procurementMethod'))
  return {
    format: 'ocds',
    shared: { title, body: description === title ? body : description || body },
    fields: {
      buyer: firstText(at(release, 'buyer', 'name'), at(tender, 'procuringEntity', 'name')),
      buyerSiret: siretOf(buyer),
      reference: text(at(tender, 'id')),
      ...(procedure !== null && { procedure }),
      deadline: momentOf(at(tender, 'tenderPeriod', 'endDate')),
      notice: text(
        at(
          records(at(tender, 'documents')).find((one) => at(one, 'documentType') === 'tenderNotice'),
          'url',
        ),
      ),
      contactEmail: firstText(
        at(buyer, 'contactPoint', 'email'),
        at(tender, 'procuringEntity', 'contactPoint', 'email'),
      ),
      lots: lotsOf(release),
    },
    ignored: named(
      leavesOf(release)
        .filter((path) => !understood.has(path))
        .filter((path) => procedure === null || !path.startsWith('tender.procurementMethod')),
    ),
  }
}

const understood: ReadonlySet<string> = new Set([
  ...['buyer.name', 'buyer.id', 'tender.procuringEntity.name', 'tender.procuringEntity.id'],
  ...['tender.title', 'tender.description', 'tender.id', 'tender.tenderPeriod.endDate'],
  ...['tender.lots[].id', 'tender.lots[].title', 'tender.lots[].description', 'tender.lots[].status'],
  ...['tender.lots[].value.amount', 'tender.lots[].value.currency'],
  ...['tender.lots[].minValue.amount', 'tender.lots[].minValue.currency'],
  ...['tender.items[].relatedLot', 'tender.items[].relatedLots[]'],
  ...['tender.items[].classification.id', 'tender.items[].classification.scheme'],
  ...['tender.procuringEntity.contactPoint.email', 'parties[].contactPoint.email'],
  ...['parties[].id', 'parties[].name', 'parties[].roles[]'],
  ...['parties[].identifier.id', 'parties[].identifier.scheme'],
  ...['tender.documents[].documentType', 'tender.documents[].url'],
  ...['awards[].suppliers[].name', 'awards[].suppliers[].id', 'awards[].value.amount'],
  ...['awards[].value.currency', 'awards[].date', 'awards[].status', 'awards[].id'],
  ...['awards[].relatedLots[]', 'ocid', 'id', 'date', 'tag[]', 'language', 'initiationType'],
])

function party(release: Json, reference: unknown): Json | undefined {
  const id = text(at(reference, 'id'))
  return records(at(release, 'parties')).find((one) => id !== '' && text(at(one, 'id')) === id)
}

const siretOf = (buyer: Json | undefined): string => {
  const digits = text(at(buyer, 'identifier', 'id')).replaceAll(/\s/g, '')
  return /^\d{14}$/.test(digits) ? digits : ''
}

/** `LOT-0002` is lot 2, if no other is; else they are numbered as they stand. */
function lotsOf(release: Json): Record<string, unknown>[] {
  const lots = records(at(release, 'tender', 'lots'))
  const numbers = lots.map((lot) => Number(/(\d{1,6})$/.exec(text(at(lot, 'id')))?.[1] ?? 0))
  const sound =
    new Set(numbers).size === lots.length && numbers.every((number) => number >= 1 && number <= 999)
  return lots.map((lot, index) => ({
    number: sound ? numbers[index] : index + 1,
    title: firstText(at(lot, 'title'), at(lot, 'description'), at(lot, 'id')).slice(0, 200),
    description: at(lot, 'title') === undefined ? '' : text(at(lot, 'description')),
    cpv: cpvOf(release, text(at(lot, 'id'))),
    amountMin: euros(at(lot, 'minValue')),
    amountMax: euros(at(lot, 'value')),
    ...becameOf(release, lot),
  }))
}

function cpvOf(release: Json, id: string): string {
  const item = records(at(release, 'tender', 'items')).find(
    (one) =>
      at(one, 'classification', 'scheme') === 'CPV' &&
      [at(one, 'relatedLot'), at(one, 'relatedLots')].flat().some((lot) => text(lot) === id),
  )
  return text(at(item, 'classification', 'id'))
}

const states: Readonly<Record<string, string>> = {
  cancelled: 'withdrawn',
  withdrawn: 'withdrawn',
  unsuccessful: 'unsuccessful',
}

function becameOf(release: Json, lot: Json): Record<string, unknown> {
  const award = records(at(release, 'awards')).find(
    (one) =>
      at(one, 'status') === 'active' &&
      [at(one, 'relatedLots')].flat().some((id) => text(id) === text(at(lot, 'id'))),
  )
  if (award === undefined) {
    const status = text(at(lot, 'status'))
    return Object.hasOwn(states, status) ? { state: states[status] } : {}
  }
  return {
    state: 'awarded',
    awardHolders: records(at(award, 'suppliers')).map((one) => text(at(one, 'name'))),
    awardAmount: euros(at(award, 'value')),
    awardDate: dayOf(at(award, 'date')),
  }
}
