import { Icon } from '../components/icon.tsx'
import { HubLogo } from '../components/logo.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { Account } from './account.tsx'
import { Bell } from './bell.tsx'
import type { Shell } from './shell.ts'

const texts = catalogue('views/shell/header', {
  fr: { home: 'accueil', menu: 'Menu', sections: 'Rubriques' },
  en: { home: 'home', menu: 'Menu', sections: 'Sections' },
})

type Props = Pick<Shell, 'hub' | 'viewer' | 'sections' | 'active' | 'path'>

export function Header({ hub, viewer, sections, active, path }: Props) {
  const t = useTexts(texts)
  return (
    <header class="site-head">
      <div class="site-bar">
        <a class="brand" href="/" aria-current={active === 'home' ? 'page' : undefined}>
          <HubLogo logo={hub.logo} />
          <span class="brand-name">
            {hub.name}
            <span class="visually-hidden">, {t.home}</span>
          </span>
        </a>
        {viewer === null ? (
          <Account viewer={viewer} path={path} />
        ) : (
          <div class="site-own">
            <Bell unread={viewer.unread ?? 0} />
            <Account viewer={viewer} path={path} />
          </div>
        )}
        <details class="menu site-menu" data-menu="">
          <summary class="button button-quiet">
            <Icon name="menu" />
            <span>{t.menu}</span>
          </summary>
          <div class="menu-panel site-panel">
            <nav class="site-nav" aria-label={t.sections}>
              <Sections sections={sections} active={active} />
            </nav>
            {active !== 'home' && <SearchForm id="site-search" />}
          </div>
        </details>
      </div>
    </header>
  )
}

const Sections = ({ sections, active }: Pick<Shell, 'sections' | 'active'>) => (
  <ul>
    {sections.map(({ key, href, label, icon, holds }) => (
      <li>
        <a href={href} aria-current={current(active, key, holds ?? [])}>
          <Icon name={icon} />
          <span>{label}</span>
        </a>
      </li>
    ))}
  </ul>
)

/** Of a page that is found in it, it is the place and not the page. */
const current = (active: string | undefined, key: string, holds: readonly string[]) =>
  active === key ? 'page' : active !== undefined && holds.includes(active) ? 'true' : undefined
