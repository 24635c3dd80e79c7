import type { Child } from 'hono/jsx'
import { Fact as FactItem } from '../../views/components/card.tsx'
import type { IconName } from '../../views/icons.ts'

/** One thing that an entry says about itself; `value` is empty when it does not say. */
export interface Fact {
  name: string
  label: string
  value: string
}

/** The facts that are known, as a list of terms. */
export function Facts({ items }: { items: readonly Fact[] }) {
  const known = items.filter(({ value }) => value !== '')
  if (known.length === 0) return null
  return (
    <dl class="meta">
      {known.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{linked(value)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Short facts on the line of a card: list items, each with its icon in place of its label, or with words around it. */
export const FactItems = ({
  items,
  icons,
  words = {},
}: {
  items: readonly Fact[]
  icons: Readonly<Record<string, IconName>>
  words?: Readonly<Record<string, (value: string) => string>>
}) => (
  <>
    {Object.entries(icons).flatMap(([name, icon]) =>
      chosen(items, [name]).map(({ label, value }) => (
        <FactItem icon={icon} label={words[name] === undefined ? label : undefined}>
          {words[name]?.(value) ?? value}
        </FactItem>
      )),
    )}
  </>
)

/** Those of the facts that are named and known, in the order of the names. */
export const chosen = (items: readonly Fact[], names: readonly string[]): Fact[] =>
  names.flatMap((name) => items.filter((fact) => fact.name === name && fact.value !== ''))

/** Addresses can be followed; anyone may have written them, so nothing vouches for them. */
function linked(value: string): Child {
  if (/^https?:\/\/\S+$/.test(value))
    return (
      <a href={value} rel="nofollow noopener ugc">
        {value.replace(/^https?:\/\//, '')}
      </a>
    )
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return <a href={`mailto:${value}`}>{value}</a>
  const [first, ...rest] = value.split('\n')
  return (
    <>
      {first}
      {rest.map((line) => (
        <>
          <br />
          {line}
        </>
      ))}
    </>
  )
}
