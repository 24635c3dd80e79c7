import { useAsset } from '../assets.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { Icon } from './icon.tsx'

const texts = catalogue('views/components/search-form', {
  fr: {
    label: 'Rechercher',
    go: 'Rechercher',
    hint: 'Une salle, un métier, une ville…',
    suggestions: 'Suggestions',
    /** Said aloud; the number is put in while one types. */
    counted: 'Suggestions\u00a0: {count}',
  },
  en: {
    label: 'Search',
    go: 'Search',
    hint: 'A room, a trade, a town…',
    suggestions: 'Suggestions',
    counted: 'Suggestions: {count}',
  },
})

export interface SearchFormProps {
  /** Unique on the page: a page may hold the header's form and its own. */
  id: string
  value?: string | undefined
  action?: string | undefined
}

/** Suggests while one types, where there is JavaScript (`suggest.js`, loaded with the first press of a key in it). */
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
          data-hx-get="/recherche/suggestions"
          data-hx-trigger="input changed delay:150ms"
          data-hx-target={`#${id}-list`}
          data-hx-sync="this:replace"
          data-list={`${id}-list`}
          data-said={`${id}-said`}
          data-script={useAsset('suggest.js')}
        />
        <button type="submit" class="button button-secondary" aria-label={t.go}>
          <Icon name="search" />
        </button>
      </form>
      {/* It is a list of options as soon as the script gives the arrow keys a meaning. */}
      <div class="suggestions" id={`${id}-list`} data-label={t.suggestions} hidden />
      <p class="visually-hidden" id={`${id}-said`} role="status" data-counted={t.counted} />
    </search>
  )
}
