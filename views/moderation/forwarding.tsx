import { Button, HiddenFields } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import type { Sent } from './decision-form.tsx'
import { forwardTexts } from './forward-texts.ts'

export interface ForwardingProps {
  id: string
  reason: string
  /** The server that could be told; null: there is none, or it was. */
  forwardTo: string | null
  /** Whoever reported asked for it. */
  wishesForward: boolean
  forwarded: {
    at: number
    to: string
    arrival: 'waiting' | 'delivered' | 'refused' | 'unsent' | 'past'
  } | null
  back: string
  sent: Sent
}

export const forwardPrefix = (id: string): string => `t-${id}`

export function ForwardErrors({ sent, idPrefix }: { sent: Sent; idPrefix: string }) {
  const t = useTexts(forwardTexts)
  return <ErrorSummary errors={sent.errors} labels={{ content: t.content }} idPrefix={idPrefix} />
}

/** A report passed on to the server that its thing comes from, or the form that does so. */
export function Forwarding(props: ForwardingProps) {
  const t = useTexts(forwardTexts)
  const { forwarded, forwardTo, wishesForward } = props
  if (forwarded !== null)
    return (
      <p class="row-note">
        {t.forwarded(forwarded.to)} <When at={forwarded.at} form="moment" />. {t.arrivals[forwarded.arrival]}
      </p>
    )
  if (forwardTo === null) return null
  return (
    <>
      {wishesForward && <p class="row-note">{t.wish(forwardTo)}</p>}
      <ForwardForm {...props} host={forwardTo} />
    </>
  )
}

function ForwardForm({ id, reason, back, sent, host }: ForwardingProps & { host: string }) {
  const t = useTexts(forwardTexts)
  const hasFailed = Object.keys(sent.errors).length > 0
  return (
    <details open={hasFailed ? true : undefined}>
      <summary>{t.title(host)}</summary>
      <form class="form" method="post" action={`/moderation/signalements/${id}/transmission`}>
        <HiddenFields fields={{ retour: back }} />
        <p class="hint">{t.how(host)}</p>
        <TextArea
          name="content"
          label={t.content}
          hint={t.contentHint}
          value={sent.values['content'] ?? reason}
          error={sent.errors['content']}
          idPrefix={forwardPrefix(id)}
          rows={4}
          maxlength={2000}
          required
        />
        <p class="actions">
          <Button icon="send">{t.send(host)}</Button>
        </p>
      </form>
    </details>
  )
}
