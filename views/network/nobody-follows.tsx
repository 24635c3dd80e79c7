import { LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { nobodyTexts } from './nobody-texts.ts'

/** How many follow from other servers, for those who answer for it. */
export function Audience({ followers, poster }: { followers: number; poster: string }) {
  const t = useTexts(nobodyTexts)
  const locale = useLocale()
  return followers === 0 ? (
    <NobodyFollows poster={poster} />
  ) : (
    <p>
      <a href="/reseau#suivre-site">{formatCount(followers, locale, t.some)}</a>
    </p>
  )
}

/** 0 is said plainly, with what can be done about it. */
export function NobodyFollows({ poster }: { poster: string }) {
  const t = useTexts(nobodyTexts)
  return (
    <Notice>
      <p>
        <b>{t.none}</b>
      </p>
      <p>{t.meaning}</p>
      <p class="actions">
        <LinkButton href={poster} small>
          {t.poster}
        </LinkButton>
        <LinkButton href="/reseau#suivre-site" small>
          {t.names}
        </LinkButton>
        <LinkButton href="/reseau#relier" small>
          {t.ask}
        </LinkButton>
      </p>
    </Notice>
  )
}
