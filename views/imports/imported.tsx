import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { importTexts } from './texts.ts'

export interface ImportedProps {
  format: keyof (typeof importTexts)['fr']['from']
  left: {
    wrong: readonly { label: string; value: string }[]
    unknown: readonly string[]
  }
}

/** Over the draft that an import made: what it could not take. */
export function Imported({ format, left }: ImportedProps) {
  const t = useTexts(importTexts)
  return (
    <Notice kind="success" role="status" title={t.imported}>
      <p>{t.from[format]}</p>
      {left.wrong.length > 0 && (
        <>
          <p>
            <b>{t.wrong}</b>
          </p>
          <ul>
            {left.wrong.map(({ label, value }) => (
              <li>{value === '' ? label : `${label}${t.colon}${value}`}</li>
            ))}
          </ul>
        </>
      )}
      {left.unknown.length > 0 && (
        <details>
          <summary>
            {t.unknown} ({left.unknown.length})
          </summary>
          <ul>
            {left.unknown.map((name) => (
              <li>
                <code>{name}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  )
}
