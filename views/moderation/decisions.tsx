import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Filters } from '../components/filters.tsx'
import { Field, Select, type Option } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { decisionTexts, type ActionName } from './decision-texts.ts'
import { moderationTexts } from './texts.ts'

export interface ShownDecision {
  id: string
  action: ActionName
  /** What it was about, as far as it is still known. */
  about: { title: string; href: string | null }
  reason: string
  publicReason: string
  /** Null: the account is gone. */
  by: string | null
  at: number
  /** How it is taken back, while it can be. */
  undoing: 'show' | 'hide' | 'reopen' | null
  undoneAt: number | null
  /** It takes back an older one itself. */
  undoes: boolean
  /** Nothing takes it back. */
  final: boolean
  /** The page where it can be decided anew. */
  review: string | null
}

export interface DecisionsProps {
  decisions: readonly ShownDecision[]
  filter: Readonly<Record<'par' | 'acte' | 'du' | 'au', string>>
  people: readonly Option[]
  actions: readonly ActionName[]
  /** The one whose form came back without a reason. */
  failed: string | null
  /** This page. */
  back: string
  older: string | null
}

export function Decisions({ decisions, older, failed, back, ...filtered }: DecisionsProps) {
  const t = useTexts(decisionTexts)
  const active = Object.values(filtered.filter).filter((value) => value !== '').length
  return (
    <>
      <DecisionFilters {...filtered} active={active} />
      {decisions.length === 0 ? (
        <Empty icon="scroll-text" title={active > 0 ? t.noneFiltered : t.none}>
          <p>{active > 0 ? t.noneFilteredText : t.noneText}</p>
        </Empty>
      ) : (
        <ol class="rows decisions">
          {decisions.map((decision) => (
            <Decision {...decision} back={back} failed={failed === decision.id} />
          ))}
        </ol>
      )}
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

type FilterProps = Pick<DecisionsProps, 'filter' | 'people' | 'actions'> & { active: number }

function DecisionFilters({ filter, people, actions, active }: FilterProps) {
  const t = useTexts(decisionTexts)
  const own = (name: 'par' | 'acte' | 'du' | 'au') => ({ name, value: filter[name], idPrefix: 'filter' })
  return (
    <Filters
      action="/moderation/decisions"
      active={active}
      clearHref={active === 0 ? null : '/moderation/decisions'}
    >
      <Select {...own('par')} label={t.filter.by} empty={t.filter.everybody} options={people} quiet />
      <Select
        {...own('acte')}
        label={t.filter.action}
        empty={t.filter.everything}
        options={actions.map((value) => ({ value, label: t.actions[value] }))}
        quiet
      />
      <Field {...own('du')} type="date" label={t.filter.from} quiet />
      <Field {...own('au')} type="date" label={t.filter.until} quiet />
    </Filters>
  )
}

function Decision(decision: ShownDecision & { back: string; failed: boolean }) {
  const t = useTexts(decisionTexts)
  const { id, action, about, reason, publicReason, by, at, undoneAt, undoes, final } = decision
  const name = by === null ? t.goneAccount : by === 'console' ? t.console : by
  return (
    <li id={`decision-${id}`}>
      <p>
        <b>{t.actions[action]}</b> –{' '}
        {about.href === null ? about.title : <a href={about.href}>{about.title}</a>}
      </p>
      {reason !== '' && <p class="report-reason">{reason}</p>}
      {publicReason !== '' && (
        <p class="report-reason">
          {t.publicly} {publicReason}
        </p>
      )}
      <p class="row-note">
        <When at={at} form="moment" />, {t.by} {name}
      </p>
      {undoneAt !== null && (
        <p class="row-note">
          {t.undone} <When at={undoneAt} form="moment" />
        </p>
      )}
      {undoes && <p class="row-note">{t.undoes}</p>}
      {final && <p class="row-note">{t.final}</p>}
      {action === 'blocked' && <p class="row-note">{t.blockFinal}</p>}
      <Acts {...decision} />
    </li>
  )
}

function Acts({
  id,
  about,
  undoing,
  review,
  back,
  failed,
}: ShownDecision & { back: string; failed: boolean }) {
  const t = useTexts(decisionTexts)
  if (undoing === null && review === null) return null
  return (
    <div class="actions">
      {undoing !== null && <Undo {...{ id, about, undoing, back, failed }} />}
      {review !== null && (
        <LinkButton look="quiet" small href={review} label={t.reviewOf(about.title)}>
          {t.review}
        </LinkButton>
      )}
    </div>
  )
}

type UndoProps = Pick<ShownDecision, 'id' | 'about'> & {
  undoing: 'show' | 'hide' | 'reopen'
  back: string
  failed: boolean
}

const icons = { show: 'eye', hide: 'eye-off', reopen: 'history' } as const

/** One press; what takes something from somebody asks why first. */
function Undo({ id, about, undoing, back, failed }: UndoProps) {
  const t = useTexts(decisionTexts)
  const { reasonMissing } = useTexts(moderationTexts)
  const action = `/moderation/decisions/${id}/annulation`
  const label = `${t.undo[undoing]} – ${about.title}`
  const [icon, words] = [icons[undoing], t.undo[undoing]]
  if (undoing !== 'hide')
    return (
      <ActionForm action={action} fields={{ retour: back }} icon={icon} small label={label}>
        {words}
      </ActionForm>
    )
  return (
    <details open={failed ? true : undefined}>
      <summary>{words}</summary>
      <form class="form" method="post" action={action}>
        <HiddenFields fields={{ retour: back }} />
        <Field
          name="reason"
          label={t.undoReason}
          idPrefix={`u-${id}`}
          error={failed ? reasonMissing : undefined}
          maxlength={1000}
          required
        />
        <p>
          <Button small icon={icon} label={label}>
            {words}
          </Button>
        </p>
      </form>
    </details>
  )
}
