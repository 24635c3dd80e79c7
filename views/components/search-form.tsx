import { catalogue, useTexts } from '../language.tsx'
import { Icon } from './icon.tsx'

const texts = catalogue('views/components/search-form', {
  fr: { label: 'Rechercher', go: 'Rechercher', hint: 'Une salle, un métier, une ville…' },
  en: { label: 'Search', go: 'Search', hint: 'A room, a trade, a town…' },
})

export interface SearchFormProps {
  /** Unique on the page: a page may hold the header's form and its own. */
  id: string
  value?: string | undefined
  action?: string | undefined
}

export function SearchForm({ id, value, action = '/recherche' }: SearchFormProps) {
  const t = useTexts(texts)
  return (
    <search class="search">
      <form method="get" action={action}>
        <label for={id} class="visually-hidden">
          {t.label}
        </label>
        <input
          class="control"
          id={id}
          type="search"
          name="q"
          value={value}
          placeholder={t.hint}
          maxlength={200}
        />
        <button type="submit" class="button button-secondary" aria-label={t.go}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  )
}
