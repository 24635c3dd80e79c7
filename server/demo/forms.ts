import { setTimeout as pause } from 'node:timers/promises'
import type { DemoHub } from './story.ts'

/** Whoever runs a hub of the demonstration, with the forms that anybody has: what has no place in the API. */
export interface Person {
  origin: string
  get(path: string): Promise<string>
  /** Sends a form as it stands on its page, with these answers; where it leads. */
  fill(path: string, fields: Record<string, string>, action?: string): Promise<string>
  /** Presses the first button on a page that posts to such an address; false: there is none. */
  press(path: string, button: RegExp): Promise<boolean>
}

/** The forms that a person has who is signed in. */
export interface Forms {
  send(path: string, fields: Record<string, string>): Promise<Response>
  headers: { cookie: string }
}

export async function signIn(origin: string, email: string, password: string): Promise<Forms> {
  const headers = { origin, cookie: '' }
  const send = async (path: string, fields: Record<string, string>): Promise<Response> => {
    const body = new URLSearchParams(fields)
    const answer = await fetch(origin + path, { method: 'POST', headers, body, redirect: 'manual' })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}.`)
    return answer
  }
  const set = (await send('/connexion', { email, password })).headers.getSetCookie()
  headers.cookie = set.map((one) => one.split(';', 1)[0]).join('; ')
  return { send, headers }
}

export async function openForms(
  { origin, hub }: { origin: string; hub: Pick<DemoHub, 'email'> },
  password: string,
): Promise<Person> {
  const { send, headers } = await signIn(origin, hub.email, password)
  const post = async (path: string, fields: Record<string, string>): Promise<string> =>
    (await send(path, fields)).headers.get('location') ?? ''
  const get = async (path: string): Promise<string> => (await fetch(origin + path, { headers })).text()
  return {
    origin,
    get,
    fill: async (path, fields, action = path) =>
      post(action, { ...hiddenIn(await get(path), action), ...fields }),
    async press(path, button) {
      const found = [...(await get(path)).matchAll(/action="([^"]+)"/g)].find(([, to]) =>
        button.test(to ?? ''),
      )
      if (found?.[1] === undefined) return false
      await post(found[1], {})
      return true
    },
  }
}

/** What a form carries that nobody types. */
function hiddenIn(page: string, action: string): Record<string, string> {
  const form = page.split('<form').find((part) => part.includes(`action="${action}"`)) ?? ''
  const inputs =
    form.split('</form>')[0]?.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g) ?? []
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}

/** Until it is so, for a few seconds: what another hub says comes when it comes. */
export async function patiently(attempt: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    if (await attempt().catch(() => false)) return true
    await pause(100)
  }
  return false
}
