import type { Viewer } from '../../server/accounts/viewer.ts'
import { type KindName } from '../../server/kinds/index.ts'
import { type Browser } from '../accounts/browser.ts'
import { formIn, type Pages } from '../web/pages.ts'

// A hub in which something has happened in every room, so that every page has something to say. What people wrote in
// entries is in Italian, and says so wherever it stands; what they wrote elsewhere is in Greek, which no text of a
// catalogue is.

export const day = 86_400_000
/** In every title, and in nothing that a catalogue says. */
export const marked = 'Zizzania'
export const shared = {
  ...{ language: 'it', summary: 'Sommario breve.', body: '## Parte\n\nTesto lungo.', place: '92036' },
  tags: ['bois'],
}
export const titled = (more: string) => ({ ...shared, title: `${marked} ${more}` })
/** Names of organisations are the same in every language (RGAA 8.7 leaves them out), and so is that of a neighbour. */
export const names = [
  ...['Compagnia bozza', 'Compagnia lontana', 'Compagnia', 'Capofila', 'Fluviale', 'Legno'],
  ...['Ailleurs', 'Consiglio', 'bruno'],
]

export type House = Pages & {
  editor: Viewer
  facilitator: Viewer
  admin: Browser
  paths: Map<KindName, string>
  wake(): void
}

/** What the page’s form holds, with these answers; gives back where it leads. */
export async function send(
  browser: Browser,
  path: string,
  answers: Record<string, string | string[]>,
  action = path,
): Promise<string> {
  const answer = await browser.post(action, { ...formIn(await browser.get(path), action), ...answers })
  return went(action, answer)
}

/** A button, or a form that needs nothing of its page. */
export const press = async (browser: Browser, action: string, answers: Record<string, string> = {}) =>
  went(action, await browser.post(action, answers))

function went(action: string, answer: { status: number; text: string; location: string | null }): string {
  if (answer.status === 303) return answer.location ?? ''
  const said = answer.text.slice(answer.text.indexOf('<main')).replaceAll(/<[^>]*>|\s+/g, ' ')
  throw new Error(`${action} answers ${answer.status}: ${said.slice(0, 2000)}`)
}
