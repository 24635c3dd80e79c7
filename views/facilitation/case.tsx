import type { FormState } from '../accounts/form.ts'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { caseTexts } from './case-texts.ts'
import { Closing } from './closing.tsx'
import {
  End,
  Exchange,
  Links,
  RequestPanel,
  type ShownEnd,
  type ShownEvent,
  type ShownLink,
  type ShownRequest,
} from './exchange.tsx'
import { TracePanel, type ShownTrace } from './trace.tsx'

/** The forms of the page, each with what was typed in it. */
export type CaseForm = 'answer' | 'note' | 'close' | 'trace'

export interface CaseProps {
  /** `/facilitation/dossiers/<id>` */
  path: string
  request: ShownRequest
  events: readonly ShownEvent[]
  links: readonly ShownLink[]
  /** Who has taken it: their account, for a form that knows; null: nobody. */
  owner: { id: string; name: string; isViewer: boolean } | null
  waitingSince: number | null
  end: ShownEnd | null
  trace: ShownTrace
  forms: Readonly<Record<CaseForm, FormState>>
  /** Chosen by the page, one for each form. */
  formIds: Readonly<Record<CaseForm, string>>
  most: { words: number; hours: number; trace: number }
  now: number
  /** Somebody was quicker. */
  conflict: string | null
}

/** One case, for those who run the desk. */
export function Case(props: CaseProps) {
  const t = useTexts(caseTexts)
  const { path, request, events, links, end, now, conflict } = props
  return (
    <div class="narrow stack">
      <header class="page-head">
        <p>
          <a href="/facilitation/dossiers">{t.list}</a>
        </p>
        <h1>{request.subject}</h1>
        <Standing {...props} />
      </header>
      {conflict !== null && (
        <Notice kind="warning" title={t.changed} role="alert">
          <p>{conflict}</p>
        </Notice>
      )}
      <RequestPanel request={request} heading={t.asked} />
      <Exchange events={events} now={now} />
      <Words {...props} form="answer" />
      <section class="panel stack" aria-labelledby="links">
        <h2 id="links">{t.links}</h2>
        <Links links={links} path={path} />
        <p class="actions">
          <LinkButton href={`${path}/lots`} icon="file-text" small>
            {t.addLot}
          </LinkButton>
          <LinkButton href={`${path}/organisations`} icon="building-2" small>
            {t.addOrganisation}
          </LinkButton>
        </p>
      </section>
      <Words {...props} form="note" />
      {end === null ? (
        <Closing
          {...props.forms.close}
          action={`${path}/clore`}
          fields={{ form: props.formIds.close }}
          desk
          most={props.most}
        />
      ) : (
        <ActionForm action={`${path}/rouvrir`} icon="history">
          {t.reopen}
        </ActionForm>
      )}
      <TracePanel
        {...props.forms.trace}
        path={path}
        trace={props.trace}
        form={props.formIds.trace}
        most={props.most.trace}
      />
      <Erase path={path} />
    </div>
  )
}

function Standing({ path, owner, waitingSince, end, now }: CaseProps) {
  const t = useTexts(caseTexts)
  return (
    <>
      <p>
        {owner === null ? t.nobody : t.owner(owner.name)}
        {waitingSince !== null && (
          <>
            {' · '}
            {t.waits} <Ago at={waitingSince} now={now} />
          </>
        )}
      </p>
      {end !== null && <End {...end} />}
      {end === null && (
        <p class="actions">
          {owner?.isViewer === true ? (
            <ActionForm action={`${path}/rendre`} small icon="repeat-2">
              {t.release}
            </ActionForm>
          ) : (
            <ActionForm
              action={`${path}/prendre`}
              small
              icon="check"
              fields={owner === null ? {} : { de: owner.id }}
            >
              {owner === null ? t.take : t.takeOver(owner.name)}
            </ActionForm>
          )}
        </p>
      )}
    </>
  )
}

/** Words for whoever asked, or for the desk alone. */
function Words(props: CaseProps & { form: 'answer' | 'note' }) {
  const t = useTexts(caseTexts)
  const { path, form, formIds, most } = props
  const { values, errors } = props.forms[form]
  const isAnswer = form === 'answer'
  const idPrefix = isAnswer ? 'a' : 'n'
  return (
    <form class="form" method="post" action={`${path}/${isAnswer ? 'repondre' : 'noter'}`}>
      <ErrorSummary errors={errors} labels={{ text: t[form] }} idPrefix={idPrefix} />
      <HiddenFields fields={{ form: formIds[form] }} />
      <TextArea
        name="text"
        idPrefix={idPrefix}
        label={t[form]}
        hint={isAnswer ? t.answerHint : t.noteHint}
        value={values['text']}
        error={errors['text']}
        rows={isAnswer ? 6 : 3}
        maxlength={most.words}
        required
      />
      <p>
        <Button look={isAnswer ? 'primary' : 'secondary'} icon={isAnswer ? 'send' : 'lock'}>
          {isAnswer ? t.answerSubmit : t.noteSubmit}
        </Button>
      </p>
    </form>
  )
}

function Erase({ path }: { path: string }) {
  const t = useTexts(caseTexts)
  return (
    <details>
      <summary>{t.erase}</summary>
      <form class="stack" method="post" action={`${path}/effacer`}>
        <HiddenFields fields={{}} />
        <p class="hint">{t.eraseHow}</p>
        <p>
          <Button look="danger" small icon="trash-2">
            {t.eraseNow}
          </Button>
        </p>
      </form>
    </details>
  )
}
