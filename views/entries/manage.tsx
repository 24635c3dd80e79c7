import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { inquiryTexts } from '../inquiries/texts.ts'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import { Quoting, TitleLink, type Titled } from '../quoting.tsx'

/** What this reader may do to the entry; each is an address, or null. */
export interface ManageProps {
  path: string
  revision: number
  /** This is the preview itself. */
  previewed: boolean
  mayEdit: boolean
  mayPublish: boolean
  maySubmit: boolean
  maySendBack: boolean
  mayTakeBack: boolean
  mayClose: boolean
  mayReopen: boolean
  mayWithdraw: boolean
  isPublic: boolean
  /** An organisation is not over: it has closed down. */
  isOrganisation: boolean
  /** Who received it on other servers, and who did not. */
  deliveries: string | null
  /** Where a new one is begun from it; a year later, of what comes back each year. Null: not by this reader. */
  copy: { same: string; later: string | null } | null
  /** Where what it said before can be read. */
  history: string | null
  /** What people without an account wrote, and how many; null: none can, or not to this reader. */
  inquiries: { act: 'apply' | 'ask' | 'register'; count: number } | null
  /** The account of an organisation moves, and is moved to. */
  moving: string | null
}

/** A plain form can only GET and POST: this field says DELETE. */
const undo = { _method: 'DELETE' }

export function Manage(props: ManageProps) {
  const t = useTexts(entryTexts).manage
  const written = useTexts(inquiryTexts)
  const { path } = props
  // What was read is what gets published: not what somebody changed in the meantime.
  const read = { revision: String(props.revision) }
  const small = { small: true } as const
  return (
    <section class="panel manage" aria-labelledby="gerer">
      <h2 id="gerer">{t.title}</h2>
      <div class="actions">
        {props.mayPublish && (
          <ActionForm {...small} action={`${path}/publication`} fields={read} look="primary" icon="send">
            {t.publish}
          </ActionForm>
        )}
        {props.maySubmit && (
          <ActionForm {...small} action={`${path}/relecture`} look="primary" icon="eye">
            {t.submit}
          </ActionForm>
        )}
        {props.mayEdit && (
          <LinkButton {...small} href={`${path}/modifier`} icon="pencil">
            {t.edit}
          </LinkButton>
        )}
        {props.mayEdit && !props.previewed && (
          <LinkButton {...small} href={`${path}/apercu`} icon="eye">
            {t.preview}
          </LinkButton>
        )}
        {props.copy !== null && props.copy.later !== null && (
          <LinkButton {...small} href={props.copy.later} icon="calendar-plus">
            {t.nextYear}
          </LinkButton>
        )}
        {props.copy !== null && (
          <LinkButton {...small} href={props.copy.same} icon="copy">
            {t.copy}
          </LinkButton>
        )}
        {props.history !== null && (
          <LinkButton {...small} href={props.history} icon="history">
            {t.history}
          </LinkButton>
        )}
        {props.maySendBack && (
          <LinkButton {...small} href={`${path}/rendre`} icon="reply">
            {t.sendBack}
          </LinkButton>
        )}
        {props.mayTakeBack && (
          <ActionForm {...small} action={`${path}/relecture`} fields={undo} icon="reply">
            {t.takeBack}
          </ActionForm>
        )}
        {props.deliveries !== null && (
          <LinkButton {...small} href={props.deliveries} icon="waypoints">
            {t.deliveries}
          </LinkButton>
        )}
        {props.inquiries !== null && (
          <LinkButton {...small} href={`${path}/demandes`} icon="inbox">
            {written[props.inquiries.act].many} ({props.inquiries.count})
          </LinkButton>
        )}
        {props.moving !== null && (
          <LinkButton {...small} href={props.moving} icon="door-open">
            {t.moving}
          </LinkButton>
        )}
        {props.mayClose && (
          <ActionForm {...small} action={`${path}/cloture`} icon="lock">
            {props.isOrganisation ? t.closeOrganisation : t.close}
          </ActionForm>
        )}
        {props.mayReopen && (
          <ActionForm {...small} action={`${path}/cloture`} fields={undo} icon="door-open">
            {t.reopen}
          </ActionForm>
        )}
        {props.mayWithdraw && (
          <LinkButton {...small} href={`${path}/retirer`} look="danger" icon="trash-2">
            {props.isPublic ? t.withdraw : t.discard}
          </LinkButton>
        )}
      </div>
      <Meanings {...props} />
    </section>
  )
}

/** What is hard to undo is said before it is pressed. */
function Meanings({ mayClose, mayWithdraw, isPublic, isOrganisation }: ManageProps) {
  const { what: t } = useTexts(entryTexts).manage
  if (!mayClose && !mayWithdraw) return null
  return (
    <p class="hint">
      {mayClose && (isOrganisation ? t.closeOrganisation : t.close)}
      {mayClose && mayWithdraw && <br />}
      {mayWithdraw && (isPublic ? t.withdraw : t.discard)}
    </p>
  )
}

export interface WithdrawPageProps extends Titled {
  isPublic: boolean
  mayClose: boolean
  /** Of an organisation: what it says itself, which is withdrawn first, and how many others name it. */
  spoken: { own: readonly Titled[]; named: number }
}

/** Asked once more, with what it means: it cannot be undone. */
export function WithdrawPage({ path, title, language, isPublic, mayClose, spoken }: WithdrawPageProps) {
  const t = useTexts(entryTexts).withdraw
  const { own, named } = spoken
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={isPublic ? t.title : t.discardTitle} title={title} language={language} />
      </h1>
      {own.length === 0 ? (
        <p>{isPublic ? t.public : t.draft}</p>
      ) : (
        <Notice kind="warning" title={t.own(own.length)}>
          <p>{t.ownFirst}</p>
          <ul>
            {own.slice(0, 50).map((one) => (
              <li>
                <TitleLink {...one} path={`${one.path}/retirer`} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {named > 0 && <p>{t.named(named)}</p>}
      {mayClose && <p>{t.close}</p>}
      {own.length > 0 ? (
        <p class="actions">
          <LinkButton href={path}>{t.no}</LinkButton>
        </p>
      ) : (
        <form method="post" action={path} class="actions">
          <HiddenFields fields={undo} />
          <Button look="danger" icon="trash-2">
            {isPublic ? t.yes : t.discard}
          </Button>
          <LinkButton href={path} look="quiet">
            {t.no}
          </LinkButton>
        </form>
      )}
    </div>
  )
}
