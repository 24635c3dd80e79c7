import type { Child } from 'hono/jsx'
import { Table } from '../../../views/components/table.tsx'
import { formatMoney, formatNumber } from '../../../views/format.ts'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { chosen, FactItems, Facts } from '../facts.tsx'
import { facts, percentOf } from './facts.ts'
import type { CallFields } from './fields.ts'
import { continuedInWords, electedInWords, percent, sharesOf } from './shares.ts'
import { texts } from './texts.ts'
import { inItsLanguage } from '../../../views/in-its-language.ts'

const inShort = [
  'phase',
  'organiser',
  'commentsUntil',
  'opens',
  'deadline',
  'timeZone',
  'budget',
  'budgetMax',
  'who',
  'existing',
  'submitted',
]

interface Props {
  fields: CallFields
}

export const Details = ({ entry, fields }: Props & { entry: Envelope }) => (
  <>
    <Facts items={chosen(facts(fields, useLocale()), inShort)} />
    <dl class="meta">
      <Specification fields={fields} language={entry.language} />
      <Criteria fields={fields} language={entry.language} />
      <Jury fields={fields} />
      <Laureates fields={fields} />
    </dl>
    <Facts items={chosen(facts(fields, useLocale()), ['decidedOn', 'decisionNote'])} />
  </>
)

const Term = ({ label, children }: { label: string; children: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd class="stack">{children}</dd>
  </div>
)

export const Line = ({ fields }: Props & { entry: Envelope }) => (
  <FactItems
    items={facts(fields, useLocale())}
    icons={{ phase: 'info', deadline: 'clock', budget: 'banknote' }}
  />
)

/** What was decided, by whom and why, on a page of its own. */
export const Decision = ({ fields }: Props) => (
  <>
    <dl class="meta">
      <Laureates fields={fields} />
      <Jury fields={fields} />
    </dl>
    <Facts items={chosen(facts(fields, useLocale()), ['decidedOn', 'decisionNote'])} />
  </>
)

/** Folded: each part is read when it is wanted, and all of them on a page of their own. */
function Specification({ fields: { sections }, language }: Props & { language: string }) {
  const t = useTexts(texts)
  if (sections.length === 0) return null
  return (
    <Term label={t.fields.sections}>
      {sections.map(({ number, title, text }) =>
        text === null ? (
          <p {...inItsLanguage(language)}>
            <b>
              {number}. {title}
            </b>
          </p>
        ) : (
          <details>
            <summary {...inItsLanguage(language)}>
              {number}. {title}
            </summary>
            <p class="as-typed" {...inItsLanguage(language)}>
              {text}
            </p>
          </details>
        ),
      )}
    </Term>
  )
}

function Criteria({ fields: { criteria }, language }: Props & { language: string }) {
  const t = useTexts(texts)
  const locale = useLocale()
  const { title, weight } = t.parts.criteria.fields
  return (
    <Term label={t.fields.criteria}>
      {criteria.length === 0 ? (
        <p class="hint">{t.noCriteria}</p>
      ) : (
        <Table caption={t.weights} quiet head={[title, weight]}>
          {criteria.map((one) => (
            <tr>
              <th scope="row" {...inItsLanguage(language)}>
                {one.title}
                {one.description !== null && <span class="hint">{one.description}</span>}
              </th>
              <td>{one.weight === null ? t.unknown : percentOf(one.weight, locale)}</td>
            </tr>
          ))}
        </Table>
      )}
    </Term>
  )
}

/** Who decides, said in words first. */
function Jury({ fields }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const shares = sharesOf(fields)
  return (
    <Term label={t.fields.jury}>
      {shares.length === 0 ? (
        <p class="hint">{t.noJury}</p>
      ) : (
        <>
          <p>
            <b>{electedInWords(fields, locale)}</b>
          </p>
          <Table caption={t.composition} quiet head={[t.parts.jury.fields.capacity, t.seatsHead]}>
            {shares.map(({ capacity, seats, share, names }) => (
              <tr>
                <th scope="row">
                  {t.capacity[capacity]}
                  {names !== '' && <span class="hint">{names}</span>}
                </th>
                <td>
                  {formatNumber(seats, locale)} ({percent(share, locale)})
                </td>
              </tr>
            ))}
          </Table>
        </>
      )}
    </Term>
  )
}

/** What was retained, and whether what works was helped. */
function Laureates({ fields }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const { laureates } = fields
  if (laureates.length === 0) return null
  return (
    <Term label={t.fields.laureates}>
      <ul class="stack">
        {laureates.map(({ project, holder, amount, continues }) => (
          <li>
            <b>{project}</b>
            {holder !== null && <> – {holder}</>}
            {amount !== null && <> – {formatMoney(amount, locale)}</>}
            {continues !== null && (
              <span class="hint"> ({continues === 'yes' ? t.continuing : t.beginning})</span>
            )}
          </li>
        ))}
      </ul>
      <p>{continuedInWords(fields, locale)}</p>
    </Term>
  )
}
