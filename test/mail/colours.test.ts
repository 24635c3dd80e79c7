import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '../../server/hub/colour.ts'
import { compose } from '../../server/mail/compose.ts'
import { buttonOf } from '../../server/mail/colours.ts'
import { hub } from './samples.ts'

const paper = '#ffffff'
/** What mailboxes lie on by night, and the lightest of them. */
const nights = ['#000000', '#121212', '#1f1f1f', '#2b2b2b']
const buttonFor = (accent: string | null) =>
  buttonOf({ settings: { name: hub, tagline: '', accent, logo: null } })

test.each([null, '#e8c51e', '#ffffff', '#000000', '#d11a2a', '#1a2ad1', '#7fffd4'])(
  'a button of a hub whose colour is %s is read, and seen by day and by night',
  (accent) => {
    const { ground, words, edge } = buttonFor(accent)
    // https://www.w3.org/TR/WCAG22/#contrast-minimum, #non-text-contrast
    expect(contrast(words, ground)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(ground, paper)).toBeGreaterThanOrEqual(3)
    for (const night of nights) expect(contrast(edge, night)).toBeGreaterThanOrEqual(3)
  },
)

test('a hub that chose no colour has that of its pages', () => {
  const tokens = readFileSync(new URL('../../static/css/tokens.css', import.meta.url), 'utf8')
  const { ground, words, edge } = buttonFor(null)
  expect(tokens).toContain(`--accent: light-dark(${ground}, ${edge});`)
  expect(tokens).toContain(`--on-accent: light-dark(${words}, `)
})

test('a letter wears the colour that the hub has when it leaves', () => {
  const { html } = compose({
    to: { email: 'zoe@asso.example', locale: 'fr' },
    ...{ hub, subject: 'Essai', why: 'typed' },
    body: [{ act: 'Ouvrir', link: 'https://reseau.example/' }],
  })
  const [red, blue] = ['#d11a2a', '#1a2ad1'].map(buttonFor)
  for (const button of [red, blue]) {
    const page = button && html?.(button)
    expect(page).toContain(
      `border:2px solid ${button?.edge};background:${button?.ground};color:${button?.words}"`,
    )
  }
  expect(red?.ground).not.toBe(blue?.ground)
})
