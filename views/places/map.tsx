import type { Child } from 'hono/jsx'
import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Drawing, Overseas, Swatch, Weaves } from './drawing.tsx'
import { placeTexts } from './texts.ts'

export interface Counted {
  code: string
  name: string
  count: number
  /** From 1, the weakest, to 4; 0: there is nothing. */
  shade: number
  href: string
  /** It is on the drawing: departments overseas stand beside it. */
  isDrawn: boolean
}

export interface MapPageProps {
  tabs: Child
  views: Child
  title: string
  filters: Child
  /** Something is asked for. */
  narrowed: boolean
  departments: readonly Counted[]
  shades: readonly { least: number; most: number; shade: number }[]
  nowhere: number
  /** How many were counted, if there are more. */
  cut: number | null
  words: { one: string; other: string }
  /** A map with streets, where the hub has one. */
  tiles: Child
  /** What else is said under the table. */
  note: Child
}

/** A drawing that leads to lists, and the table that says the same. */
export function MapPage(props: MapPageProps) {
  const t = useTexts(placeTexts)
  const locale = useLocale()
  const { tabs, views, title, filters, narrowed, departments, shades, cut, words, tiles } = props
  const counted = departments.some(({ count }) => count > 0)
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{t.title(title)}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {views}
      <div class="stack">
        {filters}
        {!counted && <Notice>{narrowed ? t.noneFiltered : t.none}</Notice>}
        {cut !== null && <Notice>{t.most(formatNumber(cut, locale))}</Notice>}
        <div class="map-page">
          <DepartmentsMap departments={departments} shades={shades} words={words} />
          <Numbers {...props} />
        </div>
        {tiles}
      </div>
    </>
  )
}

/** The drawing, what its shades mean, and by whom it is. Once a page: its weaves have ids. */
export function DepartmentsMap({
  departments,
  shades,
  words,
}: Pick<MapPageProps, 'departments' | 'shades' | 'words'>) {
  const t = useTexts(placeTexts)
  return (
    <div class="map-drawing">
      <Weaves />
      {/* The table beside it is what is read aloud and gone through by keys: the same links are not there twice. */}
      <Drawing departments={departments} words={words} view="0 0 613 585" />
      <div class="map-insets">
        <Drawing
          departments={departments.filter(({ code }) => around.has(code))}
          words={words}
          view="300 130 28 28"
          fine
        />
        <Overseas departments={departments.filter(({ isDrawn }) => !isDrawn)} words={words} />
      </div>
      {shades.length > 0 && <Legend shades={shades} />}
      <p class="hint">{t.parisNote}</p>
      <Credit />
    </div>
  )
}

/** Too small on the whole map to be hit by a finger. */
const around = new Set(['75', '92', '93', '94', '95', '91', '78', '77'])

function Legend({ shades }: Pick<MapPageProps, 'shades'>) {
  const t = useTexts(placeTexts)
  const locale = useLocale()
  const said = (value: number) => formatNumber(value, locale)
  return (
    <div>
      <p id="legende">{t.legend}</p>
      <ul class="map-legend" aria-labelledby="legende">
        <li>
          <Swatch shade={0} /> {t.empty}
        </li>
        {shades.map(({ least, most, shade }) => (
          <li>
            <Swatch shade={shade} /> {t.from(said(least), said(most))}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Credit() {
  const t = useTexts(placeTexts)
  return (
    <p class="hint">
      {t.credit}
      <a href="https://github.com/VictorCazanave/svg-maps">svg-maps (Victor Cazanave)</a>
      {t.by}
      <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
        CC BY 4.0
      </a>
      .
    </p>
  )
}

function Numbers({ departments, nowhere, words, title, note }: MapPageProps) {
  const t = useTexts(placeTexts)
  const locale = useLocale()
  const counted = departments.filter(({ count }) => count > 0)
  const others = departments.filter(({ count }) => count === 0)
  return (
    <div class="stack">
      {counted.length > 0 && (
        <Table caption={t.title(title)} quiet head={[t.department, t.number]}>
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
      {nowhere > 0 && <p class="hint">{t.nowhere(formatCount(nowhere, locale, words))}</p>}
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
      {note}
    </div>
  )
}
