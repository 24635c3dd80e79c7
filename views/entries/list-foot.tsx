import type { Child } from 'hono/jsx'
import { Icon } from '../components/icon.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { posterTexts } from '../posters/texts.ts'
import { integrateTexts } from '../sharing/integrate.tsx'

const texts = catalogue('views/entries/list-foot', {
  fr: {
    elsewhere: 'Garder cette liste à portée de main',
    follow: 'Depuis Mastodon ou un autre réseau du fédivers, recherchez ce nom et suivez-le\u00a0:',
    formats: { atom: 'Flux Atom', json: 'JSON', csv: 'Tableau (CSV)', ics: 'Agenda (iCal)' },
  },
  en: {
    elsewhere: 'Keep this list at hand',
    follow: 'From Mastodon or another network of the fediverse, look for this name and follow it:',
    formats: { atom: 'Atom feed', json: 'JSON', csv: 'Table (CSV)', ics: 'Calendar (iCal)' },
  },
})

export type Format = 'atom' | 'json' | 'csv' | 'ics'

export interface ElsewhereProps {
  feeds: readonly { format: Format; href: string }[]
  /** `@emplois@hub.example` */
  handle: string | null
  /** A sheet about the list, to print. */
  poster?: string
  /** How to put it on another site. */
  integrate?: string
  /** The way to be told of it by e-mail. */
  alert: Child
}

/** Other ways to read the same list: feeds, files, paper, other sites, and the section's actor. */
export function Elsewhere({ feeds, handle, poster, integrate, alert }: ElsewhereProps) {
  const t = useTexts(texts)
  const { link } = useTexts(posterTexts)
  const integration = useTexts(integrateTexts)
  if (feeds.length === 0 && alert === null) return null
  return (
    <section class="list-foot" aria-labelledby="ailleurs">
      <h2 id="ailleurs">{t.elsewhere}</h2>
      {handle !== null && (
        <p class="share">
          {t.follow} <b class="handle">{handle}</b>
          <FollowFromHome handle={handle} />
        </p>
      )}
      {alert}
      <ul class="list-feeds">
        {feeds.map(({ format, href }) => (
          <li>
            <a href={href}>
              <Icon name={format === 'atom' ? 'rss' : format === 'ics' ? 'calendar-plus' : 'download'} />{' '}
              {t.formats[format]}
            </a>
          </li>
        ))}
        {poster !== undefined && (
          <li>
            <a href={poster} rel="nofollow">
              <Icon name="printer" /> {link}
            </a>
          </li>
        )}
        {integrate !== undefined && (
          <li>
            <a href={integrate} rel="nofollow">
              <Icon name="code-xml" /> {integration.link}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
