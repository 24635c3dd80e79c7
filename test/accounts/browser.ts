import type { App } from '../../server/web/env.ts'

export interface Answer {
  status: number
  text: string
  location: string | null
  headers: Headers
}

/** Keeps cookies and says where its forms come from, as browsers do. It follows no redirect by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private readonly app: App
  private readonly hub: { readonly origin: string }
  private readonly address: string

  constructor(app: App, hub: { readonly origin: string }, address = '203.0.113.7') {
    this.app = app
    this.hub = hub
    this.address = address
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  /** A form; `headers` replace what the browser would say. */
  post(
    path: string,
    fields: Record<string, string | string[]> = {},
    headers: Record<string, string> = { origin: this.hub.origin },
  ): Promise<Answer> {
    const body = new URLSearchParams()
    for (const [name, values] of Object.entries(fields))
      for (const value of [values].flat()) body.append(name, value)
    return this.send(path, {
      method: 'POST',
      body: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  }

  async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(cookie === '' ? {} : { cookie }), 'user-agent': firefox, ...init.headers }
    const socket = { remoteAddress: this.address, remotePort: 4000, remoteFamily: 'IPv4' }
    const response = await this.app.request(path, { ...init, headers }, { incoming: { socket } })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    }
  }

  private keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    const name = pair.slice(0, at)
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) this.cookies.delete(name)
    else this.cookies.set(name, pair.slice(at + 1))
  }
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

/** The path of a link in a letter or on a page. */
export const pathIn = (text: string, room: string): string => {
  const found = new RegExp(`https?://[^/\\s"]+(/${room}[^\\s"<]*)`).exec(text)?.[1]
  if (found === undefined) throw new Error(`no link to /${room} in: ${text.slice(0, 500)}`)
  return found.replaceAll('&amp;', '&')
}
