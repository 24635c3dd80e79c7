import { Known } from '../../../views/proposals/known.tsx'
import { fields as proposalFields, inOrder } from '../../kinds/proposal/fields.ts'
import { outside, spokenIn } from '../entries/look.ts'
import type { Panel } from '../entries/panels.ts'

/** On the page of a proposal: its words, and what is known of what became of it. */
export const knownPanel: Panel = (_, c, { envelope, kind, fields }) => {
  if (kind.name !== 'proposal') return null
  const { locale } = c.var
  const { quote, source, sourceLabel, sourceDay, status, evidence } = proposalFields.parse(fields)
  return (
    <Known
      language={spokenIn(envelope, locale)}
      quote={quote}
      source={{ label: sourceLabel, day: sourceDay, href: outside(source) ?? null }}
      status={{ key: status, label: statusLabel(kind.facts(fields, locale)) }}
      evidence={inOrder(evidence).map(({ day, what, by, url }) => ({
        ...{ day, what, by },
        href: outside(url) ?? null,
      }))}
    />
  )
}

export const statusLabel = (facts: readonly { name: string; value: string }[]): string =>
  facts.find(({ name }) => name === 'status')?.value ?? ''
