import { Icon } from '../components/icon.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { placeTexts } from './texts.ts'

/** The way to what is around the reader; `near.js` shows it, where the device can say a position. */
export function NearMe({ href }: { href: string }) {
  const t = useTexts(placeTexts)
  return (
    <div class="near-me" data-near={href} data-denied={t.denied} data-waiting={t.waiting} hidden>
      <button type="button" class="button button-secondary button-small" aria-describedby="autour-de-moi">
        <Icon name="locate-fixed" />
        <span>{t.nearMe}</span>
      </button>
      {/* Whoever sees the page reads it while the device asks. */}
      <p class="visually-hidden" id="autour-de-moi">
        {t.nearHow}
      </p>
    </div>
  )
}

export interface NearBarProps {
  /** ‘48.93, 2.29’ */
  at: string
  radii: readonly { kilometres: number; href: string; current: boolean }[]
  everywhere: string
}

/** Around which point the list is, how far, and what it cannot show. */
export function NearBar({ at, radii, everywhere }: NearBarProps) {
  const t = useTexts(placeTexts)
  const locale = useLocale()
  return (
    <section class="near-bar" aria-labelledby="autour">
      <h2 id="autour">{t.around(at)}</h2>
      <p id="rayon">{t.radius}</p>
      <nav class="tabs" aria-labelledby="rayon">
        <ul>
          {radii.map(({ kilometres, href, current }) => (
            <li>
              <a href={href} rel="nofollow" aria-current={current ? 'page' : undefined}>
                {formatNumber(kilometres, locale, { style: 'unit', unit: 'kilometer' })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p class="hint">{t.unplaced}</p>
      <p>
        <a href={everywhere}>{t.everywhere}</a>
      </p>
    </section>
  )
}
