import { LinkButton } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { tidySpaces } from '../format.ts'
import type { IconName } from '../icons.ts'
import { useTexts } from '../language.tsx'
import type { Section } from '../navigation.ts'
import { homeTexts } from './home-texts.ts'
import { waysTexts, type Purpose } from './ways-texts.ts'

export interface FirstScreenProps {
  name: string
  tagline: string
  /** Of the tagline and of the text, when it is not the page's. */
  language: string | undefined
  ways: readonly { purpose: Purpose; href: string; icon: IconName }[]
  /** What no way leads to. */
  also: readonly Section[]
  mayPublish: boolean
}

/** All of it is seen without scrolling, on a phone too: what this is, the search, and what people come for. */
export function FirstScreen({ name, tagline, language, ways, also, mayPublish }: FirstScreenProps) {
  const t = useTexts(homeTexts)
  const words = useTexts(waysTexts)
  return (
    <section class="hero">
      <h1>{tidySpaces(name)}</h1>
      {tagline === '' ? (
        <p class="lead">{t.what}</p>
      ) : (
        <>
          <p class="lead" lang={language}>
            {tidySpaces(tagline)}
          </p>
          <p class="hero-what">{t.what}</p>
        </>
      )}
      <SearchForm id="home-search" />
      <nav class="purposes" aria-label={t.ways}>
        <ul>
          {ways.map(({ purpose, href, icon }) => (
            <li class={`kind-${purpose}`}>
              <a href={href}>
                <span class="tile">
                  <Icon name={icon} />
                </span>
                <span>
                  {words[purpose].label}
                  <span class="purpose-hint">{words[purpose].hint}</span>
                </span>
              </a>
            </li>
          ))}
        </ul>
        {also.length > 0 && (
          <p class="purposes-also">
            {t.also}{' '}
            {also.map(({ href, label }, index) => (
              <>
                {index > 0 && ', '}
                <a href={href}>{label}</a>
              </>
            ))}
          </p>
        )}
      </nav>
      {mayPublish && (
        <p class="actions">
          <Publish />
        </p>
      )}
    </section>
  )
}

export function Publish() {
  const t = useTexts(homeTexts)
  return (
    <LinkButton href="/publier" look="primary" icon="plus">
      {t.publish}
    </LinkButton>
  )
}
