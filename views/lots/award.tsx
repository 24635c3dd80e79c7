import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { RequiredNote } from '../components/field.tsx'
import { Notice } from '../components/notice.tsx'
import { tidySpaces } from '../format.ts'
import { useTexts } from '../language.tsx'
import { Quoting } from '../quoting.tsx'
import { lotPageTexts } from './texts.ts'

export interface AwardPageProps {
  list: { href: string; label: string }
  tender: { href: string; title: string; language: string }
  lot: { href: string; name: string }
  action: string
  /** What was there when the form was filled. */
  revision: number
  /** Somebody changed the tender meanwhile. */
  conflict: boolean
  errors: Readonly<Record<string, string>>
  labels: Readonly<Record<string, string>>
  questions: Child
}

/** What became of a lot: who holds it, for how much, since when. */
export function AwardPage(props: AwardPageProps) {
  const { list, tender, lot, action, revision, conflict, errors, labels, questions } = props
  const t = useTexts(lotPageTexts)
  return (
    <div class="narrow stack">
      <Breadcrumb
        items={[
          list,
          { href: tender.href, label: tidySpaces(tender.title), language: tender.language },
          { href: lot.href, label: tidySpaces(lot.name), language: tender.language },
          { label: t.awardStep },
        ]}
      />
      <h1>
        <Quoting said={t.award} title={lot.name} language={tender.language} />
      </h1>
      <p class="lead">{t.awardLede}</p>
      {conflict && (
        <Notice kind="warning" role="alert">
          <p>{t.conflict}</p>
        </Notice>
      )}
      <form class="form" method="post" action={action} novalidate>
        <HiddenFields fields={{ revision: String(revision) }} />
        <ErrorSummary errors={errors} labels={labels} />
        <RequiredNote />
        {questions}
        <div class="form-end">
          <LinkButton href={lot.href}>{t.cancel}</LinkButton>
          <Button look="primary" icon="check">
            {t.record}
          </Button>
        </div>
      </form>
    </div>
  )
}
