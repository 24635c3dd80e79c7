/** What people wrote stands in elements that say another language; code and times have their own. */
const others =
  /<(\w+)\b[^>]*\blang="(?!ar-x-essai)[^"]*"[^>]*>.*?<\/\1>|<(script|style|code|svg)\b.*?<\/\2>|<textarea\b.*?<\/textarea>/gs

const spoken = /\s(?:aria-label|title|alt|placeholder)="([^"]*)"|\sdata-(?!copy\b)[a-z]+="([^"]*)"/g

/** What a script is told and does not say: ids of the page, what a button does. */
const isName = (value: string): boolean => /^[\da-z]+(?:-[\da-z]+)*$/.test(value)

/** Names of software that are the same in every language, addresses, handles, what ends a file's name, `{count}`. */
const everywhere =
  /\{\w+\}|https?:\/\/\S*|@?[\w.+-]*@[\w.-]+|(?:[\w-]+\.)+(?:example|fr|org|net)\b[\w/-]*|\b(?:SIREN|SIRET|RNA|CPV|INSEE)\b|\b(?:Maillon|Mastodon|Firefox|Linux)\b|data·inclusion|JSON|svg-maps \(.*?\)|\.[a-z]{2,8}\b|\/[a-z][\w/.?=&-]*/giu

/** Lines that a page shows or says with Latin letters in them, apart from what is known to be somebody's. */
export function latinWords(html: string, known: readonly string[]): string[] {
  const body = html.slice(html.indexOf('<body')).replaceAll(others, ' ')
  const said = [...body.matchAll(spoken)].map(([, text, data = '']) => text ?? (isName(data) ? '' : data))
  return [body.replaceAll(/<[^>]*>/g, '\n'), ...said].flatMap((text) =>
    unescaped(text)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => /\p{Script=Latin}{3}/u.test(without(line, known))),
  )
}

const without = (line: string, known: readonly string[]): string =>
  known.reduce((rest, words) => rest.replaceAll(words, ' '), line.replaceAll(everywhere, ' '))

const unescaped = (text: string): string =>
  text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')
