import type { FormState } from '../accounts/form.ts'
import { ActionForm, Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { caseTexts } from './case-texts.ts'

export interface ShownTrace {
  text: string | null
  state: 'proposed' | 'agreed' | 'refused' | null
  /** A draft was made of it: its page, as far as this reader may see it. */
  draft: { href: string | null } | null
}

export interface TraceProps extends FormState {
  path: string
  trace: ShownTrace
  form: string
  most: number
}

/** The text that may become public: proposed here, agreed to by whoever asked, drafted for an editor. */
export function TracePanel(props: TraceProps) {
  const t = useTexts(caseTexts)
  const { path, trace } = props
  return (
    <section class="panel stack" aria-labelledby="trace">
      <h2 id="trace">{t.trace}</h2>
      <p class="hint">{t.traceLead}</p>
      {trace.text !== null && <p class="as-typed quoted">{trace.text}</p>}
      {trace.state !== null && <p>{t.traceState[trace.state]}</p>}
      {trace.draft === null ? (
        <>
          {trace.state === 'agreed' && (
            <ActionForm action={`${path}/brouillon`} icon="newspaper">
              {t.traceDraft}
            </ActionForm>
          )}
          <Proposal {...props} />
        </>
      ) : (
        <>
          <p>
            {t.traceDrafted} {trace.draft.href !== null && <a href={trace.draft.href}>{t.traceOpen}</a>}
          </p>
          {trace.state !== 'agreed' && <Notice kind="warning">{t.traceTakenBack}</Notice>}
        </>
      )}
    </section>
  )
}

function Proposal({ path, trace, form, most, values, errors }: TraceProps) {
  const t = useTexts(caseTexts)
  return (
    <form class="form" method="post" action={`${path}/texte`}>
      <ErrorSummary errors={errors} labels={{ trace: t.traceField }} idPrefix="t" />
      <HiddenFields fields={{ form }} />
      <TextArea
        name="trace"
        idPrefix="t"
        label={t.traceField}
        hint={t.traceHint}
        value={values['trace'] ?? trace.text ?? ''}
        error={errors['trace']}
        rows={4}
        maxlength={most}
        required
      />
      <p>
        <Button>{t.traceSubmit}</Button>
      </p>
    </form>
  )
}
