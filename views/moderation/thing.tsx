import type { Child } from 'hono/jsx'
import { Origin, StateBadge, type ShownState } from '../components/badge.tsx'
import { Ago } from '../components/date.tsx'
import { Prose } from '../components/prose.tsx'
import { useLocale, useTexts } from '../language.tsx'
import { MaybeLink } from '../quoting.tsx'
import { ruleTexts, type RuleName } from './rule-texts.ts'
import { moderationTexts } from './texts.ts'

/** What a moderator looks at: an entry, an answer or an account, ours or from elsewhere. */
export interface ShownThing {
  subject: 'entry' | 'comment' | 'actor' | 'message'
  title: string
  titleLanguage: string | null
  /** Its page here; null: it is not shown. */
  path: string | null
  author: { name: string; handle: string | null }
  /** That its author has here, and shows beside it. */
  picture: string | null
  host: string | null
  /** Where it is read at home. */
  url: string | null
  /** Sanitised. */
  html: string
  language: string | undefined
  at: number
  state: ShownState | null
  /** By which rule it waits, and for what in it. */
  held: { rule: RuleName; detail: string } | null
  /** Tells these words from others that its author may put in their place. */
  version: string | undefined
}

export function ThingView({ thing, now, level = 2 }: { thing: ShownThing; now: number; level?: 2 | 3 }) {
  const t = useTexts(moderationTexts)
  const locale = useLocale()
  const { subject, title, titleLanguage, path, author, host, url, html, language, at, state, held } = thing
  const name = author.name === '' ? t.anonymous : author.name
  return (
    <div class="stack">
      <div>
        <Heading level={level}>
          {subject === 'comment' || subject === 'message' ? (
            name
          ) : (
            <MaybeLink {...{ title, path, language: titleLanguage }} />
          )}
        </Heading>
        <p class="comment-when">
          {subject === 'entry' && <span>{name}</span>}
          {author.handle !== null && <span class="handle">{author.handle}</span>}
          <Ago at={at} now={now} />
          {host !== null && author.handle === null && <Origin host={host} />}
          {state !== null && <StateBadge state={state} />}
        </p>
        {subject === 'comment' && (
          <p class="row-note">
            {t.under} <MaybeLink {...{ title, path, language: titleLanguage }} />
          </p>
        )}
        {held !== null && (
          <p class="row-note">
            {t.waits} {ruleTexts[locale].because[held.rule](held.detail)}
          </p>
        )}
        {url !== null && (
          <p class="row-note">
            <a href={url} rel="noopener external nofollow">
              {t.original}
            </a>
          </p>
        )}
      </div>
      {thing.picture !== null && (
        <img
          class="portrait"
          src={thing.picture}
          alt={t.pictureOf(name)}
          width="96"
          height="96"
          loading="lazy"
        />
      )}
      {html !== '' && (
        <div class="quoted">
          <Prose html={html} language={language} />
        </div>
      )}
    </div>
  )
}

const Heading = ({ level, children }: { level: 2 | 3; children: Child }) =>
  level === 2 ? <h2>{children}</h2> : <h3>{children}</h3>
