import { Breadcrumb } from '../components/breadcrumb.tsx'
import { useTexts } from '../language.tsx'
import { DecisionErrors, DecisionForm, type DecisionFormProps } from './decision-form.tsx'
import { moderationTexts } from './texts.ts'
import { ThingView, type ShownThing } from './thing.tsx'

/** One thing and all that can be decided about it. */
export function SingleThing({ thing, now, ...form }: { thing: ShownThing; now: number } & DecisionFormProps) {
  const t = useTexts(moderationTexts)
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: t.title, href: '/moderation' }, { label: t.decide }]} />
      <h1>{t.decideOn(thing.title)}</h1>
      <DecisionErrors sent={form.sent} idPrefix={form.idPrefix} />
      <article class="panel">
        <ThingView thing={thing} now={now} />
      </article>
      <DecisionForm {...form} read={thing.version} />
    </div>
  )
}
