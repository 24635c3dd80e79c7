import { Ago } from '../components/date.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { hostTexts, type ShownRefusalKind } from './host-texts.ts'

export interface ShownRefusal {
  /** Empty: it gave no name that could be read. */
  host: string
  kind: ShownRefusalKind
  count: number
  lastAt: number
}

/** What was sent to us and not taken, and why. */
export function Refusals({ refusals, now }: { refusals: readonly ShownRefusal[]; now: number }) {
  const t = useTexts(hostTexts)
  const locale = useLocale()
  return (
    <section aria-labelledby="refus">
      <h2 id="refus">{t.refused}</h2>
      {refusals.length === 0 ? (
        <p>{t.refusedNone}</p>
      ) : (
        <>
          <p>{t.refusedLead}</p>
          <ul class="rows sent">
            {refusals.map(({ host, kind, count, lastAt }) => (
              <li>
                <div>
                  <b>{host === '' ? t.unnamed : host}</b> – {formatCount(count, locale, t.refusals)}
                  <p>{t.kinds[kind]}</p>
                </div>
                <span class="row-note">
                  <Ago at={lastAt} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
