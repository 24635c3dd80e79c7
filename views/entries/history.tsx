import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Stretches, type Stretch } from '../components/stretches.tsx'
import { Table } from '../components/table.tsx'
import { formatMoment } from '../format.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { useLocale, useTexts } from '../language.tsx'
import { historyTexts } from './history-texts.ts'
import { CompareVersions, VersionsFrame } from './versions.tsx'
import { type Titled } from '../quoting.tsx'

interface Of {
  entry: Titled
}

interface Version {
  version: number
  at: number
  by: string | null
}

const Frame = ({
  entry,
  title,
  under,
  children,
}: Of & { title: string; under?: string; children: Child }) => (
  <VersionsFrame
    {...{ entry, title, under }}
    at={`${entry.path}/historique`}
    back={useTexts(historyTexts).back}
  >
    {children}
  </VersionsFrame>
)

/** `…/historique`: when it changed, who published that, and the way back. */
export function History({ entry, versions }: Of & { versions: readonly Version[] }) {
  const t = useTexts(historyTexts)
  const locale = useLocale()
  const newest = versions[0]?.version
  const oldest = versions.at(-1)?.version
  return (
    <Frame entry={entry} title={t.title}>
      <p class="lead">{t.lead}</p>
      {versions.length === 0 ? (
        <Notice>
          <p>{t.none}</p>
        </Notice>
      ) : (
        <Table caption={t.title} quiet head={[t.version, t.when, t.by, t.acts]}>
          {versions.map(({ version, at, by }) => (
            <tr>
              <th scope="row">
                {t.versionN(version)}
                {version === newest && <span class="hint"> ({t.current})</span>}
              </th>
              <td>{formatMoment(at, locale)}</td>
              <td>{by ?? <span class="hint">{t.nobody}</span>}</td>
              <td class="acts">
                {version !== oldest && (
                  <LinkButton
                    small
                    href={`${entry.path}/historique/comparer?de=${version - 1}&a=${version}`}
                    icon="history"
                    label={t.changedIn(version)}
                  >
                    {t.changed}
                  </LinkButton>
                )}
                {version !== newest && (
                  <LinkButton
                    small
                    href={`${entry.path}/modifier?version=${version}`}
                    icon="reply"
                    label={t.restoreN(version)}
                  >
                    {t.restore}
                  </LinkButton>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {versions.length > 2 && <CompareForm {...{ entry, versions }} />}
      {versions.length > 0 && <p class="hint">{t.kept}</p>}
    </Frame>
  )
}

const CompareForm = ({
  entry,
  ...props
}: Of & { versions: readonly Version[]; chosen?: { former: number; later: number } }) => (
  <CompareVersions {...props} at={`${entry.path}/historique`} words={useTexts(historyTexts)} />
)

export interface HistoryComparedProps extends Of {
  language: string
  versions: readonly Version[]
  former: number
  later: number
  parts: readonly { label: string; stretches: readonly Stretch[] }[]
}

/** `…/historique/comparer?de=1&a=2` */
export function HistoryCompared({ entry, language, versions, former, later, parts }: HistoryComparedProps) {
  const t = useTexts(historyTexts)
  return (
    <Frame entry={entry} title={t.compareTitle(former, later)} under={t.title}>
      {versions.length > 2 && <CompareForm {...{ entry, versions, chosen: { former, later } }} />}
      {parts.length === 0 ? (
        <Notice>
          <p>{t.nothing}</p>
        </Notice>
      ) : (
        <p class="hint">{t.legend}</p>
      )}
      {parts.map(({ label, stretches }) => (
        <section class="panel">
          <h2>{label}</h2>
          <p class="as-typed" {...inItsLanguage(language)}>
            <Stretches all={stretches} words={t} />
          </p>
        </section>
      ))}
      {former !== versions[0]?.version && (
        <p class="actions">
          <LinkButton href={`${entry.path}/modifier?version=${former}`} icon="reply">
            {t.restoreN(former)}
          </LinkButton>
        </p>
      )}
    </Frame>
  )
}

/** Over the form that is filled with it. */
export function OldVersionNotice({ version, at, path }: { version: number; at: number; path: string }) {
  const t = useTexts(historyTexts)
  return (
    <Notice>
      <p>
        {t.old(version, formatMoment(at, useLocale()))} {t.oldHow}{' '}
        <a href={`${path}/historique`}>{t.title}</a>
      </p>
    </Notice>
  )
}
