import { ActionForm } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { confirmingTexts } from './confirming-texts.ts'

/** The page behind the link of a letter: what was typed, read again by whoever reads the mailbox. */
export function ConfirmPage({
  title,
  lines,
  state,
  action,
}: {
  title: string
  lines: readonly string[]
  state: 'unconfirmed' | 'confirmed' | 'late'
  action: string
}) {
  const t = useTexts(confirmingTexts)
  return (
    <div class="narrow stack">
      <h1>{t.confirmTitle}</h1>
      <p class="lead">{title}</p>
      {state === 'confirmed' && <Notice kind="success">{t.confirmed}</Notice>}
      {state === 'late' && <Notice kind="warning">{t.tooLate}</Notice>}
      {lines.map((line) => (
        <p class="as-typed quoted">{line}</p>
      ))}
      <div class="actions">
        {state === 'unconfirmed' && (
          <ActionForm look="primary" icon="send" action={action} fields={{ acte: 'confirmer' }}>
            {t.confirm}
          </ActionForm>
        )}
        <ActionForm look="quiet" icon="trash-2" action={action} fields={{ acte: 'retirer' }}>
          {t.takeBack}
        </ActionForm>
      </div>
    </div>
  )
}
