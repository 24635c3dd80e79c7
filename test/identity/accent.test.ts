import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { accentOf, grounds } from '../../server/hub/accent.ts'
import { contrast, hexFrom, hexOf, oklchOf } from '../../server/hub/colour.ts'
import { root } from '../support/dist.ts'

describe('a colour', () => {
  test('is understood as people write it, and nothing else is', () => {
    for (const typed of ['#1D5C4D', '1d5c4d', ' #1d5c4d ']) expect(hexOf(typed)).toBe('#1d5c4d')
    expect(hexOf('#ABC')).toBe('#aabbcc')
    for (const typed of ['', 'red', '#12345', '#1234567', 'rgb(1,2,3)', '#12345g', '#fff}body{display:none'])
      expect(hexOf(typed)).toBeNull()
  })

  test('comes back as it was from lightness, vividness and hue', () => {
    for (const hex of ['#1d5c4d', '#ff0000', '#0000ff', '#ffd700', '#000000', '#ffffff', '#777777'])
      expect(hexFrom(oklchOf(hex))).toBe(hex)
  })

  test('is as light as the published tables say', () => {
    // https://www.w3.org/TR/css-color-4/#color-conversion-code: red is oklch(62.8% 0.2577 29.23deg).
    const { l, chroma, hue } = oklchOf('#ff0000')
    expect([l.toFixed(3), chroma.toFixed(3), ((hue * 180) / Math.PI).toFixed(1)]).toEqual([
      '0.628',
      '0.258',
      '29.2',
    ])
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})

/** Every sixth step of red, green and blue: 343 colours, the palest and the most garish among them. */
const steps = [0, 43, 85, 128, 170, 213, 255].map((part) => part.toString(16).padStart(2, '0'))
const all = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => `#${red}${green}${blue}`)))

describe('whatever colour is chosen', () => {
  test('links, buttons and tints can be read, by day and by night, and better by who asks for it', () => {
    const poor = all.flatMap((chosen) => {
      const accent = accentOf(chosen)
      return (['light', 'dark'] as const).flatMap((scheme) =>
        [
          { shades: accent[scheme], least: 4.5 },
          { shades: accent.more[scheme], least: 7 },
        ].flatMap(({ shades: { accent: own, strong, tint, on }, least }) => [
          ...[...grounds[scheme], tint].flatMap((ground) =>
            contrast(own, ground) >= least && contrast(strong, ground) >= least
              ? []
              : [`${chosen} ${scheme} on ${ground}`],
          ),
          ...(contrast(on, own) >= 4.5 && contrast(on, strong) >= 4.5 ? [] : [`${chosen} ${scheme} button`]),
        ]),
      )
    })
    expect(poor).toEqual([])
  })

  test('what can be read is shown by day as it was chosen', () => {
    for (const chosen of ['#1d5c4d', '#8a4b12', '#0000ff', '#7a003c', '#000000'])
      expect(accentOf(chosen)).toMatchObject({ light: { accent: chosen }, darkened: false })
  })

  test('what is too light is darkened in its own hue, and it is said', () => {
    for (const chosen of ['#ffff00', '#ffd700', '#00ff00', '#ff8800']) {
      const { light, darkened } = accentOf(chosen)
      expect(darkened).toBe(true)
      expect(Math.abs(oklchOf(light.accent).hue - oklchOf(chosen).hue), chosen).toBeLessThan(0.06)
      expect(oklchOf(light.accent).l).toBeLessThan(oklchOf(chosen).l)
    }
    expect(accentOf('#ffffff').darkened).toBe(true)
  })

  test('it is measured on the grounds that the sheets have', () => {
    const sheet = readFileSync(join(root, 'static/css/tokens.css'), 'utf8')
    const named = ['paper', 'surface', 'sunken', 'good-tint', 'warning-tint', 'bad-tint', 'info-tint']
    const pairs = named.map(
      (name) => new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(sheet) ?? [],
    )
    expect(pairs.map(([, light]) => light)).toEqual(grounds.light)
    expect(pairs.map(([, , dark]) => dark)).toEqual(grounds.dark)
  })
})
