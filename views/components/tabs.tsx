import { useLocale } from '../language.tsx'
import { formatNumber } from '../format.ts'

export interface TabsProps {
  /** What the links choose between: ‘Entrées par état’. */
  label: string
  items: readonly { href: string; label: string; current?: boolean | undefined; count?: number | undefined }[]
}

/** Links between sibling pages, in a row that wraps. */
export function Tabs({ label, items }: TabsProps) {
  const locale = useLocale()
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.current === true ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && <span class="count"> {formatNumber(item.count, locale)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
