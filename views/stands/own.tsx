import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { labelsOf, SheetFields } from './ask.tsx'
import { NoticeLine, type ShownNotice } from './sheet.tsx'
import { standTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface OwnStandProps extends FormState {
  entry: Titled
  name: string
  village: string
  state: 'unconfirmed' | 'asked' | 'waiting' | 'accepted' | 'refused' | 'late' | 'over'
  decision: string
  /** Its page, once it is published. */
  sheet: string | null
  notices: readonly ShownNotice[]
  /** What the form of the next notice sends as its id. */
  noticeId: string
  boardFull: boolean
}

/** What the link of the letters opens: to send, to correct, to put notices up, to take back. */
export function OwnStand(props: OwnStandProps) {
  const t = useTexts(standTexts)
  const { entry, name, village, state, decision, sheet } = props
  const isOpen = state !== 'late' && state !== 'over' && state !== 'refused'
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.ownTitle(name)}</h1>
        <p class="lead">
          {village} – <TitleLink {...entry} />
        </p>
      </header>
      <Notice kind={state === 'accepted' ? 'success' : isOpen ? 'info' : 'warning'}>
        <p>{t.own[state]}</p>
        {decision !== '' && <p class="as-typed">{decision}</p>}
      </Notice>
      {sheet !== null && (
        <p>
          <a href={sheet}>{t.toSheet}</a>
        </p>
      )}
      {state === 'unconfirmed' && (
        <form class="actions" method="post">
          <HiddenFields fields={{ acte: 'envoyer' }} />
          <Button look="primary" icon="send">
            {t.submit}
          </Button>
        </form>
      )}
      {isOpen && <SheetForm {...props} />}
      {state === 'accepted' && <OwnBoard {...props} />}
      <form class="stack" method="post">
        <HiddenFields fields={{ acte: 'retirer' }} />
        <p class="hint">{t.withdrawHow}</p>
        <p>
          <Button look="danger" icon="trash-2">
            {t.withdraw}
          </Button>
        </p>
      </form>
    </div>
  )
}

function SheetForm({ values, errors, state }: OwnStandProps) {
  const t = useTexts(standTexts)
  return (
    <section class="stack" aria-labelledby="fiche">
      <h2 id="fiche">{t.sheet}</h2>
      <ErrorSummary errors={errors} labels={{ ...labelsOf(t), text: t.notice }} />
      <form class="form" method="post">
        <HiddenFields fields={{ acte: 'corriger' }} />
        <SheetFields {...{ values, errors }} />
        <div class="form-end">
          <Button look={state === 'accepted' ? 'primary' : 'secondary'} icon="check">
            {t.saveSheet}
          </Button>
        </div>
      </form>
    </section>
  )
}

function OwnBoard({ notices, noticeId, boardFull, values, errors }: OwnStandProps) {
  const t = useTexts(standTexts)
  return (
    <section class="stack" aria-labelledby="tableau">
      <h2 id="tableau">{t.board}</h2>
      {notices.length > 0 && (
        <ul class="rows">
          {notices.map((notice) => (
            <li class="row">
              <div class="row-main">
                <NoticeLine {...notice} />
              </div>
              <form method="post" class="actions">
                <HiddenFields fields={{ annonce: notice.id }} />
                <Button
                  small
                  name="acte"
                  value={notice.met ? 'remettre' : 'trouver'}
                  label={`${notice.met ? t.again : t.found1} – ${t.onNotice(notice.text)}`}
                >
                  {notice.met ? t.again : t.found1}
                </Button>
                <Button
                  small
                  look="quiet"
                  name="acte"
                  value="enlever"
                  label={`${t.unpin} – ${t.onNotice(notice.text)}`}
                >
                  {t.unpin}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {boardFull && <Notice kind="warning">{t.boardFull}</Notice>}
      <form class="form" method="post">
        <HiddenFields fields={{ acte: 'afficher', annonce: noticeId }} />
        <Choices
          type="radio"
          name="direction"
          label={t.direction}
          inline
          required
          options={[
            { value: 'offer', label: t.offerWord },
            { value: 'need', label: t.needWord },
          ]}
          chosen={[values['direction'] ?? 'offer']}
        />
        <Field
          name="text"
          label={t.notice}
          hint={t.noticeHint}
          value={values['text']}
          error={errors['text']}
          maxlength={200}
          required
        />
        <div class="form-end">
          <Button icon="plus">{t.pin}</Button>
        </div>
      </form>
    </section>
  )
}
