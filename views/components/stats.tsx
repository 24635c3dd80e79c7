import type { Child } from 'hono/jsx'
import { formatNumber } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'

const texts = catalogue('views/components/stats', { fr: { none: 'pas de donnée' }, en: { none: 'no data' } })

export interface StatProps {
  label: string
  /** Null is ‘pas de donnée’, which is not 0. */
  value: number | string | null
  href?: string | undefined
  hint?: string | undefined
}

export const Stats = ({ children }: { children: Child }) => <dl class="stats">{children}</dl>

export function Stat({ label, value, href, hint }: StatProps) {
  const locale = useLocale()
  const t = useTexts(texts)
  const words = typeof value === 'number' ? formatNumber(value, locale) : (value ?? t.none)
  return (
    <div class="stat">
      <dt>{href === undefined ? label : <a href={href}>{label}</a>}</dt>
      <dd class={value === null ? 'stat-value stat-none' : 'stat-value'}>{words}</dd>
      {hint !== undefined && <dd class="stat-hint">{hint}</dd>}
    </div>
  )
}
