import type { Option } from '../../../views/components/inputs.tsx'
import { catalogue, type Locale } from '../../../views/language.tsx'

const texts = catalogue('server/web/entries/origin-options', {
  fr: { hub: 'Ce site seulement', network: 'Le réseau seulement' },
  en: { hub: 'This site only', network: 'The network only' },
})

/** Where entries come from, beside « everywhere ». */
export const originOptions = (locale: Locale): Option[] => [
  { value: 'hub', label: texts[locale].hub },
  { value: 'network', label: texts[locale].network },
]
