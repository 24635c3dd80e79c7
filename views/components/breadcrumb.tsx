import { inItsLanguage } from '../in-its-language.ts'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/components/breadcrumb', {
  fr: { label: 'Fil d’Ariane' },
  en: { label: 'Breadcrumb' },
})

/** The way from the home page; the last step is this page and needs no address. */
export function Breadcrumb({
  items,
}: {
  items: readonly {
    label: string
    href?: string | undefined
    /** Of a title that somebody wrote. */
    language?: string | undefined
  }[]
}) {
  const t = useTexts(texts)
  return (
    <nav class="breadcrumb" aria-label={t.label}>
      <ol>
        {items.map(({ label, href, language }) => (
          <li>
            {href === undefined ? (
              <span aria-current="page" {...inItsLanguage(language)}>
                {label}
              </span>
            ) : (
              <a href={href} {...inItsLanguage(language)}>
                {label}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
