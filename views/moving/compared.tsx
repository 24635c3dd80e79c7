import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { movingTexts } from './texts.ts'

/** Who of those of before follows here by now, and who does not yet. */
export function Compared({ here, missing }: { here: number; missing: readonly string[] }) {
  const { followers: t } = useTexts(movingTexts)
  const locale = useLocale()
  const all = here + missing.length
  return (
    <Notice kind={missing.length === 0 ? 'success' : 'info'} role="status">
      <p>{t.found(formatNumber(here, locale), formatNumber(all, locale))}</p>
      {missing.length > 0 && (
        <>
          <p>{t.missingText}</p>
          <details>
            <summary>{t.missing}</summary>
            <ul>
              {missing.slice(0, 500).map((address) => (
                <li class="handle">{address}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Notice>
  )
}
