import { useAsset } from '../assets.tsx'
import type { Shell } from './shell.ts'

const ogLocales = { fr: 'fr_FR', en: 'en_GB' } as const

export function Head(shell: Shell) {
  const { hub, title, robots, alternates = [] } = shell
  const full = title === hub.name ? title : `${title} · ${hub.name}`
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{full}</title>
      {shell.description && <meta name="description" content={shell.description} />}
      {robots !== undefined && <meta name="robots" content={robots} />}
      {shell.canonical !== undefined && <link rel="canonical" href={shell.canonical} />}
      {alternates.map((alternate) => (
        <link rel="alternate" type={alternate.type} href={alternate.href} title={alternate.title} />
      ))}
      <OpenGraph {...shell} />
      <Files />
    </head>
  )
}

function OpenGraph({ hub, title, description, canonical, path, locale, og = {} }: Shell) {
  const image = og.image ?? `${hub.origin}${useAsset('icon.png')}`
  return (
    <>
      <meta property="og:site_name" content={hub.name} />
      <meta property="og:type" content={og.type ?? 'website'} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      <meta property="og:url" content={canonical ?? `${hub.origin}${path}`} />
      <meta property="og:locale" content={ogLocales[locale]} />
      <meta property="og:image" content={image} />
      {og.imageAlt !== undefined && <meta property="og:image:alt" content={og.imageAlt} />}
      {og.publishedAt !== undefined && <meta property="article:published_time" content={og.publishedAt} />}
      {og.creator !== undefined && <meta name="fediverse:creator" content={og.creator} />}
    </>
  )
}

const Files = () => (
  <>
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="#fbf8f3" media="(prefers-color-scheme: light)" />
    <meta name="theme-color" content="#1b1815" media="(prefers-color-scheme: dark)" />
    <meta name="htmx-config" content='{"metaCharacter":"-"}' />
    <link rel="preload" href={useAsset('text.woff2')} as="font" type="font/woff2" crossorigin="anonymous" />
    <link rel="stylesheet" href={useAsset('style.css')} />
    <link rel="icon" type="image/svg+xml" href={useAsset('favicon.svg')} />
    <link rel="apple-touch-icon" href={useAsset('icon.png')} />
    <script src={useAsset('htmx.js')} defer />
    <script src={useAsset('maillon.js')} type="module" />
  </>
)
