import { elementsOf } from './form.ts'

// What a screen reader goes by, and no validator asks of every page: RGAA 4.1, criteria 5.4, 5.7, 9.1, 9.2, 11.1, 12.2.

/** What is wrong with the structure of a whole page: one line per fault, none when all is well. */
export function structureFaults(html: string): string[] {
  const all = elementsOf(html)
  const count = (tag: string) => all.filter((one) => one.tag === tag).length
  return [
    ...['main', 'h1'].filter((tag) => count(tag) !== 1).map((tag) => `${count(tag)} <${tag}>`),
    ...['site-head', 'site-foot']
      .filter((name) => all.filter(({ attributes }) => attributes['class'] === name).length !== 1)
      .map((name) => `not one .${name}`),
    ...leaps(all.flatMap(({ tag }) => (/^h[1-6]$/.test(tag) ? [Number(tag[1])] : []))),
    ...navigationFaults(html),
    ...tableFaults(html),
    ...nameless(html),
  ]
}

/** From a second level to a fourth there is nothing in between to be found. */
const leaps = (levels: readonly number[]): string[] =>
  levels.flatMap((level, at) =>
    level > (levels[at - 1] ?? 0) + 1 ? [`h${level} after h${levels[at - 1] ?? 0}`] : [],
  )

function navigationFaults(html: string): string[] {
  const faults: string[] = []
  const names: string[] = []
  for (const [whole, attributes = ''] of html.matchAll(/<nav\b([^>]*)>.*?<\/nav>/gs)) {
    const name = /aria-label(?:ledby)?="([^"]+)"/.exec(attributes)?.[1]
    if (name === undefined) faults.push(`a <nav> without a name: ${whole.slice(0, 120)}`)
    else names.push(name)
    if ((whole.match(/aria-current="page"/g)?.length ?? 0) > 1) faults.push(`${name} is at two pages at once`)
  }
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  return [...faults, ...twice.map((name) => `two <nav> are called ${name}`)]
}

function tableFaults(html: string): string[] {
  return [...html.matchAll(/<table\b([^>]*)>(.*?)<\/table>/gs)].flatMap(
    ([, attributes = '', inside = '']) => [
      ...(/<caption\b/.test(inside) || /aria-label(ledby)?="/.test(attributes)
        ? []
        : [`a <table> without a name: ${inside.slice(0, 120)}`]),
      ...elementsOf(inside)
        .filter((one) => one.tag === 'th' && one.attributes['scope'] === undefined)
        .map(() => `a <th> that heads nothing: ${inside.slice(0, 120)}`),
    ],
  )
}

/** Fields and buttons that say nothing of what they are for. */
function nameless(html: string): string[] {
  const all = elementsOf(html)
  const labelled = new Set(
    all.flatMap(({ tag, attributes }) => (tag === 'label' ? (attributes['for'] ?? []) : [])),
  )
  // A field inside its label needs no more.
  const outside = elementsOf(html.replaceAll(/<label\b(?![^>]*\bfor=)[^>]*>.*?<\/label>/gs, ''))
  const fields = outside.filter(
    ({ tag, attributes }) =>
      /^(input|select|textarea)$/.test(tag) &&
      !/^(hidden|submit|button)$/.test(attributes['type'] ?? '') &&
      !labelled.has(attributes['id'] ?? '') &&
      attributes['aria-label'] === undefined &&
      attributes['aria-labelledby'] === undefined,
  )
  const buttons = [...html.matchAll(/<button\b([^>]*)>(.*?)<\/button>/gs)].filter(
    ([, attributes = '', inside = '']) =>
      // The hidden one is what the Enter key presses.
      !/aria-label(ledby)?="[^"]|\bhidden\b/.test(attributes) &&
      inside.replaceAll(/<[^>]*>/g, '').trim() === '',
  )
  return [
    ...fields.map(({ attributes }) => `a field without a name: ${attributes['name']}`),
    ...buttons.map(([whole]) => `a button without a name: ${whole.slice(0, 120)}`),
  ]
}
