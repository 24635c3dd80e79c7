import { Button, HiddenFields } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { submissionTexts } from './texts.ts'

/** Asked twice: nothing brings it back. */
export function TakeBack({ path }: { path: string }) {
  const t = useTexts(submissionTexts)
  return (
    <details>
      <summary>{t.takeBack}</summary>
      <form class="stack" method="post" action={path}>
        <HiddenFields fields={{ acte: 'retirer' }} />
        <p class="hint">{t.takeBackHow}</p>
        <p>
          <Button look="danger" small icon="trash-2">
            {t.takeBackNow}
          </Button>
        </p>
      </form>
    </details>
  )
}
