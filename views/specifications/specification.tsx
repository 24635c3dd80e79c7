import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { Comment, Thread } from '../components/comment.tsx'
import { Empty } from '../components/empty.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { specificationTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface PassageComment {
  id: string
  author: { name: string; href: string | undefined; handle: string | undefined }
  at: number
  html: string
  language: string | undefined
  version: number
}

export interface ShownPassage {
  number: number
  title: string
  /** Null: it is there no more, and only what was said of it is left. */
  text: string | null
  comments: readonly PassageComment[]
}

export interface SpecificationProps {
  entry: Titled
  passages: readonly ShownPassage[]
  gone: readonly ShownPassage[]
  /** Until when it may be commented on; null: not any more. */
  openUntil: number | null
  version: number
  now: number
}

/** `…/cahier-des-charges`: the whole text, and under each part what was said of it. */
export function Specification(props: SpecificationProps) {
  const t = useTexts(specificationTexts)
  const { entry, passages, gone } = props
  return (
    <>
      <Breadcrumb
        items={[{ label: entry.title, href: entry.path, language: entry.language }, { label: t.title }]}
      />
      <div class="narrow stack">
        <header class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">
            <TitleLink {...entry} />
          </p>
          <p>
            {t.lead} <Stage {...props} /> <a href={`${entry.path}/versions`}>{t.versionN(props.version)}</a>
          </p>
        </header>
        {passages.length === 0 && <Empty icon="scroll-text" title={t.empty} />}
        {passages.map((passage) => (
          <Passage {...props} passage={passage} />
        ))}
        {gone.length > 0 && (
          <section class="stack">
            <h2>{t.former}</h2>
            {gone.map((passage) => (
              <Comments {...props} passage={passage} label={t.formerPart(passage.number)} />
            ))}
          </section>
        )}
      </div>
    </>
  )
}

function Stage({ openUntil }: SpecificationProps) {
  const t = useTexts(specificationTexts)
  const locale = useLocale()
  if (openUntil === null) return <>{t.over}</>
  return <>{Number.isFinite(openUntil) ? t.openUntil(formatDay(openUntil, locale)) : t.open}</>
}

function Passage({ passage, ...props }: SpecificationProps & { passage: ShownPassage }) {
  const t = useTexts(specificationTexts)
  const { entry, openUntil } = props
  const { number, title, text } = passage
  const label = `${number}. ${title}`
  return (
    <section class="panel passage" id={`partie-${number}`} aria-labelledby={`partie-${number}-titre`}>
      <h2 id={`partie-${number}-titre`} {...inItsLanguage(entry.language)}>
        {label}
      </h2>
      {text !== null && (
        <p class="as-typed" {...inItsLanguage(entry.language)}>
          {text}
        </p>
      )}
      <Comments {...props} passage={passage} label={label} />
      {openUntil !== null && (
        <p class="actions">
          <LinkButton
            href={`${entry.path}?partie=${number}#repondre`}
            icon="message-circle"
            small
            label={t.commentOn(label)}
            rel="nofollow"
          >
            {t.comment}
          </LinkButton>
        </p>
      )}
    </section>
  )
}

function Comments({
  passage,
  label,
  entry,
  now,
}: SpecificationProps & { passage: ShownPassage; label: string }) {
  const t = useTexts(specificationTexts)
  if (passage.comments.length === 0) return <p class="hint">{t.noComments}</p>
  return (
    <>
      <h3>
        {passage.text === null ? `${label}\u00a0– ` : ''}
        {t.comments(passage.comments.length)}
      </h3>
      <Thread label={t.commentsOf(label)}>
        {passage.comments.map(({ id, version, ...said }) => (
          <Comment
            {...said}
            id={`commentaire-${id}`}
            now={now}
            note={<p class="row-note">{t.version(version)}</p>}
            actions={
              <LinkButton
                look="quiet"
                small
                icon="reply"
                href={`${entry.path}?repondre=${id}#repondre`}
                label={t.answerTo(said.author.name)}
                rel="nofollow"
              >
                {t.answer}
              </LinkButton>
            }
          />
        ))}
      </Thread>
    </>
  )
}

export interface SpecificationPanelProps {
  path: string
  parts: number
  version: number
  comments: number
  changes: number
  days: number | null
  open: boolean
}

/** On the call's own page: how far its discussion has come, and the way to it. */
export function SpecificationPanel(props: SpecificationPanelProps) {
  const t = useTexts(specificationTexts)
  const { path, parts, version, comments, changes, days, open } = props
  return (
    <section class="panel" aria-labelledby="cahier-titre">
      <h2 id="cahier-titre">{t.title}</h2>
      <p>
        {t.facts(parts, version)} {t.said(comments, changes)} {days !== null && t.days(days)}
      </p>
      <p class="actions">
        <LinkButton href={`${path}/cahier-des-charges`} icon="scroll-text">
          {open ? t.readAndComment : t.read}
        </LinkButton>
        <LinkButton href={`${path}/versions`} icon="history" look="quiet">
          {t.versions}
        </LinkButton>
      </p>
    </section>
  )
}
