import { languageOf } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { identity } from '../../hub/identity.ts'
import type { Ctx } from '../env.ts'
import { sections } from '../sections.ts'
import { iconAddress } from './icons.ts'

/** On the screen of a telephone among its programs: https://www.w3.org/TR/appmanifest/ */
export const showManifest = (deps: Deps) => (c: Ctx) => {
  const { settings } = deps.hub
  return c.body(
    JSON.stringify({
      id: '/',
      name: settings.name,
      short_name: shortened(settings.name),
      ...(settings.tagline === '' ? {} : { description: settings.tagline }),
      ...{
        lang: settings.locale,
        dir: languageOf(settings.locale).direction,
        start_url: '/',
        scope: '/',
        display: 'minimal-ui',
      },
      // As the head of every page says by day.
      ...{
        theme_color: identity(deps.hub).accent?.light.accent ?? '#fbf8f3',
        background_color: '#fbf8f3',
      },
      icons: icons(deps),
      shortcuts: sections(settings.locale)
        .slice(0, 4)
        .map(({ label, href }) => ({ name: label, url: href })),
    }),
    200,
    { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
  )
}

const icons = (deps: Deps) =>
  (
    [
      { own: '192', name: 'icon-192.png', sizes: '192x192', purpose: 'any' },
      { own: '512', name: 'icon.png', sizes: '512x512', purpose: 'any' },
      { own: 'masque-192', name: null, sizes: '192x192', purpose: 'maskable' },
      { own: 'masque-512', name: 'icon-maskable.png', sizes: '512x512', purpose: 'maskable' },
    ] as const
  ).flatMap(({ own, name, ...rest }) => {
    const src = iconAddress(deps, own) ?? (name === null ? null : deps.assets.manifest[name])
    return src === null || src === undefined ? [] : [{ src, type: 'image/png', ...rest }]
  })

/** Under an icon there is room for a dozen letters: whole words, while they fit. */
function shortened(name: string): string {
  const words = name.split(/\s+/)
  let short = words[0] ?? name
  for (const word of words.slice(1)) {
    if (`${short} ${word}`.length > 12) break
    short = `${short} ${word}`
  }
  return short.replace(/\s+(?:de|du|des|d’|la|le|les|et|the|of|and)$/i, '')
}
