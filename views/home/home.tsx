import type { Child } from 'hono/jsx'
import { CardList } from '../components/card.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Prose } from '../components/prose.tsx'
import { SearchForm } from '../components/search-form.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { Copyable } from '../entries/follow.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import type { Section } from '../navigation.ts'
import { posterTexts } from '../posters/texts.ts'
import { homeTexts } from './home-texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface HomeProps {
  name: string
  tagline: string
  sections: readonly Section[]
  /** What the admin wrote, sanitised; empty: nothing yet. */
  text: string
  /** Of these words, when it is not the page's. */
  language: string | undefined
  /** Each kind that has something to show. */
  newest: readonly { key: string; label: string; href: string; cards: readonly Child[] }[]
  /** How many other sites stand behind this one. */
  neighbours: number
  /** Null: nobody should begin to follow a site that has moved. */
  handle: string | null
  mayPublish: boolean
  /** Whose site it is: they are told what else to do at the beginning. */
  mayRun: boolean
}

/** What this place is, in ten seconds; then what is new in it. */
export function Home(props: HomeProps) {
  const t = useTexts(homeTexts)
  const { newest } = props
  return (
    <>
      <Hero {...props} />
      {newest.length === 0 ? (
        <Beginning {...props} />
      ) : (
        <div class="columns home-news">
          {newest.map(({ key, label, href, cards }) => (
            <section aria-labelledby={`nouveau-${key}`}>
              <div class="section-head">
                <h2 id={`nouveau-${key}`}>{label}</h2>
                <a href={href} aria-label={`${t.all} – ${label}`}>
                  {t.all}
                </a>
              </div>
              <CardList>{cards}</CardList>
            </section>
          ))}
        </div>
      )}
      <Network {...props} />
    </>
  )
}

/** Nothing is here yet: what will be, and what those who can may do about it. */
function Beginning({ mayPublish, mayRun }: HomeProps) {
  const t = useTexts(homeTexts)
  return (
    <Empty
      icon="handshake"
      title={t.empty}
      action={
        (mayPublish || mayRun) && (
          <>
            {mayPublish && <Publish />}
            {mayRun &&
              firstSteps.map(({ key, href, icon }) => (
                <LinkButton href={href} icon={icon}>
                  {t.steps[key]}
                </LinkButton>
              ))}
          </>
        )
      }
    >
      <p>{t.emptyHow}</p>
    </Empty>
  )
}

const firstSteps = [
  { key: 'people', href: '/utilisateurs/inviter', icon: 'mail' },
  { key: 'pages', href: '/reglages', icon: 'file-text' },
  { key: 'network', href: '/reseau', icon: 'waypoints' },
] as const

function Publish() {
  const t = useTexts(homeTexts)
  return (
    <LinkButton href="/publier" look="primary" icon="plus">
      {t.publish}
    </LinkButton>
  )
}

function Hero({ name, tagline, text, language, sections, newest, mayPublish }: HomeProps) {
  const t = useTexts(homeTexts)
  return (
    <section class="hero">
      <h1>{name}</h1>
      {tagline === '' ? (
        <p class="lead">{t.what}</p>
      ) : (
        <p class="lead" {...inItsLanguage(language)}>
          {tagline}
        </p>
      )}
      {text === '' ? tagline !== '' && <p>{t.what}</p> : <Prose html={text} language={language} />}
      <SearchForm id="home-search" />
      <nav class="ways" aria-label={t.ways}>
        <ul>
          {sections.map(({ href, label, icon }) => (
            <li>
              <a href={href}>
                <Icon name={icon} />
                <span>{label}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {mayPublish && newest.length > 0 && (
        <p class="actions">
          <Publish />
        </p>
      )}
    </section>
  )
}

function Network({ name, neighbours, handle }: HomeProps) {
  const t = useTexts(homeTexts)
  const { link: poster } = useTexts(posterTexts)
  const locale = useLocale()
  return (
    <div class="columns home-network">
      <section class="panel" aria-labelledby="accueil-reseau">
        <h2 id="accueil-reseau">{t.network}</h2>
        <p>{neighbours === 0 ? t.alone : t.linked(formatCount(neighbours, locale, t.sites))}</p>
        <p>
          <a href="/reseau">{t.see}</a>
        </p>
      </section>
      {handle !== null && (
        <section class="panel" aria-labelledby="accueil-suivre">
          <h2 id="accueil-suivre">{t.follow(name)}</h2>
          <p>{t.followHow}</p>
          <p>
            <Copyable text={handle} />
          </p>
          <p class="actions">
            <FollowFromHome handle={handle} />
            <LinkButton small look="quiet" href="/affiche" icon="printer" rel="nofollow">
              {poster}
            </LinkButton>
          </p>
        </section>
      )}
    </div>
  )
}
