import { useLocale } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { facts } from './facts.ts'
import type { ProposalFields } from './fields.ts'

export const Details = ({ fields }: { entry: Envelope; fields: ProposalFields }) => (
  <Facts items={facts(fields, useLocale())} />
)

export const Line = ({ fields }: { entry: Envelope; fields: ProposalFields }) => (
  <FactItems
    items={facts(fields, useLocale())}
    icons={{ reference: 'scroll-text', status: 'target', decider: 'building-2' }}
  />
)
