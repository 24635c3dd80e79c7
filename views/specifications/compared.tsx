import { Notice } from '../components/notice.tsx'
import { Stretches, type Stretch } from '../components/stretches.tsx'
import { useTexts } from '../language.tsx'
import { CompareVersions } from '../entries/versions.tsx'
import { Frame, type Of } from './frame.tsx'
import { specificationTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export const CompareForm = ({
  entry,
  ...props
}: Of & { versions: readonly { version: number }[]; chosen?: { former: number; later: number } }) => (
  <CompareVersions {...props} at={`${entry.path}/versions`} words={useTexts(specificationTexts)} />
)

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
        <span {...inItsLanguage(language)}>
          <Stretches all={title} words={t} />
        </span>{' '}
        <span class="hint">({t.is[is]})</span>
      </Heading>
      {text.length > 0 && (
        <p class="as-typed" {...inItsLanguage(language)}>
          <Stretches all={text} words={t} />
        </p>
      )}
    </section>
  )
}
