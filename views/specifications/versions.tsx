import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { formatMoment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { specificationTexts } from './texts.ts'

interface Of {
  entry: { title: string; path: string; language: string }
}

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

function CompareForm({
  entry,
  versions,
  chosen,
}: Of & { versions: readonly { version: number }[]; chosen?: { former: number; later: number } }) {
  const t = useTexts(specificationTexts)
  const options = versions
    .map(({ version }) => ({ value: String(version), label: t.versionN(version) }))
    .toReversed()
  return (
    <form class="form" method="get" action={`${entry.path}/versions/comparer`} aria-label={t.compareTwo}>
      <div class="pair">
        <Select
          name="de"
          label={t.from}
          quiet
          options={options}
          value={String(chosen?.former ?? options[0]?.value)}
        />
        <Select
          name="a"
          label={t.to}
          quiet
          options={options}
          value={String(chosen?.later ?? options.at(-1)?.value)}
        />
      </div>
      <p class="actions">
        <Button>{t.compare}</Button>
      </p>
    </form>
  )
}

interface Stretch {
  is: 'same' | 'gone' | 'new'
  text: string
}

export interface ShownChange {
  number: number
  is: 'same' | 'changed' | 'new' | 'gone'
  title: readonly Stretch[]
  text: readonly Stretch[]
}

export interface ComparedProps extends Of {
  versions: readonly { version: number }[]
  former: number
  later: number
  sections: readonly ShownChange[]
  criteria: readonly ShownChange[]
}

/** `…/versions/comparer?de=1&a=2` */
export function Compared(props: ComparedProps) {
  const t = useTexts(specificationTexts)
  const { entry, versions, former, later, sections, criteria } = props
  const isSame = [...sections, ...criteria].every(({ is }) => is === 'same')
  return (
    <Frame entry={entry} title={t.compareTitle(former, later)} under={t.versionsTitle}>
      <CompareForm {...{ entry, versions, chosen: { former, later } }} />
      {isSame ? <Notice>{t.nothing}</Notice> : <p class="hint">{t.legend}</p>}
      {sections.map((change) => (
        <Changed change={change} numbered language={entry.language} />
      ))}
      {criteria.length > 0 && <h2>{t.criteria}</h2>}
      {criteria.map((change) => (
        <Changed change={change} language={entry.language} />
      ))}
    </Frame>
  )
}

function Changed({
  change,
  numbered = false,
  language,
}: {
  change: ShownChange
  numbered?: boolean
  language: string
}) {
  const t = useTexts(specificationTexts)
  const { number, is, title, text } = change
  const Heading = numbered ? 'h2' : 'h3'
  return (
    <section class="panel">
      <Heading>
        {numbered && `${number}. `}
        <span lang={language}>
          <Stretches all={title} />
        </span>{' '}
        <span class="hint">({t.is[is]})</span>
      </Heading>
      {text.length > 0 && (
        <p class="as-typed" lang={language}>
          <Stretches all={text} />
        </p>
      )}
    </section>
  )
}

/** Most screen readers pass over `<ins>` and `<del>`: where they begin and end is said in words too. */
function Stretches({ all }: { all: readonly Stretch[] }) {
  const t = useTexts(specificationTexts)
  const locale = useLocale()
  const aside = (words: string) => (
    <span class="visually-hidden" lang={locale}>
      {words}
    </span>
  )
  return (
    <>
      {all.map(({ is, text }): Child => {
        if (is === 'same') return text
        return is === 'new' ? (
          <ins>
            {aside(t.inserted)}
            {text}
            {aside(t.insertedEnd)}
          </ins>
        ) : (
          <del>
            {aside(t.deleted)}
            {text}
            {aside(t.deletedEnd)}
          </del>
        )
      })}
    </>
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
        <section class="panel" lang={entry.language}>
          <h2>
            {number}. {title}
          </h2>
          {text !== null && <p class="as-typed">{text}</p>}
        </section>
      ))}
      {criteria.length > 0 && <h2>{t.criteria}</h2>}
      {criteria.length > 0 && (
        <ul class="stack" lang={entry.language}>
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

const Frame = ({
  entry,
  title,
  under,
  children,
}: Of & { title: string; under?: string; children: Child }) => {
  const t = useTexts(specificationTexts)
  return (
    <>
      <Breadcrumb
        items={[
          { label: entry.title, href: entry.path },
          ...(under === undefined ? [] : [{ label: under, href: `${entry.path}/versions` }]),
          { label: title },
        ]}
      />
      <div class="narrow stack">
        <h1>{title}</h1>
        {children}
        <p class="actions">
          <LinkButton href={entry.path} look="quiet" icon="arrow-left">
            {t.back}
          </LinkButton>
        </p>
      </div>
    </>
  )
}
