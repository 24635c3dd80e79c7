import { LinkButton } from '../components/button.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { useTexts } from '../language.tsx'
import { DecisionErrors, DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import { Quoting } from '../quoting.tsx'
import { moderationTexts } from './texts.ts'
import { ThingView, type ShownThing } from './thing.tsx'

interface SingleProps {
  thing: ShownThing
  now: number
  /** Where it is reported, so that its own server can be told; null: it was written here. */
  report: string | null
}

/** One thing and all that can be decided about it. */
export function SingleThing({ thing, now, report, ...form }: SingleProps & DecisionFormProps) {
  const t = useTexts(moderationTexts)
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: t.title, href: '/moderation' }, { label: t.decide }]} />
      <h1>
        <Quoting said={t.decideOn} title={thing.title} language={thing.titleLanguage} />
      </h1>
      <DecisionErrors sent={form.sent} idPrefix={form.idPrefix} />
      <article class="panel">
        <ThingView thing={thing} now={now} />
      </article>
      {report !== null && (
        <p>
          <LinkButton look="quiet" icon="flag" href={report}>
            {t.reportHome}
          </LinkButton>
        </p>
      )}
      <DecisionForm {...form} read={thing.version} />
    </div>
  )
}
