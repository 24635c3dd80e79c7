import { LinkButton } from '../components/button.tsx'
import { useTexts } from '../language.tsx'
import { elsewhereTexts } from './texts.ts'

/** Between a server that was named and another that it names: nobody goes there without having read where. */
export function Leaving({ to, host, action }: { to: string; host: string; action: string }) {
  const { leaving: t } = useTexts(elsewhereTexts)
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{t.text(host)}</p>
      <p class="actions">
        <LinkButton look="primary" href={to} icon="external-link" rel="nofollow noopener external">
          {t.go(host)}
        </LinkButton>
        <LinkButton look="quiet" href={action}>
          {t.back}
        </LinkButton>
      </p>
    </div>
  )
}
