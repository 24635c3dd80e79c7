import type { Child } from 'hono/jsx'
import { When } from '../components/date.tsx'
import { Icon } from '../components/icon.tsx'
import { Licence } from '../components/licence.tsx'
import { formatCount, type Moment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { posterTexts } from '../posters/texts.ts'
import { entryTexts } from './entry-texts.ts'

export interface EntryFootProps {
  publishedAt: Moment | null
  updatedAt: Moment | null
  licence: { id: string; name: string | undefined; href: string | undefined } | null
  /** Reactions and links, where there are some. */
  foot: Child
}

/** When it was published and under which licence, then what others made of it. */
export function EntryFoot({ publishedAt, updatedAt, licence, foot }: EntryFootProps) {
  const t = useTexts(entryTexts)
  return (
    <footer class="entry-foot">
      {publishedAt !== null && (
        <span>
          {t.published} <When at={publishedAt} />
        </span>
      )}
      {updatedAt !== null && (
        <span>
          {t.updated} <When at={updatedAt} />
        </span>
      )}
      {licence !== null && <Licence {...licence} />}
      {foot}
    </footer>
  )
}

export function EntryReactions({ likes, boosts, links }: { likes: number; boosts: number; links: Child }) {
  const t = useTexts(entryTexts)
  const locale = useLocale()
  return (
    <>
      {likes > 0 && <Reaction icon="heart">{formatCount(likes, locale, t.likes)}</Reaction>}
      {boosts > 0 && <Reaction icon="repeat-2">{formatCount(boosts, locale, t.boosts)}</Reaction>}
      {links}
    </>
  )
}

export interface EntryLinksProps {
  calendar: string | undefined
  poster: string | undefined
  report: string
}

/** Ways on from the foot of an entry. */
export function EntryLinks({ calendar, poster, report }: EntryLinksProps) {
  const t = useTexts(entryTexts)
  const { link } = useTexts(posterTexts)
  return (
    <>
      {calendar !== undefined && (
        <a class="fact" href={calendar}>
          <Icon name="calendar-plus" /> {t.calendar}
        </a>
      )}
      {poster !== undefined && (
        <a class="fact" href={poster} rel="nofollow">
          <Icon name="printer" /> {link}
        </a>
      )}
      <a class="fact" href={report} rel="nofollow">
        <Icon name="flag" /> {t.report}
      </a>
    </>
  )
}

const Reaction = ({ icon, children }: { icon: 'heart' | 'repeat-2'; children: Child }) => (
  <span class="fact">
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)
