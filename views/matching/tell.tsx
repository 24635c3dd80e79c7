import { Button } from '../components/button.tsx'
import { RhythmField } from '../alerts/save.tsx'
import { useTexts } from '../language.tsx'
import { matchingTexts } from './texts.ts'

/** Under the lots of one's own organisation: to be told of the next ones. */
export function TellLots({
  action,
  email,
  rhythm,
}: {
  action: string
  email: string
  /** Null: not told yet. */
  rhythm: 'daily' | 'weekly' | 'none' | null
}) {
  const t = useTexts(matchingTexts)
  return (
    <section class="panel stack" aria-labelledby="prevenir">
      <h2 id="prevenir">{t.tell}</h2>
      <p>{t.tellLead(email)}</p>
      {rhythm !== null && rhythm !== 'none' && (
        <p>
          {t.told} <a href="/compte/alertes">{t.manage}</a>
        </p>
      )}
      <form class="form" method="post" action={action}>
        <RhythmField value={rhythm === 'daily' ? 'daily' : 'weekly'} />
        <div class="form-end">
          <Button look="primary" icon="bell">
            {t.tell}
          </Button>
        </div>
      </form>
    </section>
  )
}
