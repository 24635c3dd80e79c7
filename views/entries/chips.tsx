import { Icon } from '../components/icon.tsx'
import { catalogue, useTexts } from '../language.tsx'

const texts = catalogue('views/entries/chips', {
  fr: {
    label: 'Ce qui est demandé',
    remove: (what: string) => `Retirer le filtre\u00a0: ${what}`,
    scope: 'Où chercher',
    one: (commune: string) => `${commune} seulement`,
    around: (territory: string) => `et ses voisines (${territory})`,
    department: (name: string) => `tout le département (${name})`,
  },
  en: {
    label: 'What is asked for',
    remove: (what: string) => `Remove the filter: ${what}`,
    scope: 'Where to look',
    one: (commune: string) => `${commune} only`,
    around: (territory: string) => `and its neighbours (${territory})`,
    department: (name: string) => `the whole department (${name})`,
  },
})

export interface Chip {
  /** « Contrat : CDI » */
  label: string
  /** The list without it. */
  href: string
}

/** What narrows a list, each a link that takes it back: in sight where the filters are folded. */
export function Chips({ chips }: { chips: readonly Chip[] }) {
  const t = useTexts(texts)
  if (chips.length === 0) return null
  return (
    <ul class="chips" aria-label={t.label}>
      {chips.map(({ label, href }) => (
        <li>
          <a class="chip" href={href} rel="nofollow" aria-label={t.remove(label)}>
            <span>{label}</span>
            <Icon name="x" />
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface PlaceScope {
  sort: 'one' | 'around' | 'department'
  /** Of the commune, of its territory or of its department. */
  name: string
  /** Null: too many to be counted. */
  count: string | null
  href: string
  current: boolean
}

/** Once a commune is chosen: it alone, with its neighbours, or all of its department. */
export function PlaceScopes({ scopes }: { scopes: readonly PlaceScope[] }) {
  const t = useTexts(texts)
  if (scopes.length === 0) return null
  return (
    <nav class="scopes" aria-label={t.scope}>
      <ul>
        {scopes.map(({ sort, name, count, href, current }) => (
          <li>
            <a href={href} rel="nofollow" aria-current={current ? 'true' : undefined}>
              {t[sort](name)}
            </a>
            {count !== null && `\u00a0(${count})`}
          </li>
        ))}
      </ul>
    </nav>
  )
}
