import { useAsset } from '../assets.tsx'
import { isLocale, languageOf } from '../language.tsx'
import type { CardImage, Shell } from './shell.ts'

export function Head(shell: Shell) {
  const { hub, title, robots, alternates = [], scripts = [], sheets = [] } = shell
  const full = title === hub.name ? title : `${title} · ${hub.name}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {shell.description && <meta name="description" content={shell.description} />}
      {robots !== undefined && <meta name="robots" content={robots} />}
      {shell.canonical !== undefined && <link rel="canonical" href={shell.canonical} />}
      {shell.languages?.map(({ hreflang, href }) => (
        <link rel="alternate" hreflang={hreflang} href={href} />
      ))}
      {alternates.map((alternate) => (
        <link rel="alternate" type={alternate.type} href={alternate.href} title={alternate.title} />
      ))}
      <OpenGraph {...shell} />
      <Files scripts={scripts} sheets={sheets} style={hub.style} icons={hub.icons} />
    </head>
  )
}

/** https://ogp.me/, and what Mastodon reads beside it for the card of a link. */
function OpenGraph({ hub, title, description, canonical, path, locale, og = {} }: Shell) {
  const mark = useAsset('icon.png')
  const icon = hub.icons?.card ?? mark
  const image = og.image ?? { url: hub.origin + icon, alt: '', width: 512, height: 512, type: 'image/png' }
  const said = ogLocaleOf(og.language ?? locale)
  return (
    <>
      <meta property="og:site_name" content={hub.name} />
      <meta property="og:type" content={og.type ?? 'website'} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description || hub.tagline || hub.name} />
      <meta property="og:url" content={canonical ?? `${hub.origin}${path}`} />
      <meta property="og:locale" content={said} />
      <Image {...image} />
      <meta name="twitter:card" content={og.image === undefined ? 'summary' : 'summary_large_image'} />
      {og.publishedAt !== undefined && <meta property="article:published_time" content={og.publishedAt} />}
      {og.modifiedAt !== undefined && <meta property="article:modified_time" content={og.modifiedAt} />}
      {og.tags?.map((tag) => (
        <meta property="article:tag" content={tag} />
      ))}
      {og.creator && <meta name="fediverse:creator" content={og.creator} />}
    </>
  )
}

const Image = ({ url, alt, width, height, type }: CardImage) => (
  <>
    <meta property="og:image" content={url} />
    <meta property="og:image:type" content={type} />
    {width > 0 && <meta property="og:image:width" content={String(width)} />}
    {height > 0 && <meta property="og:image:height" content={String(height)} />}
    {alt !== '' && <meta property="og:image:alt" content={alt} />}
  </>
)

/** A language and a territory, as OpenGraph wants it, of those that an entry may be in. */
const territories: Readonly<Record<string, string>> = {
  ...{ de: 'DE', es: 'ES', it: 'IT', pt: 'PT', nl: 'NL' },
  ...{ br: 'FR', eu: 'ES', ca: 'ES', oc: 'FR', co: 'FR', ar: 'AR' },
}

/** Of the pages' languages their own file says it; of what was written elsewhere, the tag may be no tag. */
function ogLocaleOf(language: string): string {
  if (isLocale(language)) return languageOf(language).intl.replace('-', '_')
  const [code = ''] = language.split('-')
  const territory = territories[code]
  return territory === undefined ? code : `${code}_${territory}`
}

interface FilesProps {
  scripts: readonly string[]
  sheets: readonly string[]
  style: Shell['hub']['style']
  icons: Shell['hub']['icons']
}

const Files = ({ scripts, sheets, style, icons }: FilesProps) => (
  <>
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content={style?.light ?? '#fbf8f3'} media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content={style?.dark ?? '#1b1815'} media="(prefers-color-scheme: dark)" />
    {/* What one has unfolded stays open when the page around it changes in place. */}
    <meta name="htmx-config" content='{"metaCharacter":"-","morphIgnore":["data-htmx-powered","open"]}' />
    <link rel="preload" href={useAsset('text.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href={useAsset('style.css')} />
    {style && <link rel="stylesheet" href={style.href} />}
    {sheets.map((name) => (
      <link rel="stylesheet" href={useAsset(name)} />
    ))}
    {icons ? (
      <link rel="icon" type="image/png" sizes="96x96" href={icons.tab} />
    ) : (
      <link rel="icon" type="image/svg+xml" href={useAsset('favicon.svg')} />
    )}
    <link rel="apple-touch-icon" href={icons?.touch ?? useAsset('icon.png')} />
    <link rel="manifest" href="/manifest.webmanifest" />
    <script src={useAsset('htmx.js')} defer />
    <script src={useAsset('maillon.js')} type="module" />
    {scripts.map((name) => (
      <script src={useAsset(name)} type="module" />
    ))}
  </>
)
