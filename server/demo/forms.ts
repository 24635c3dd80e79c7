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

export async function openForms(
  { origin, hub }: { origin: string; hub: Pick<DemoHub, 'email'> },
  password: string,
): Promise<Person> {
  let cookie = ''
  const post = async (path: string, fields: Record<string, string>): Promise<string> => {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { origin, cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}.`)
    if (cookie === '')
      cookie = answer.headers
        .getSetCookie()
        .map((set) => set.split(';', 1)[0])
        .join('; ')
    return answer.headers.get('location') ?? ''
  }
  await post('/connexion', { email: hub.email, password })
  const get = async (path: string): Promise<string> =>
    (await fetch(origin + path, { headers: { cookie } })).text()
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
