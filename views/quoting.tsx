import { tidySpaces } from './format.ts'
import { inItsLanguage, useTheirLanguage } from './in-its-language.ts'

/** An entry as sentences of ours name it: read aloud in the language that it is written in (RGAA 8.7). */
export interface Titled {
  title: string
  path: string
  language: string
}

/** Some names have no language. */
interface Named {
  title: string
  language: string | null | undefined
}

/** No text of anybody’s: for private use (https://www.unicode.org/charts/PDF/UE000.pdf). */
const place = '\u{e000}'

/** A sentence of ours around a title: it is in the page's language, and the title in its own. */
export function Quoting({ said, title, language }: Named & { said: (title: string) => string }) {
  const [before = '', ...after] = said(place).split(place)
  return (
    <>
      {before}
      <span {...useTheirLanguage(language)}>{tidySpaces(title)}</span>
      {after.join('')}
    </>
  )
}

/** What is no longer shown has no page. */
export const MaybeLink = ({ title, path, language }: Named & { path: string | null }) =>
  path === null ? (
    <span {...useTheirLanguage(language)}>{tidySpaces(title)}</span>
  ) : (
    <TitleLink {...{ title, path, language }} />
  )

export const TitleLink = ({ title, path, language }: Named & { path: string }) => (
  <a href={path} {...useTheirLanguage(language)}>
    {tidySpaces(title)}
  </a>
)

/** Words of somebody's beside ours; without a language they are ours. */
export const Spoken = ({ text, language }: { text: string; language: string | undefined }) =>
  language === undefined ? text : <span {...inItsLanguage(language)}>{text}</span>
