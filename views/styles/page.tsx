import type { KindLook } from '../components/kind.tsx'
import type { Code } from '../components/qr.tsx'
import { useTexts } from '../language.tsx'
import { Acts } from './acts.tsx'
import { Cards } from './cards.tsx'
import { Days, type ShownMap } from './days.tsx'
import { Finding } from './finding.tsx'
import { Forms } from './forms.tsx'
import { Foundations } from './foundations.tsx'
import { Frame } from './frame.tsx'
import { Messages } from './messages.tsx'
import { Talk } from './talk.tsx'
import { stylesTexts } from './texts.ts'
import { Things } from './things.tsx'
import { Words } from './words.tsx'
import { Writing } from './writing.tsx'

/** How the page is looked at, as its address says it. */
export const shownWays = {
  langue: 'en',
  dir: 'rtl',
  theme: 'nuit',
  contraste: 'plus',
  largeur: '320',
} as const
export type ShownWay = keyof typeof shownWays

export interface StylesProps {
  kinds: readonly KindLook[]
  now: number
  code: Code
  map: ShownMap
  /** Which of the ways are on. */
  on: ReadonlySet<ShownWay>
  /** The address with one way more, or one less; null: with none. */
  href: (way: ShownWay | null) => string
}

export function Styles({ kinds, now, code, map, on, href }: StylesProps) {
  const t = useTexts(stylesTexts)
  const names = ['styles-page', on.has('theme') && 'scheme-dark', on.has('largeur') && 'styles-narrow']
  return (
    <div class={names.filter((name) => name !== false).join(' ')}>
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <nav aria-label={t.ways}>
          <ul class="facts">
            <li>
              <a href={href(null)}>{t.way.usual}</a>
            </li>
            {(['langue', 'dir', 'theme', 'contraste', 'largeur'] as const).map((way) => (
              <li>
                <a href={href(way)} aria-current={on.has(way) ? 'true' : undefined}>
                  {t.way[way]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <Foundations />
      <Words kinds={kinds} now={now} />
      <Acts />
      <Messages />
      <Forms />
      <Cards kinds={kinds} now={now} />
      <Things now={now} code={code} />
      <Frame now={now} />
      <Finding kinds={kinds} />
      <Days map={map} />
      <Talk now={now} />
      <Writing />
    </div>
  )
}
