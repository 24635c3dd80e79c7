import { Tabs } from '../../views/components/tabs.tsx'
import { catalogue, type Locale } from '../../views/language.tsx'
import { siblings } from './sections.ts'

const texts = catalogue('server/web/section-tabs', {
  fr: { label: 'Dans cette rubrique' },
  en: { label: 'In this section' },
})

/** The other pages of the menu entry that this page is found in; nothing where it is the only one. */
export function SectionTabs({ active, locale }: { active: string; locale: Locale }) {
  const items = siblings(active, locale)
  return items.length === 0 ? null : <Tabs label={texts[locale].label} items={items} />
}
