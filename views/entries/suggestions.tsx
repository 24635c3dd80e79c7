import { Icon } from '../components/icon.tsx'
import type { IconName } from '../icons.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface Suggestion {
  label: string
  /** What it is: « Mot-clé », « Organisation ». */
  note: string
  icon: IconName
  href: string
  language?: string | undefined
}

/**
 * What `GET /recherche/suggestions?q=` answers: links that `suggest.js` makes the options of a combobox
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). They are reached by arrow keys, not by Tab.
 */
export const SuggestionOptions = ({ suggestions }: { suggestions: readonly Suggestion[] }) => (
  <>
    {suggestions.map(({ label, note, icon, href, language }) => (
      <a role="option" aria-selected="false" tabindex={-1} href={href}>
        <Icon name={icon} />
        <span {...inItsLanguage(language)}>{label}</span> <span class="row-note">{note}</span>
      </a>
    ))}
  </>
)

/** The same as a plain list, over the results of a search. */
export function SuggestionLinks({
  suggestions,
  label,
}: {
  suggestions: readonly Suggestion[]
  label: string
}) {
  if (suggestions.length === 0) return null
  return (
    <nav class="suggested" aria-label={label}>
      <ul>
        {suggestions.map((one) => (
          <li>
            <a href={one.href}>
              <Icon name={one.icon} />
              <span {...inItsLanguage(one.language)}>{one.label}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
