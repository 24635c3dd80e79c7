import type { Child } from 'hono/jsx'
import { useTexts } from '../language.tsx'
import { placeTexts } from './texts.ts'

export interface PositionPanelProps {
  /** ‘48.9256, 2.2933’ */
  text: string
  /** https://www.rfc-editor.org/rfc/rfc5870: a telephone opens its own map. */
  geo: string
  openstreetmap: string
  /** Within which radius, in words, and the lists of what is there. */
  radius: string
  near: readonly { href: string; label: string }[]
  map: Child
}

/** On the page of what says exactly where it is. */
export function PositionPanel({ text, geo, openstreetmap, radius, near, map }: PositionPanelProps) {
  const t = useTexts(placeTexts)
  return (
    <section class="panel" aria-labelledby="position">
      <h2 id="position">{t.where}</h2>
      <dl class="meta">
        <div>
          <dt>{t.position}</dt>
          <dd>
            <a href={geo}>{text}</a>
          </dd>
        </div>
      </dl>
      <p>
        <a href={openstreetmap} rel="noopener external nofollow">
          {t.openstreetmap}
        </a>
      </p>
      {map}
      <h3>{t.near}</h3>
      <p>{t.nearOf(radius)}</p>
      <ul>
        {near.map(({ href, label }) => (
          <li>
            <a href={href} rel="nofollow">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
