import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
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
import { ownTexts } from './own-texts.ts'
import { requestTexts } from './request-texts.ts'

/** Behind the link of the first letter: to read again, to send, to drop. Opening it does none of these. */
export function Unconfirmed({ request, late }: { request: ShownRequest; late: boolean }) {
  const t = useTexts(requestTexts)
  return (
    <div class="narrow stack">
      <h1>{late ? t.late : t.readAgain}</h1>
      {late && <p class="lead">{t.lateHow}</p>}
      <RequestPanel request={request} />
      {late ? (
        <p class="actions">
          <LinkButton href="/facilitation/demande">{t.again}</LinkButton>
        </p>
      ) : (
        <form class="actions" method="post">
          <HiddenFields fields={{ acte: 'envoyer' }} />
          <Button look="primary" icon="send">
            {t.send}
          </Button>
        </form>
      )}
      <form method="post">
        <HiddenFields fields={{ acte: 'effacer' }} />
        <Button look="quiet" icon="trash-2">
          {t.drop}
        </Button>
      </form>
    </div>
  )
}

export interface OwnProps {
  request: ShownRequest
  events: readonly ShownEvent[]
  links: readonly ShownLink[]
  /** Nobody has answered yet. */
  isNew: boolean
  end: ShownEnd | null
  /** The text to agree to, and the date of its words. */
  trace: { text: string; state: 'proposed' | 'agreed' | 'refused'; at: number } | null
  forms: Readonly<Record<'message' | 'close' | 'trace', FormState>>
  formIds: Readonly<Record<'message' | 'close', string>>
  most: { words: number; hours: number }
  keptMonths: number
  now: number
  trouble: 'full' | 'changed' | 'moved' | null
}

/** `/facilitation/demandes/<id>/<key>`: the whole exchange, for whoever asked. */
export function Own(props: OwnProps) {
  const t = useTexts(ownTexts)
  const locale = useLocale()
  const { request, events, links, isNew, end, trace, formIds, now, trouble } = props
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        {isNew && <p class="lead">{t.sent}</p>}
        {end !== null && <End {...end} />}
        <p class="hint">{t.keep}</p>
      </header>
      {trouble !== null && (
        <Notice kind="warning" role="alert">
          {t[trouble]}
        </Notice>
      )}
      <RequestPanel request={request} />
      {links.length > 0 && (
        <section class="panel stack" aria-labelledby="links">
          <h2 id="links">{t.links}</h2>
          <Links links={links} />
        </section>
      )}
      <Exchange events={events} now={now} />
      <Message {...props} />
      {trace !== null && <Consent trace={trace} form={props.forms.trace} />}
      {end === null && (
        <Closing
          {...props.forms.close}
          fields={{ acte: 'clore', form: formIds.close }}
          desk={false}
          most={props.most}
        />
      )}
      <details>
        <summary>{t.erase}</summary>
        <form class="stack" method="post">
          <HiddenFields fields={{ acte: 'effacer' }} />
          <p class="hint">{t.eraseHow}</p>
          <p>
            <Button look="danger" icon="trash-2" small>
              {t.eraseNow}
            </Button>
          </p>
        </form>
      </details>
      <p class="hint">{t.kept(formatNumber(props.keptMonths, locale))}</p>
    </div>
  )
}

function Message({ end, forms, formIds, most }: OwnProps) {
  const t = useTexts(ownTexts)
  const { values, errors } = forms.message
  return (
    <form class="form" method="post">
      <ErrorSummary errors={errors} labels={{ text: t.message }} idPrefix="m" />
      <HiddenFields fields={{ acte: 'ecrire', form: formIds.message }} />
      <TextArea
        name="text"
        idPrefix="m"
        label={t.message}
        hint={end === null ? t.messageHint : t.messageReopens}
        value={values['text']}
        error={errors['text']}
        rows={5}
        maxlength={most.words}
        required
      />
      <p>
        <Button look="primary" icon="send">
          {t.messageSubmit}
        </Button>
      </p>
    </form>
  )
}

function Consent({ trace, form }: { trace: NonNullable<OwnProps['trace']>; form: FormState }) {
  const t = useTexts(ownTexts)
  const { text, state, at } = trace
  const shown = { texte: String(at) }
  return (
    <section class="panel stack" aria-labelledby="consent">
      <h2 id="consent">{t.trace}</h2>
      <p>{state === 'proposed' ? t.traceLead : t[state]}</p>
      <p class="as-typed quoted">{text}</p>
      {state !== 'agreed' && (
        <form class="stack" method="post">
          <ErrorSummary errors={form.errors} idPrefix="y" />
          <HiddenFields fields={{ acte: 'accord', ...shown }} />
          <Checkbox name="oui" idPrefix="y" label={t.yes} error={form.errors['oui']} required />
          <p>
            <Button icon="check">{t.yesSubmit}</Button>
          </p>
        </form>
      )}
      {state !== 'refused' && (
        <form class="stack" method="post">
          <HiddenFields fields={{ acte: 'refus', ...shown }} />
          {state === 'agreed' && <p class="hint">{t.takeBackHow}</p>}
          <p>
            <Button look="quiet" icon="ban">
              {state === 'agreed' ? t.takeBack : t.no}
            </Button>
          </p>
        </form>
      )}
    </section>
  )
}
