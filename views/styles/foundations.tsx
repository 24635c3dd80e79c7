import { Icon } from '../components/icon.tsx'
import { icons } from '../icons.ts'
import { useTexts } from '../language.tsx'
import { Chapter } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

/** The tokens of static/css/tokens.css: each is shown by a class of static/css/styles.css that bears its name. */
export const colourTokens = [
  ...(['paper', 'surface', 'sunken', 'line', 'line-strong', 'ink', 'ink-soft', 'shade'] as const),
  ...(['accent', 'accent-strong', 'accent-tint', 'on-accent', 'ochre', 'on-ochre'] as const),
  ...(['good', 'good-tint', 'warning', 'warning-tint', 'bad', 'bad-tint', 'info', 'info-tint'] as const),
  ...(['sheet', 'on-sheet', 'code', 'hue', 'tint'] as const),
] as const
export const typeTokens = [
  ...(['tiny', 'fine', 'small', 'text', 'step', 'large', 'larger', 'largest'] as const),
  ...(['heading', 'title', 'display', 'drawn'] as const),
] as const
export const spaceTokens = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'] as const
export const motionTokens = ['quick', 'calm', 'ease'] as const

export function Foundations() {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  return (
    <>
      <Chapter id="couleurs" title={t.colours}>
        <ul class="swatches">
          {colourTokens.map((name) => (
            <li class="swatch">
              <span class={`swatch-colour swatch-${name}`} />
              <code>--{name}</code>
            </li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="tailles" title={t.type}>
        <ul class="stack">
          {typeTokens.map((name) => (
            <li class={`size-${name}`}>
              {s.title} <code>--{name}</code>
            </li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="espaces" title={t.space}>
        <ul class="stack">
          {spaceTokens.map((name) => (
            <li class="space-shown">
              <span class={`space-bar space-${name}`} />
              <code>--{name}</code>
            </li>
          ))}
        </ul>
      </Chapter>
      <Chapter id="mouvement" title={t.motion}>
        <p>{t.motionHow}</p>
        <p>
          {motionTokens.map((name) => (
            <>
              <code>--{name}</code>{' '}
            </>
          ))}
        </p>
      </Chapter>
      <Chapter id="icones" title={t.icons}>
        <ul class="swatches">
          {icons.map((name) => (
            <li class="swatch">
              <Icon name={name} />
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Chapter>
    </>
  )
}
