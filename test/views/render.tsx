import type { Child } from 'hono/jsx'
import type { Locale } from '../../views/language.tsx'
import { Layout, Surroundings, type Shell } from '../../views/layout.tsx'

export const shell: Shell = {
  hub: {
    name: 'Solidaires en Boucle',
    tagline: 'Le carrefour de l’ESS',
    origin: 'https://hub.example',
    pages: [{ href: '/pages/mentions', label: 'Mentions légales' }],
  },
  viewer: null,
  locale: 'fr',
  title: 'Emplois',
  description: 'Les offres d’emploi du territoire',
  path: '/emplois?page=2',
  version: { number: '0.1.0', commit: '0123456789abcdef', sourceUrl: 'https://source.example/maillon' },
  sections: [
    { key: 'job', href: '/emplois', label: 'Emplois', icon: 'briefcase' },
    { key: 'network', href: '/reseau', label: 'Réseau', icon: 'waypoints' },
  ],
  assets: { 'style.css': '/static/style.0a1b.css', 'icons.svg': '/static/icons.0a1b.svg' },
}

export const page = (more: Partial<Shell> = {}, children: Child = <h1>Emplois</h1>): string =>
  String(
    <Layout {...shell} {...more}>
      {children}
    </Layout>,
  )

export const piece = (children: Child, locale: Locale = 'fr'): string =>
  String(
    <Surroundings locale={locale} assets={shell.assets}>
      {children}
    </Surroundings>,
  )
