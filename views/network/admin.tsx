import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { networkTexts } from './texts.ts'

/** What only administrators see of the network page. */
export function NetworkAdmin({ actor, error }: { actor: string; error: string | undefined }) {
  const { admin: t } = useTexts(networkTexts)
  return (
    <section class="panel narrow" aria-labelledby="suivre-autre">
      <h2 id="suivre-autre">{t.title}</h2>
      <ErrorSummary errors={{ actor: error }} labels={{ actor: t.actor }} />
      <form class="stack" method="post" action="/reseau/abonnements">
        <Field
          name="actor"
          label={t.actor}
          hint={t.actorHint}
          value={actor}
          error={error}
          maxlength={500}
          autocomplete="off"
          required
        />
        <p class="actions">
          <Button look="primary" icon="plus">
            {t.submit}
          </Button>
          <LinkButton look="quiet" href="/reseau/serveurs" icon="waypoints">
            {t.hosts}
          </LinkButton>
        </p>
      </form>
      <p class="actions">
        <LinkButton look="quiet" href="/reseau/abonnements/liste" icon="users">
          {t.list}
        </LinkButton>
        <LinkButton look="quiet" href="/demenagement" icon="door-open">
          {t.move}
        </LinkButton>
      </p>
    </section>
  )
}
