/** Safe HTML reduced to `<p>` and `<ul>` blocks with `<strong> <a> <br>` inside: what every server keeps. */
export function blocksOf(html: string): string[] {
  const writer = new Writer()
  for (const [token, closing, name, rest] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|[^<]+|</gi)) {
    if (name === undefined) writer.text(token)
    else if (closing === '/') writer.close(name.toLowerCase())
    else writer.open(name.toLowerCase(), rest ?? '')
  }
  return writer.end()
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The beginning of a text, ending with a word. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const space = text.lastIndexOf(' ', most - 1)
  // A character outside the first plane is two units: half of it is none.
  const whole = text.slice(0, space > most / 2 ? space : most - 1).replace(/[\ud800-\udbff]$/, '')
  return `${whole.replace(/[\s.,;:]+$/, '')}…`
}

export const bytesOf = (text: string): number => Buffer.byteLength(text)

const headings = /^h[1-6]$/
const lists = /^[uo]l$/
const blocks =
  /^(p|div|blockquote|pre|table|tr|hr|figure|figcaption|section|article|header|footer|dl|dt|dd|li)$/

/** Elements are written by us, never copied: whatever comes in, what goes out is balanced and known. */
class Writer {
  readonly #blocks: string[] = []
  #inline = ''
  #open: ('strong' | 'a')[] = []
  /** Inside a list: its items. Lists in lists become one. */
  #items: string[] = []
  #depth = 0

  text(token: string): void {
    const text = token
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/&(?!#?\w+;)/g, '&amp;')
      .replace(/\s+/g, ' ')
    this.#inline += text
  }

  open(name: string, rest: string): void {
    if (name === 'strong' || name === 'b') this.#begin('strong', '<strong>')
    else if (name === 'a') this.#link(rest)
    else if (name === 'br') this.#inline += '<br>'
    else if (name === 'td' || name === 'th') this.#inline += ' '
    else if (headings.test(name)) {
      this.#flush()
      this.#begin('strong', '<strong>')
    } else if (lists.test(name)) {
      this.#flush()
      this.#depth += 1
    } else if (blocks.test(name)) this.#flush()
  }

  close(name: string): void {
    if (name === 'strong' || name === 'b') this.#finish('strong')
    else if (name === 'a') this.#finish('a')
    else if (lists.test(name)) {
      this.#flush()
      this.#depth = Math.max(0, this.#depth - 1)
      if (this.#depth === 0) this.#list()
    } else if (headings.test(name) || blocks.test(name)) this.#flush()
  }

  end(): string[] {
    this.#flush()
    this.#list()
    return this.#blocks
  }

  #link(rest: string): void {
    const href = /\shref="([^"]*)"/i.exec(rest)?.[1] ?? ''
    // A mailto: is not a link everywhere, and a relative address leads nowhere on another server.
    if (/^https?:\/\//i.test(href)) this.#begin('a', `<a href="${escaped(href.replaceAll('&amp;', '&'))}">`)
  }

  #begin(name: 'strong' | 'a', tag: string): void {
    if (this.#open.includes(name)) return
    this.#open.push(name)
    this.#inline += tag
  }

  #finish(name: 'strong' | 'a'): void {
    while (this.#open.includes(name)) this.#inline += `</${this.#open.pop()}>`
  }

  #flush(): void {
    while (this.#open.length > 0) this.#inline += `</${this.#open.pop()}>`
    const inline = this.#inline.replace(/^(\s|<br>)+|(\s|<br>)+$/g, '')
    this.#inline = ''
    if (inline.replace(/<[^>]*>/g, '').trim() === '') return
    if (this.#depth > 0) this.#items.push(inline)
    else this.#blocks.push(`<p>${inline}</p>`)
  }

  #list(): void {
    if (this.#items.length > 0)
      this.#blocks.push(`<ul>${this.#items.map((item) => `<li>${item}</li>`).join('')}</ul>`)
    this.#items = []
  }
}
