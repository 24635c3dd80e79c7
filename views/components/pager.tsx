import { catalogue, useLocale, useTexts } from '../language.tsx'
import { formatNumber } from '../format.ts'
import { Icon } from './icon.tsx'

const texts = catalogue('views/components/pager', {
  fr: {
    label: 'Pages',
    previous: 'Précédente',
    next: 'Suivante',
    page: (n: string) => `Page ${n}`,
    of: (n: string, all: string) => `Page ${n} sur ${all}`,
  },
  en: {
    label: 'Pages',
    previous: 'Previous',
    next: 'Next',
    page: (n: string) => `Page ${n}`,
    of: (n: string, all: string) => `Page ${n} of ${all}`,
  },
})

export interface PagerProps {
  /** From 1. */
  page: number
  /** Null when counting would cost too much: then only `more` says whether there is a next page. */
  pages: number | null
  more?: boolean | undefined
  href: (page: number) => string
}

export function Pager({ page, pages, more, href }: PagerProps) {
  const t = useTexts(texts)
  const locale = useLocale()
  const next = pages === null ? more === true : page < pages
  if (page <= 1 && !next) return null
  const number = (n: number) => formatNumber(n, locale)
  return (
    <nav class="pager" aria-label={t.label}>
      {page > 1 ? (
        <a class="pager-step" rel="prev" href={href(page - 1)}>
          <Icon name="chevron-left" />
          <span>{t.previous}</span>
        </a>
      ) : (
        <span class="pager-step" />
      )}
      <p class="pager-here">{pages === null ? t.page(number(page)) : t.of(number(page), number(pages))}</p>
      {pages !== null && (
        <ul class="pager-pages">
          {around(page, pages).map((n) =>
            n === null ? (
              <li aria-hidden="true">…</li>
            ) : (
              <li>
                <a
                  href={href(n)}
                  aria-label={t.page(number(n))}
                  aria-current={n === page ? 'page' : undefined}
                >
                  {number(n)}
                </a>
              </li>
            ),
          )}
        </ul>
      )}
      {next ? (
        <a class="pager-step pager-next" rel="next" href={href(page + 1)}>
          <span>{t.next}</span>
          <Icon name="chevron-right" />
        </a>
      ) : (
        <span class="pager-step" />
      )}
    </nav>
  )
}

/** First, last, and two on each side of here; null is a gap. */
function around(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 2, page - 1, page, page + 1, page + 2, pages]
    .filter((n) => n >= 1 && n <= pages)
    .filter((n, index, all) => all.indexOf(n) === index)
  return shown.flatMap((n, index) => {
    const before = shown[index - 1]
    return before !== undefined && n - before > 1 ? [null, n] : [n]
  })
}
