import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { useAsset } from '../assets.tsx'
import { tidySpaces } from '../format.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { catalogue, languageOf, useLocale, useTexts } from '../language.tsx'

const texts = catalogue('views/sharing/embed', {
  fr: { all: 'Tout voir', on: 'sur' },
  en: { all: 'See everything', on: 'on' },
})

export interface EmbedItem {
  /** Full address: it is read from another site. */
  href: string
  title: string
  /** When it is not that of the list. */
  language: string | undefined
  /** Who speaks, where, when. */
  facts: readonly string[]
  /** Said here: a link that we answer for. */
  own: boolean
}

export interface EmbedListProps {
  title: string
  items: readonly EmbedItem[]
  empty: string
  allHref: string
  hub: { name: string; origin: string }
  /** A document of its own: its title is the first heading, and links leave the frame that it stands in. */
  framed: boolean
}

/** For a page that is not ours: no id, every class with our name before it, nothing that a style sheet must know. */
export function EmbedList({ title, items, empty, allHref, hub, framed }: EmbedListProps) {
  const t = useTexts(texts)
  const locale = useLocale()
  const target = framed ? '_top' : undefined
  return (
    <section class="maillon-list" lang={locale} dir={languageOf(locale).direction}>
      {framed ? <h1 class="maillon-title">{title}</h1> : <h2 class="maillon-title">{title}</h2>}
      {items.length === 0 ? (
        <p class="maillon-empty">{empty}</p>
      ) : (
        <ul class="maillon-items">
          {items.map((item) => (
            <Item {...item} target={target} />
          ))}
        </ul>
      )}
      <p class="maillon-foot">
        <a href={allHref} target={target}>
          {t.all}
        </a>{' '}
        {t.on}{' '}
        <a href={`${hub.origin}/`} target={target}>
          {hub.name}
        </a>
      </p>
    </section>
  )
}

const Item = ({ href, title, language, facts, own, target }: EmbedItem & { target: '_top' | undefined }) => (
  <li class="maillon-item">
    <a
      class="maillon-link"
      href={href}
      {...inItsLanguage(language)}
      rel={own ? undefined : 'nofollow'}
      target={target}
    >
      {tidySpaces(title)}
    </a>
    {facts.length > 0 && <p class="maillon-facts">{facts.join(' · ')}</p>}
  </li>
)

export type EmbedTheme = 'auto' | 'light' | 'dark'

/** The same as a page of its own, to stand in a frame. */
export const EmbedDocument = ({
  title,
  theme,
  children,
}: {
  title: string
  theme: EmbedTheme
  children: Child
}) => (
  <>
    {raw('<!doctype html>')}
    <html
      lang={useLocale()}
      dir={languageOf(useLocale()).direction}
      data-theme={theme === 'auto' ? undefined : theme}
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{title}</title>
        <link rel="stylesheet" href={useAsset('embed.css')} />
      </head>
      <body>
        {/* Named, for the page around the frame has a main part too. */}
        <main aria-label={title}>{children}</main>
      </body>
    </html>
  </>
)
