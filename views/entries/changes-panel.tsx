import { Button, LinkButton } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { editorTexts } from './editor-texts.ts'
import { entryTexts } from './entry-texts.ts'

/** Of a revision: the form stands below the previews, its buttons above them too. */
export function ChangesPanel({ formId, publishes }: { formId: string; publishes: boolean }) {
  const t = useTexts(editorTexts)
  const { title } = useTexts(entryTexts).manage
  const common = { small: true, form: formId, name: 'outcome' } as const
  return (
    <section class="panel manage" aria-labelledby="gerer">
      <h2 id="gerer">{title}</h2>
      <div class="actions">
        {publishes && (
          <Button {...common} value="publish" look="primary" icon="send">
            {t.buttons.changes}
          </Button>
        )}
        <LinkButton small href={`#${formId}`} icon="pencil">
          {t.goOn}
        </LinkButton>
      </div>
    </section>
  )
}
