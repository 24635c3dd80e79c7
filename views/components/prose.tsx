import { inItsLanguage } from '../in-its-language.ts'
/** The one place where stored HTML enters a page: it must come from the server's sanitiser and nowhere else. */
export interface ProseProps {
  /** Already sanitised: our Markdown rendered, or a remote post cleaned at the door. */
  html: string
  /** Of the text. */
  language?: string | undefined
}

export const Prose = ({ html, language }: ProseProps) => (
  <div class="prose" {...inItsLanguage(language)} dangerouslySetInnerHTML={{ __html: html }} />
)
