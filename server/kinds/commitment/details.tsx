import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { facts, progressInWords } from './facts.ts'
import type { CommitmentFields } from './fields.ts'
import { texts } from './texts.ts'

interface Shown {
  entry: Envelope
  fields: CommitmentFields
}

export const Details = ({ entry, fields }: Shown) => (
  <Facts items={[...facts(fields, useLocale()), ...progressOf({ entry, fields })]} />
)

export const Line = ({ entry, fields }: Shown) => (
  <FactItems
    items={[...facts(fields, useLocale()), ...progressOf({ entry, fields })]}
    icons={{ holder: 'building-2', target: 'target', progress: 'scale' }}
  />
)

function progressOf({ entry, fields }: Shown) {
  const t = useTexts(texts)
  return [{ name: 'progress', label: t.progress, value: progressInWords(entry, fields, useLocale()) }]
}
