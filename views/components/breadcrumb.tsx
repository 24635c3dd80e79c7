import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/components/breadcrumb', {
  fr: { label: 'Fil d’Ariane' },
  en: { label: 'Breadcrumb' },
})

/** The way from the home page; the last step is this page and needs no address. */
export function Breadcrumb({ items }: { items: readonly { label: string; href?: string | undefined }[] }) {
  const t = useTexts(texts)
  return (
    <nav class="breadcrumb" aria-label={t.label}>
      <ol>
        {items.map(({ label, href }) => (
          <li>
            {href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
