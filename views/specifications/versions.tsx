import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { formatMoment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { CompareForm } from './compared.tsx'
import { Frame, type Of } from './frame.tsx'
import { specificationTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface ShownVersion {
  version: number
  at: number
  /** Against the version before; null: the first. */
  counts: { changed: number; added: number; gone: number } | null
}

/** `…/versions`: when each was published, and what it changed. */
export function Versions({ entry, versions }: Of & { versions: readonly ShownVersion[] }) {
  const t = useTexts(specificationTexts)
  const locale = useLocale()
  const newest = versions[0]?.version
  return (
    <Frame entry={entry} title={t.versionsTitle}>
      <p class="lead">{t.versionsLead}</p>
      {versions.length < 2 ? <p>{t.single}</p> : <CompareForm {...{ entry, versions }} />}
      <Table caption={t.versionsTitle} quiet head={[t.versions, t.publishedOn, t.whatChanged]}>
        {versions.map(({ version, at, counts }) => (
          <tr>
            <th scope="row">
              <a href={`${entry.path}/versions/${version}`}>{t.versionN(version)}</a>
              {version === newest && <span class="hint"> ({t.current})</span>}
            </th>
            <td>{formatMoment(at, locale)}</td>
            <td>
              {counts === null ? (
                t.firstOne
              ) : (
                <a href={`${entry.path}/versions/comparer?de=${version - 1}&a=${version}`}>
                  {t.changed(counts.changed, counts.added, counts.gone)}
                </a>
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Frame>
  )
}

export interface OldVersionProps extends Of {
  version: number
  newest: number
  at: number
  sections: readonly { number: number; title: string; text: string | null }[]
  criteria: readonly { title: string; weight: string; description: string | null }[]
}

/** `…/versions/1`: as it was. */
export function OldVersion({ entry, version, newest, at, sections, criteria }: OldVersionProps) {
  const t = useTexts(specificationTexts)
  const day = formatMoment(at, useLocale())
  return (
    <Frame entry={entry} title={`${t.title}, ${t.versionN(version).toLowerCase()}`} under={t.versionsTitle}>
      <p class="lead">{t.asItWas(day)}</p>
      {version !== newest && (
        <Notice title={t.notCurrent}>
          <p>
            <a href={`${entry.path}/cahier-des-charges`}>{t.seeCurrent}</a> ·{' '}
            <a href={`${entry.path}/versions/comparer?de=${version}&a=${newest}`}>
              {t.compareTitle(version, newest)}
            </a>
          </p>
        </Notice>
      )}
      {sections.map(({ number, title, text }) => (
        <section class="panel" {...inItsLanguage(entry.language)}>
          <h2>
            {number}. {title}
          </h2>
          {text !== null && <p class="as-typed">{text}</p>}
        </section>
      ))}
      {criteria.length > 0 && <h2>{t.criteria}</h2>}
      {criteria.length > 0 && (
        <ul class="stack" {...inItsLanguage(entry.language)}>
          {criteria.map(({ title, weight, description }) => (
            <li>
              <b>{title}</b> – {weight}
              {description !== null && <p>{description}</p>}
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}
