import { Badge, type BadgeLook } from '../components/badge.tsx'
import { formatDay, machineMoment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { proposalTexts, type ProposalStatus } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface KnownProps {
  /** Of the words of the proposal and its sources, when it is not the page's. */
  language: string | undefined
  quote: string | null
  source: { label: string | null; day: string | null; href: string | null }
  status: { key: ProposalStatus; label: string }
  /** In the order of their days. */
  evidence: readonly {
    day: string | null
    what: string | null
    by: string | null
    href: string | null
  }[]
}

/** The words that were proposed, and what is known of what became of them, day by day. */
export const Known = (props: KnownProps) => (
  <>
    {props.quote !== null && <Quoted {...props} quote={props.quote} />}
    <Fate {...props} />
  </>
)

function Quoted({ quote, source, language }: KnownProps & { quote: string }) {
  const t = useTexts(proposalTexts)
  const locale = useLocale()
  const day = source.day === null ? null : formatDay(source.day, locale)
  return (
    <section class="entry-part" aria-labelledby="texte">
      <h2 id="texte">{t.quoted}</h2>
      <figure class="quoted stack">
        <blockquote class="as-typed" {...inItsLanguage(language)} cite={source.href ?? undefined}>
          <p>{quote}</p>
        </blockquote>
        {source.label !== null && <figcaption class="hint">{t.quotedFrom(source.label, day)}</figcaption>}
      </figure>
      {source.href !== null && (
        <p>
          <a href={source.href} rel="nofollow noopener ugc">
            {t.read}
          </a>
        </p>
      )}
    </section>
  )
}

const looks = {
  unknown: 'neutral',
  asked: 'info',
  answered: 'info',
  accepted: 'good',
  refused: 'bad',
  done: 'good',
} as const satisfies Record<ProposalStatus, BadgeLook>

export const StatusBadge = ({ status }: { status: KnownProps['status'] }) => (
  <Badge look={looks[status.key]}>{status.label}</Badge>
)

function Fate({ status, evidence, language }: KnownProps) {
  const t = useTexts(proposalTexts)
  const locale = useLocale()
  return (
    <section class="entry-part" aria-labelledby="suites">
      <h2 id="suites">{t.fate}</h2>
      <p>
        <StatusBadge status={status} /> {t.hint[status.key]}
      </p>
      {evidence.length === 0 ? (
        <p class="hint">{t.none}</p>
      ) : (
        <ol class="timeline">
          {evidence.map(({ day, what, by, href }) => (
            <li>
              <p class="row-note">
                {day === null ? t.noDay : <time datetime={machineMoment(day)}>{formatDay(day, locale)}</time>}
              </p>
              {what !== null && (
                <p class="as-typed" {...inItsLanguage(language)}>
                  {what}
                </p>
              )}
              <p class="hint">
                {by !== null && t.by(by)}
                {by !== null && href !== null && ' · '}
                {href !== null && (
                  <a href={href} rel="nofollow noopener ugc">
                    {t.source}
                  </a>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
