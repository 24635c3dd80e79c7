import { useTheirLanguage } from '../in-its-language.ts'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/components/breadcrumb', {
  fr: { label: 'Fil d’Ariane' },
  en: { label: 'Breadcrumb' },
})

interface StepProps {
  label: string
  href?: string | undefined
  /** Of a title that somebody wrote. */
  language?: string | undefined
}

/** The way from the home page; the last step is this page and needs no address. */
export function Breadcrumb({ items }: { items: readonly StepProps[] }) {
  const t = useTexts(texts)
  return (
    <nav class="breadcrumb" aria-label={t.label}>
      <ol>
        {items.map((step) => (
          <Step {...step} />
        ))}
      </ol>
    </nav>
  )
}

function Step({ label, href, language }: StepProps) {
  const spoken = useTheirLanguage(language)
  return (
    <li>
      {href === undefined ? (
        <span aria-current="page" {...spoken}>
          {label}
        </span>
      ) : (
        <a href={href} {...spoken}>
          {label}
        </a>
      )}
    </li>
  )
}
