import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { Empty } from '../components/empty.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { RhythmField, rhythmOptions } from './save.tsx'
import { alertTexts, type AlertRhythm } from './texts.ts'

export interface ShownAlert {
  id: string
  /** As its keeper calls it; empty: `what` it asks. */
  name: string
  what: string
  /** What it looks through. */
  list: string
  rhythm: AlertRhythm
  paused: boolean
}

export interface OwnAlertProps extends ShownAlert {
  state: 'unconfirmed' | 'told' | 'late' | 'many'
  /** Where all of this reader's end. */
  endAll: string
}

/** What the link of a letter opens: to confirm, to change, to end. Opening it does none of these. */
export function OwnAlert({ what, list, rhythm, paused, state, endAll }: OwnAlertProps) {
  const t = useTexts(alertTexts)
  return (
    <div class="narrow stack">
      <h1>{state === 'told' ? t.ownTitle : t.confirmTitle}</h1>
      <p class="lead">
        <a href={list}>{what}</a>
      </p>
      {state === 'told' && (paused ? <Notice kind="warning">{t.paused}</Notice> : <p>{t.told}</p>)}
      {state === 'late' && <Notice kind="warning">{t.late}</Notice>}
      {state === 'many' && <Notice kind="warning">{t.many}</Notice>}
      {state === 'unconfirmed' && (
        <form class="actions" method="post">
          <HiddenFields fields={{ acte: 'confirmer' }} />
          <Button look="primary" icon="bell">
            {t.confirm}
          </Button>
        </form>
      )}
      {state === 'told' && (
        <form class="form" method="post">
          <HiddenFields fields={{ acte: 'rythme' }} />
          <RhythmField value={rhythm} />
          <div class="form-end">
            <Button look="primary" icon="check">
              {t.save}
            </Button>
          </div>
        </form>
      )}
      <form class="actions" method="post">
        <HiddenFields fields={{ acte: 'arreter' }} />
        <Button look={state === 'told' ? 'secondary' : 'quiet'} icon="trash-2">
          {state === 'told' ? t.end : t.drop}
        </Button>
        {state === 'told' && (
          <LinkButton href={endAll} look="quiet">
            {t.endAll}
          </LinkButton>
        )}
      </form>
    </div>
  )
}

/** `/alertes/fin/…`: asks once more, for a link alone changes nothing. */
export function StopAll() {
  const t = useTexts(alertTexts)
  return (
    <div class="narrow stack">
      <h1>{t.stopTitle}</h1>
      <p class="lead">{t.stop}</p>
      <form class="actions" method="post">
        <Button look="primary" icon="check">
          {t.stopNow}
        </Button>
      </form>
    </div>
  )
}

/** `/compte/alertes` */
export function OwnAlerts({ alerts, email }: { alerts: readonly ShownAlert[]; email: string | null }) {
  const t = useTexts(alertTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.mine}</h1>
        <p class="lead">{t.mineLead}</p>
      </header>
      {alerts.length === 0 ? (
        <Empty icon="bell" title={t.mineNone}>
          <p>{t.mineNoneHow}</p>
        </Empty>
      ) : (
        alerts.map((alert) => <AlertPanel {...alert} email={email} />)
      )}
    </div>
  )
}

function AlertPanel({ id, name, what, list, rhythm, paused, email }: ShownAlert & { email: string | null }) {
  const t = useTexts(alertTexts)
  return (
    <article class="panel" aria-labelledby={`a-${id}`}>
      <h2 id={`a-${id}`}>
        <a href={list}>{name === '' ? what : name}</a>
      </h2>
      {name !== '' && <p class="hint">{what}</p>}
      {paused && <Notice kind="warning">{t.paused}</Notice>}
      <form class="stack" method="post" action={`/compte/alertes/${id}`}>
        <HiddenFields fields={{ acte: 'rythme' }} />
        <Field
          name="name"
          idPrefix={`a-${id}`}
          label={t.name}
          hint={t.nameHint}
          value={name}
          maxlength={80}
        />
        {email !== null && (
          <Choices
            type="radio"
            name="rhythm"
            idPrefix={`a-${id}`}
            label={t.letters}
            hint={t.toYou(email)}
            options={rhythmOptions(t.rhythms, 'all')}
            chosen={[rhythm]}
          />
        )}
        <p class="actions">
          <Button small icon="check" label={`${t.saveKept} – ${what}`}>
            {t.saveKept}
          </Button>
        </p>
      </form>
      <form class="actions" method="post" action={`/compte/alertes/${id}`}>
        <HiddenFields fields={{ acte: 'arreter' }} />
        <Button small look="quiet" icon="trash-2" label={t.dropOf(what)}>
          {t.dropKept}
        </Button>
      </form>
    </article>
  )
}
