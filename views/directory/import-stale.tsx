import { LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { directoryTexts } from './texts.ts'

/** The file that was read is not the one to be confirmed. */
export function ImportStale() {
  const t = useTexts(directoryTexts).import
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <Notice kind="warning">{t.stale}</Notice>
      <p class="actions">
        <LinkButton href="/annuaire/importer" look="primary" icon="upload">
          {t.again}
        </LinkButton>
      </p>
    </div>
  )
}
