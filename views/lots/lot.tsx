import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { kindClass, KindMark, type KindLook } from '../components/kind.tsx'
import { Notice } from '../components/notice.tsx'
import { tidySpaces } from '../format.ts'
import { useTexts } from '../language.tsx'
import { lotPageTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface LotPageProps {
  kind: KindLook
  list: { href: string; label: string }
  tender: { href: string; title: string }
  /** ‘Lot 1 : Tonte et entretien des parcs’ */
  name: string
  /** Of the content, when it is not the page's. */
  language: string | undefined
  description: string | null
  badges: Child
  /** What this reader may do; null: nothing. */
  manage: { award: string; edit: string } | null
  /** Its tender is a draft. */
  hidden: boolean
  /** Where a remote lot is read at home. */
  origin: { host: string; url: string } | null
  facts: Child
  /** Of its tender, what one has to know to answer. */
  tenderFacts: Child
  /** What other rooms say of it: who could answer, who looks for partners. */
  panels: Child
}

/** One lot: what it asks, and of its tender what one has to know to answer. */
export function LotPage(props: LotPageProps) {
  const { kind, list, tender, name, language, description, hidden, origin, manage, facts } = props
  const t = useTexts(lotPageTexts)
  return (
    <>
      <Breadcrumb
        items={[
          list,
          { href: tender.href, label: tidySpaces(tender.title), language },
          { label: tidySpaces(name), language },
        ]}
      />
      <div class="entry-page">
        <article class={`entry ${kindClass(kind)}`}>
          <header class="entry-head">
            <KindMark kind={kind} href={list.href} />
            <h1 {...inItsLanguage(language)}>{tidySpaces(name)}</h1>
            <p class="entry-by">
              {t.of}{' '}
              <a href={tender.href} {...inItsLanguage(language)}>
                {tidySpaces(tender.title)}
              </a>
            </p>
            <p class="badges">{props.badges}</p>
            {hidden && (
              <Notice kind="warning">
                <p>{t.hidden}</p>
              </Notice>
            )}
            {origin !== null && (
              <Notice>
                <p>
                  {t.from}{' '}
                  <a href={origin.url} rel="noopener external">
                    {t.readThere(origin.host)}
                  </a>
                </p>
              </Notice>
            )}
          </header>
          <div class="entry-side">
            {manage !== null && (
              <section class="panel manage" aria-labelledby="gerer">
                <h2 id="gerer">{t.manage}</h2>
                <div class="actions">
                  <LinkButton small href={manage.award} icon="check">
                    {t.recordAward}
                  </LinkButton>
                  <LinkButton small href={manage.edit} icon="pencil">
                    {t.edit}
                  </LinkButton>
                </div>
              </section>
            )}
            <div class="panel">{props.tenderFacts}</div>
          </div>
          <div class="entry-body">
            {description !== null && <Paragraphs text={description} language={language} />}
            <div class="panel">{facts}</div>
            <p>
              <a href={tender.href}>{t.back}</a>
            </p>
          </div>
        </article>
        <div class="entry-rest">{props.panels}</div>
      </div>
    </>
  )
}

/** Plain text: a line that is left empty begins a paragraph. */
const Paragraphs = ({ text, language }: { text: string; language: string | undefined }) => (
  <div class="prose" {...inItsLanguage(language)}>
    {text.split(/\n{2,}/).map((paragraph) => (
      <p>
        {paragraph.split('\n').map((line, index) => (
          <>
            {index > 0 && <br />}
            {tidySpaces(line)}
          </>
        ))}
      </p>
    ))}
  </div>
)
