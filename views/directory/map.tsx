import type { Child } from 'hono/jsx'
import { useAsset } from '../assets.tsx'
import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { directoryTexts } from './texts.ts'

export interface Counted {
  code: string
  name: string
  count: number
  href: string
  /** It is on the drawing: departments overseas are in the table alone. */
  isDrawn: boolean
}

export interface DirectoryMapProps {
  tabs: Child
  departments: readonly Counted[]
  nowhere: number
}

/** `/annuaire/carte`: a drawing that leads to lists, and the table that says the same. */
export function DirectoryMap({ tabs, departments, nowhere }: DirectoryMapProps) {
  const t = useTexts(directoryTexts).map
  const locale = useLocale()
  const counted = departments.filter(({ count }) => count > 0)
  const others = departments.filter(({ count }) => count === 0)
  const most = Math.max(1, ...departments.map(({ count }) => count))
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {counted.length === 0 && <Notice>{t.none}</Notice>}
      <div class="map-page">
        <div class="map-drawing">
          {/* The table beside it is what is read aloud and gone through by keys: the same links are not there twice. */}
          <Drawing departments={departments} most={most} view="0 0 613 585" />
          <Drawing
            departments={departments.filter(({ code }) => around.has(code))}
            most={most}
            view="300 130 28 28"
          />
          <p class="hint">{t.legend}</p>
          <p class="hint">
            {t.credit}
            <a href="https://github.com/VictorCazanave/svg-maps">svg-maps (Victor Cazanave)</a>
            {t.by}
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              CC BY 4.0
            </a>
            .
          </p>
        </div>
        <div class="stack">
          {counted.length > 0 && (
            <Table caption={t.title} quiet head={[t.department, t.organisations]}>
              {counted.map(({ code, name, count, href }) => (
                <tr>
                  <th scope="row">
                    <a href={href}>
                      {name} ({code})
                    </a>
                  </th>
                  <td class="num">{formatNumber(count, locale)}</td>
                </tr>
              ))}
            </Table>
          )}
          <details>
            <summary>{t.others(formatNumber(others.length, locale))}</summary>
            <ul class="columns-of-names">
              {others.map(({ code, name, href }) => (
                <li>
                  <a href={href}>
                    {name} ({code})
                  </a>
                </li>
              ))}
            </ul>
          </details>
          <p class="hint">
            {t.open}{' '}
            <a href="/annuaire.data-inclusion.json" rel="alternate" type="application/json">
              data·inclusion (JSON)
            </a>
          </p>
          {nowhere > 0 && <p class="hint">{t.nowhere(formatCount(nowhere, locale, t.count))}</p>}
        </div>
      </div>
    </>
  )
}

/** Too small on the whole map to be hit by a finger. */
const around = new Set(['75', '92', '93', '94', '95', '91', '78', '77'])

interface DrawingProps {
  departments: readonly Counted[]
  most: number
  view: string
}

function Drawing({ departments, most, view }: DrawingProps) {
  const t = useTexts(directoryTexts).map
  const locale = useLocale()
  const shapes = useAsset('departments.svg')
  return (
    <svg class="map" viewBox={view} aria-hidden="true">
      {departments
        .filter(({ isDrawn }) => isDrawn)
        .map(({ code, name, count, href }) => (
          <a href={href} tabindex={-1} class={`map-${level(count, most)}`}>
            <title>{t.of(name, code, formatCount(count, locale, t.count))}</title>
            <use href={`${shapes}#d-${code}`} />
          </a>
        ))}
    </svg>
  )
}

/** None, then four steps. */
const level = (count: number, most: number): number => (count === 0 ? 0 : Math.ceil((count / most) * 4))
