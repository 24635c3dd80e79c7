import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Prose } from '../components/prose.tsx'
import { useTexts } from '../language.tsx'
import { discussionTexts } from './discussion-texts.ts'

export interface EraseAnswerProps {
  action: string
  /** The answer on its page. */
  back: string
  /** Sanitised. */
  html: string
  language: string | undefined
}

/** Asked once more, with the words themselves: nothing brings them back. */
export function EraseAnswer({ action, back, html, language }: EraseAnswerProps) {
  const t = useTexts(discussionTexts)
  return (
    <div class="narrow stack">
      <h1>{t.erase.title}</h1>
      <div class="quoted">
        <Prose html={html} language={language} />
      </div>
      <p>{t.erase.help}</p>
      <form method="post" action={action} class="actions">
        <HiddenFields fields={{ _method: 'DELETE' }} />
        <Button look="danger" icon="trash-2">
          {t.erase.yes}
        </Button>
        <LinkButton href={back} look="quiet">
          {t.erase.no}
        </LinkButton>
      </form>
    </div>
  )
}
