import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Answer } from '../accounts/browser.ts'
import { readSources } from '../support/sources.ts'
import { openEveryRoute, type EveryRoute, type Form } from './every-route.ts'

// Whatever somebody puts into an address or a form of ours is answered, and is no fault of the hub.

let hub: EveryRoute
beforeAll(async () => {
  hub = await openEveryRoute()
})
afterAll(() => hub.close())

/** The names of what is asked for anywhere. */
const names = [
  ...new Set(
    readSources()
      .filter(({ file }) => /^server\/(web|entries|kinds|feeds|alerts)\//.test(file))
      .flatMap(({ code }) => [...code.matchAll(/(?:query|get|named|text|getAll)\('([a-zA-Z_-]{1,20})'/g)])
      .map(([, name = '']) => name),
  ),
]

/** What is answered 5xx on purpose: what a moment later is there, and a form of oEmbed that we do not speak. */
const meant = (address: string, { status }: Pick<Answer, 'status'>): boolean =>
  (status === 503 && address.endsWith('/adhesions')) || (status === 501 && address.startsWith('/oembed'))

const wrong: string[] = []
function note(address: string, value: string, answer: Answer): void {
  if (answer.status >= 500 && !meant(address, answer))
    wrong.push(`${answer.status} ${address} ${value.slice(0, 30)}`)
}

/** Bugs; what is not there yet is said in the log too. */
const bugs = () => hub.faults.filter((text) => !text.includes('/adhesions: Refusal'))

test.each([
  ['lines of a header', '%00%0d%0aSet-Cookie:a=b'],
  ['bytes that are no letters', '%ff%fe%ed%a0%80%'],
  ['a number without end', '-1e309'],
  ['markup and SQL', '%22%3E%3Csvg/onload=1%3E%27%20OR%201=1--'],
  ['words of the search engine', '*%22NEAR(a%20b)^2:%20AND'],
  ['four hundred letters', 'a'.repeat(400)],
])(
  'asked for everything at once by %s, no page is at a loss',
  async (_, value) => {
    expect(names.length).toBeGreaterThan(80)
    const admin = await hub.as(hub.admin)
    const asked = names.map((name) => `${name}=${value}`).join('&')
    for (const address of hub.read.filter((one) => !one.includes('/rien'))) {
      const answer = await admin.get(`${address}?${asked}`)
      note(address, value, answer)
      if (answer.headers.get('content-type')?.startsWith('text/html'))
        expect(answer.text, address).not.toContain('<svg/onload')
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('a=b')
    }
    expect([wrong, bugs()]).toEqual([[], []])
  },
  60_000,
)

/** Sent anew, each of the fields with something that nobody would type. */
const odd = [
  '',
  '\0',
  '\ud800',
  '1e309',
  '__proto__',
  '9999-12-31T25:61',
  '![](/media/x.webp)',
  'a'.repeat(3000),
]

/** Ends what the test needs: its own session, and the account that it has. */
const ends = (action: string): boolean => /deconnexion|compte\/appareils|\/(lien|fermeture)$/.test(action)

async function formsToSend(): Promise<Form[]> {
  const shown = await hub.formsOf(await hub.as(hub.admin))
  return shown.filter(({ action }) => !ends(action))
}

test('with odd words in each field, no form is at a loss', async () => {
  const forms = await formsToSend()
  expect(forms.length).toBeGreaterThan(100)
  const admin = await hub.as(hub.admin)
  for (const value of odd)
    for (const { action, fields } of forms) {
      const kept = new Set(['_method', 'id', 'revision'])
      const typed = Object.keys(fields).map((name) => [name, kept.has(name) ? fields[name] : value])
      note(action, value, await admin.post(action, Object.fromEntries(typed)))
    }
  expect([wrong, bugs()]).toEqual([[], []])
}, 120_000)

test('with a body that is none, twice the same name, files for words or words for files, no form is at a loss', async () => {
  const admin = await hub.as(hub.admin)
  const { origin } = hub.deps.hub
  const actions = hub.routes
    .filter(({ method }) => method === 'POST')
    .flatMap(({ path }) => hub.addresses(path)[0] ?? [])
    .filter((action) => !ends(action) && !/^\/(ap|api)\//.test(action))
  const files = new FormData()
  for (const name of names.slice(0, 60))
    files.append(name, new File([new Uint8Array([0, 255])], '../../a.svg'))
  const twice = names.flatMap((name) => [`${name}=a`, `${name}=b`, `${name}.0=c`, `${name}[x]=d`]).join('&')
  const plain = 'application/x-www-form-urlencoded'
  const cut = '--x\r\nContent-Disposition: form-data; name="title"\r\n\r\ncut'
  for (const action of actions)
    for (const [type, body] of [
      [plain, '%ff=fe&%=%&=&&&title=%ed%a0%80'],
      [plain, twice],
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', cut],
      ['application/json', '{"title":["a"]}'],
      [null, files],
    ] as const) {
      const headers = { origin, ...(type === null ? {} : { 'content-type': type }) }
      const answer = await admin.send(action, { method: 'POST', headers, body })
      note(action, typeof body === 'string' ? body : 'files', answer)
      // But for what mail services press, which is read nothing of.
      if (type === 'application/json' && !/^\/\w+\/fin\//.test(action))
        expect(answer.status, action).toBe(415)
    }
  expect([wrong, bugs()]).toEqual([[], []])
}, 120_000)
