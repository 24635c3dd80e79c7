import { tag } from './pseudo.ts'

/** Code and times have their own. */
const silent =
  /<(script|style|code|svg)\b.*?<\/\1>|<textarea\b.*?<\/textarea>|<dl class="poster-facts">.*?<\/dl>|<wbr\/?>/gs

const tags = /<(\/?)([a-z][\w-]*)\b([^>]*?)(\/?)>/g
const empty = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])

/** What people wrote stands in elements that say another language; what we say within them says ours again. */
function withoutOthers(html: string): string {
  const open: { name: string; isOurs: boolean }[] = []
  let said = ''
  let from = 0
  for (const match of html.matchAll(tags)) {
    const [whole, closing, name = '', attributes = '', alone] = match
    const isOurs = open.at(-1)?.isOurs ?? true
    if (isOurs) said += html.slice(from, match.index)
    from = match.index + whole.length
    const language = /\slang="([^"]*)"/.exec(attributes)?.[1]
    const isOwn = language === undefined ? isOurs : language === tag
    if (isOwn && closing === '') said += whole
    else said += '\n'
    if (closing === '' && alone === '' && !empty.has(name)) open.push({ name, isOurs: isOwn })
    else if (closing !== '')
      open.length = Math.max(
        0,
        open.findLastIndex((one) => one.name === name),
      )
  }
  return said + html.slice(from)
}

const spoken = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"|\sdata-(?!copy\b)[a-z]+="([^"]*)"/g

/** What a script is told and does not say: ids of the page, what a button does. */
const isName = (value: string): boolean => /^[\da-z]+(?:-[\da-z]+)*$/.test(value)

/** Names of software that are the same in every language, addresses, handles, what ends a file's name, `{count}`. */
const everywhere =
  /\{\w+\}|https?:\/\/\S*|@?[\w.+-]*@[\w.-]+|(?:[\w-]+\.)+(?:example|fr|org|net)\b[\w/-]*|\b(?:SIREN|SIRET|RNA|CPV|INSEE)\b|\b(?:Maillon|Mastodon|Firefox|Linux)\b|data·inclusion|JSON|svg-maps \(.*?\)|\b[A-Z\d]{3}-[A-Z\d]{4}\b|\.[a-z]{2,8}\b|\/[a-z][\w/.?=&-]*/giu

/**
 * Lines that a page shows or says with Latin letters in them, apart from what is known to be somebody's. A name that is
 * `said` in an attribute can have no language of its own; on the page it has.
 */
export function latinWords(html: string, known: readonly string[], said: readonly string[] = []): string[] {
  const body = withoutOthers(html.slice(html.indexOf('<body')).replaceAll(silent, ''))
  const inAttributes = [...body.matchAll(spoken)].map(
    ([, text, data = '']) => text ?? (isName(data) ? '' : data),
  )
  return [
    ...linesIn(body.replaceAll(/<[^>]*>/g, '\n'), known),
    ...inAttributes.flatMap((text) => linesIn(text, [...said, ...known])),
  ]
}

const latin = /\p{Script=Latin}{3}/u

const linesIn = (text: string, known: readonly string[]): string[] =>
  unescaped(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => latin.test(line) && latin.test(without(line, known)))

const without = (line: string, known: readonly string[]): string =>
  known.reduce((rest, words) => rest.replaceAll(words, ' '), line.replaceAll(everywhere, ' '))

const unescaped = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
