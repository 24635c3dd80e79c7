import { LinkButton } from '../components/button.tsx'
import { Prose } from '../components/prose.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { Copyable } from '../entries/follow.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { posterTexts } from '../posters/texts.ts'
import { homeTexts } from './home-texts.ts'

export interface AboutProps {
  name: string
  /** What the admin wrote, sanitised; empty: nothing yet. */
  text: string
  language: string | undefined
  /** How many other sites stand behind this one. */
  neighbours: number
  /** Null: nobody should begin to follow a site that has moved. */
  handle: string | null
}

/** Whose place this is, what one may do in it, and how to hear of it. */
export function About({ name, text, language, neighbours, handle }: AboutProps) {
  const t = useTexts(homeTexts)
  const { link: poster } = useTexts(posterTexts)
  const locale = useLocale()
  return (
    <div class="columns home-about">
      <section class="panel" aria-labelledby="accueil-site">
        <h2 id="accueil-site">{t.about}</h2>
        {text !== '' && <Prose html={text} language={language} />}
        <p>{t.account}</p>
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
