import { ActionForm, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { useTexts } from '../language.tsx'
import { decisionTexts, type ActionName } from './decision-texts.ts'

export interface ShownDecision {
  id: string
  action: ActionName
  /** What it was about, as far as it is still known. */
  about: { title: string; href: string | null }
  reason: string
  /** Null: the account is gone. */
  by: string | null
  at: number
  /** The answer that this decision hid, while it is hidden. */
  undo: string | null
  /** The page where it can be decided anew. */
  review: string | null
}

export function Decisions({
  decisions,
  older,
}: {
  decisions: readonly ShownDecision[]
  older: string | null
}) {
  const t = useTexts(decisionTexts)
  if (decisions.length === 0)
    return (
      <Empty icon="scroll-text" title={t.none}>
        <p>{t.noneText}</p>
      </Empty>
    )
  return (
    <>
      <ol class="rows decisions">
        {decisions.map((decision) => (
          <Decision {...decision} />
        ))}
      </ol>
      {older !== null && (
        <p>
          <LinkButton href={older} icon="history">
            {t.older}
          </LinkButton>
        </p>
      )}
    </>
  )
}

function Decision({ action, about, reason, by, at, undo, review }: ShownDecision) {
  const t = useTexts(decisionTexts)
  const name = by === null ? t.goneAccount : by === 'console' ? t.console : by
  return (
    <li>
      <p>
        <b>{t.actions[action]}</b> –{' '}
        {about.href === null ? about.title : <a href={about.href}>{about.title}</a>}
      </p>
      {reason !== '' && <p class="report-reason">{reason}</p>}
      <p class="row-note">
        <When at={at} form="moment" />, {t.by} {name}
      </p>
      {(undo !== null || review !== null) && (
        <div class="actions">
          {undo !== null && (
            <ActionForm
              action={`/moderation/commentaires/${undo}/decision`}
              fields={{ outcome: 'shown', reason: '', retour: '/moderation/decisions' }}
              icon="eye"
              small
              label={`${t.undo} – ${about.title}`}
            >
              {t.undo}
            </ActionForm>
          )}
          {review !== null && (
            <LinkButton look="quiet" small href={review} label={t.reviewOf(about.title)}>
              {t.review}
            </LinkButton>
          )}
        </div>
      )}
    </li>
  )
}
