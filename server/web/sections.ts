import { catalogue, type Locale } from '../../views/language.tsx'
import type { Section } from '../../views/navigation.ts'
import { kinds } from '../kinds/index.ts'

const texts = catalogue({ fr: { network: 'Réseau' }, en: { network: 'Network' } })

/** The header's sections: one a kind, in the registry's order, then what lies beyond this hub. */
export const sections = (locale: Locale): Section[] => [
  ...kinds.map(({ name, path, icon, texts }) => ({
    key: name,
    href: path,
    label: texts[locale].many,
    icon,
  })),
  { key: 'network', href: '/reseau', label: texts[locale].network, icon: 'waypoints' },
]
