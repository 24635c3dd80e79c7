import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { Empty } from '../components/empty.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { RhythmField } from './save.tsx'
import { alertTexts, type AlertRhythm } from './texts.ts'

export interface ShownAlert {
  id: string
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
export function OwnAlerts({ alerts, email }: { alerts: readonly ShownAlert[]; email: string }) {
  const t = useTexts(alertTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.mine}</h1>
        <p class="lead">{t.toYou(email)}</p>
      </header>
      {alerts.length === 0 ? (
        <Empty icon="bell" title={t.mineNone}>
          <p>{t.mineNoneHow}</p>
        </Empty>
      ) : (
        alerts.map((alert) => <AlertPanel {...alert} />)
      )}
    </div>
  )
}

function AlertPanel({ id, what, list, rhythm, paused }: ShownAlert) {
  const t = useTexts(alertTexts)
  return (
    <article class="panel" aria-labelledby={`a-${id}`}>
      <h2 id={`a-${id}`}>
        <a href={list}>{what}</a>
      </h2>
      {paused && <Notice kind="warning">{t.paused}</Notice>}
      <form class="stack" method="post" action={`/compte/alertes/${id}`}>
        <HiddenFields fields={{ acte: 'rythme' }} />
        <Choices
          type="radio"
          name="rhythm"
          idPrefix={`a-${id}`}
          label={t.rhythm}
          inline
          options={[
            { value: 'daily', label: t.rhythms.daily },
            { value: 'weekly', label: t.rhythms.weekly },
          ]}
          chosen={[rhythm]}
        />
        <p class="actions">
          <Button small icon="check" label={`${t.save} – ${what}`}>
            {t.save}
          </Button>
        </p>
      </form>
      <form class="actions" method="post" action={`/compte/alertes/${id}`}>
        <HiddenFields fields={{ acte: 'arreter' }} />
        <Button small look="quiet" icon="trash-2" label={t.endOf(what)}>
          {t.end}
        </Button>
      </form>
    </article>
  )
}
