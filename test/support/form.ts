import sanitize from 'sanitize-html'

export interface Control {
  tag: string
  attributes: Readonly<Record<string, string>>
}

/** Every element of a piece of HTML, with its attributes, in order. */
export function elementsOf(html: string): Control[] {
  const found: Control[] = []
  sanitize(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    transformTags: {
      '*': (tagName, attribs) => {
        found.push({ tag: tagName, attributes: attribs })
        return { tagName, attribs }
      },
    },
  })
  return found
}

/** What a browser sends when this form is submitted as it stands. */
export function submitted(html: string): Record<string, string | string[]> {
  const pairs: [string, string][] = []
  for (const { tag, attributes } of elementsOf(html)) {
    const { type = 'text', name = '', value } = attributes
    if (tag !== 'input' || name === '') continue
    if (type !== 'checkbox' && type !== 'radio') pairs.push([name, value ?? ''])
    else if ('checked' in attributes) pairs.push([name, value ?? 'on'])
  }
  for (const [, attributes = '', inside = ''] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const options = elementsOf(inside).filter(({ tag }) => tag === 'option')
    const chosen = options.find(({ attributes }) => 'selected' in attributes) ?? options[0]
    pairs.push([nameIn(attributes), chosen?.attributes['value'] ?? ''])
  }
  for (const [, attributes = '', inside = ''] of html.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs))
    pairs.push([
      nameIn(attributes),
      decoded(inside).replace(/\r\n?/g, '\n').replace(/^\n/, '').replaceAll('\n', '\r\n'),
    ])
  const sent: Record<string, string | string[]> = {}
  for (const [name, values] of Map.groupBy(pairs, ([name]) => name))
    sent[name] = values.length === 1 ? (values[0]?.[1] ?? '') : values.map(([, value]) => value)
  return sent
}

const nameIn = (attributes: string): string => /name="([^"]*)"/.exec(attributes)?.[1] ?? ''

const decoded = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
