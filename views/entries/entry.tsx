import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import type { Picture } from '../components/card.tsx'
import { Fact } from '../components/card.tsx'
import { kindClass, KindMark, type KindLook } from '../components/kind.tsx'
import { Notice } from '../components/notice.tsx'
import { Prose } from '../components/prose.tsx'
import { Tags } from '../components/tags.tsx'
import { tidySpaces, type Moment } from '../format.ts'
import { useTexts } from '../language.tsx'
import { EntryFoot, EntryReactions } from './entry-foot.tsx'
import { entryTexts } from './entry-texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

/** The entry itself, wherever it is shown. */
export interface EntryArticleProps {
  kind: KindLook
  list: { href: string; label: string }
  title: string
  summary: string
  /** Of the content, when it is not the page's. */
  language: string | undefined
  speaker: { name: string; href: string | null } | null
  place: { label: string; href: string } | null
  badges: Child
  /** Where a remote entry is read at home. */
  origin: { host: string; name: string; url: string } | null
  /** A draft says who sees it. */
  hidden: boolean
  /** What it lacks to be published, in words; empty: nothing. */
  missing: string
  picture: Picture | null
  /** The body, sanitised. */
  html: string
  tags: readonly string[]
  tagHref: (tag: string) => string
  licence: { id: string; name: string | undefined; href: string | undefined } | null
  publishedAt: Moment | null
  updatedAt: Moment | null
  /** The kind's own part. */
  details: Child
}

export interface EntryPageProps extends EntryArticleProps {
  likes: number
  boosts: number
  manage: Child
  /** A way to write to those who publish it, without an account. */
  inquiry: Child
  /** What else belongs here: an organisation's entries. */
  after: Child
  /** What other rooms say of it: who could answer, who supports it. */
  panels: Child
  /** Who quotes it elsewhere. */
  quotations: Child
  thread: Child
  links: Child
}

/** One entry, whatever its kind: what it is, what to know before deciding, the text, then the discussion. */
export const EntryPage = (props: EntryPageProps) => (
  <>
    <Breadcrumb items={[props.list, { label: tidySpaces(props.title), language: props.language }]} />
    <div class="entry-page">
      <EntryArticle
        {...props}
        side={
          <>
            {props.manage}
            {props.inquiry}
          </>
        }
        foot={<EntryReactions {...props} />}
      />
      <div class="entry-rest">
        {props.after}
        {props.panels}
        {props.quotations}
        {props.thread}
      </div>
    </div>
  </>
)

/** `level` 2 where the page has a title of its own. */
export function EntryArticle(props: EntryArticleProps & { level?: 1 | 2; side?: Child; foot?: Child }) {
  const { kind, details, side, foot } = props
  return (
    <article class={`entry ${kindClass(kind)}`}>
      <EntryHead {...props} />
      <div class="entry-side">
        {side}
        {details !== null && <div class="panel">{details}</div>}
      </div>
      <EntryBody {...props} foot={foot} />
    </article>
  )
}

function EntryHead(props: EntryArticleProps & { level?: 1 | 2 }) {
  const t = useTexts(entryTexts)
  const { kind, list, title, summary, language, speaker, place, badges, origin, level } = props
  return (
    <header class="entry-head">
      <KindMark kind={kind} href={list.href} />
      {level === 2 ? (
        <h2 {...inItsLanguage(language)}>{tidySpaces(title)}</h2>
      ) : (
        <h1 {...inItsLanguage(language)}>{tidySpaces(title)}</h1>
      )}
      {speaker !== null && (
        <p class="entry-by">
          {t.by} {speaker.href === null ? <b>{speaker.name}</b> : <a href={speaker.href}>{speaker.name}</a>}
        </p>
      )}
      {summary !== '' && (
        <p class="lead" {...inItsLanguage(language)}>
          {tidySpaces(summary)}
        </p>
      )}
      {place !== null && (
        <ul class="facts">
          <Fact icon="map-pin" label={t.place}>
            <a href={place.href}>{place.label}</a>
          </Fact>
        </ul>
      )}
      <p class="badges">{badges}</p>
      {props.hidden && (
        <Notice kind="warning">
          <p>{props.origin === null ? t.hidden : t.aside}</p>
          {props.missing !== '' && <p>{t.missing(props.missing)}</p>}
        </Notice>
      )}
      {origin !== null && (
        <Notice>
          <p>
            {t.from(origin.name === '' ? origin.host : origin.name)}{' '}
            <a href={origin.url} rel="noopener external">
              {t.readThere(origin.host)}
            </a>
          </p>
        </Notice>
      )}
    </header>
  )
}

function EntryBody(props: EntryArticleProps & { foot: Child }) {
  const { picture, html, language, tags, tagHref } = props
  return (
    <div class="entry-body">
      {picture !== null && (
        <figure class="entry-image">
          <img
            src={picture.src}
            alt={picture.alt}
            width={picture.width}
            height={picture.height}
            {...inItsLanguage(language)}
          />
        </figure>
      )}
      {html !== '' && <Prose html={html} language={language} />}
      <Tags tags={tags} href={tagHref} language={language} />
      <EntryFoot {...props} />
    </div>
  )
}
