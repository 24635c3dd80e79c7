import type { ButtonColours } from '../deps.ts'
import { softwareAccent } from '../hub/accent.ts'
import { identity } from '../hub/identity.ts'

/** The software's own: `--accent` and `--on-accent` of static/css/tokens.css. */
const usual: ButtonColours = { ground: softwareAccent.hue, words: '#ffffff', edge: '#8acdb8' }

export type Identified = Parameters<typeof identity>[0]

/**
 * The hub's colour. By day the ground is seen, by night the edge, which is the colour of the night: mailboxes drop the
 * rules that would choose between two.
 */
export function buttonOf(hub: Identified): ButtonColours {
  const { accent } = identity(hub)
  return accent === null
    ? usual
    : { ground: accent.light.accent, words: accent.light.on, edge: accent.dark.accent }
}
