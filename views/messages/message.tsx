import { Badge } from '../components/badge.tsx'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Prose } from '../components/prose.tsx'
import { useTexts } from '../language.tsx'
import { messageTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'
import { MaybeLink } from '../quoting.tsx'

export interface ShownMessage {
  id: string
  sender: { name: string; handle: string; href: string | undefined }
  /** With the host: `@emplois@hub.example`. */
  addressed: readonly string[]
  public: boolean
  /** What it answers in private; no path: it is no longer shown. */
  about: { title: string; path: string | null; language: string } | null
  /** Where it is read at home. */
  original: string | undefined
  title: string
  /** Sanitised, under its content warning. */
  html: string
  language: string | undefined
  at: number
  editedAt: number | null
  handled: { at: number; by: string | null } | null
  /** Only for those who may. */
  blockHref: string | null
}

interface Props {
  message: ShownMessage
  now: number
  /** Where to go on to. */
  back: string
}

/** A stranger's address: no weight to search engines, no word of where the reader came from. */
const outside = 'nofollow noopener ugc'

export function MessagePanel({ message, now, back }: Props) {
  const t = useTexts(messageTexts)
  const { id, title, html, language, about, original } = message
  return (
    <article class="panel" id={`message-${id}`} aria-labelledby={`m-${id}`}>
      <MessageHead message={message} now={now} />
      <div class="quoted stack">
        {title !== '' && (
          <p {...inItsLanguage(language)}>
            <b>{title}</b>
          </p>
        )}
        {html === '' ? <p>{t.empty}</p> : <Prose html={html} language={language} />}
      </div>
      <div>
        {about !== null && (
          <p class="row-note">
            {t.about} <MaybeLink {...about} />
          </p>
        )}
        {original !== undefined && (
          <p class="row-note">
            <a href={original} rel={outside}>
              {message.public ? t.original : t.originalPrivate}
            </a>
          </p>
        )}
        <Handled message={message} now={now} />
      </div>
      <MessageActions message={message} back={back} />
    </article>
  )
}

function MessageHead({ message, now }: Pick<Props, 'message' | 'now'>) {
  const t = useTexts(messageTexts)
  const { id, sender, addressed, at, editedAt } = message
  return (
    <header>
      <h2 id={`m-${id}`}>
        {sender.href === undefined ? (
          sender.name
        ) : (
          <a href={sender.href} rel={outside}>
            {sender.name}
          </a>
        )}
      </h2>
      <p class="comment-when">
        <span class="handle">{sender.handle}</span>
        <Ago at={at} now={now} />
        {editedAt !== null && (
          <span>
            {t.edited} <Ago at={editedAt} now={now} />
          </span>
        )}
      </p>
      <p class="comment-when">
        <span class="handle">{t.to(addressed.join(', '))}</span>
        <Badge icon={message.public ? 'globe' : 'lock'} look={message.public ? 'neutral' : 'info'}>
          {message.public ? t.public : t.private}
        </Badge>
      </p>
    </header>
  )
}

function Handled({ message: { handled }, now }: Pick<Props, 'message' | 'now'>) {
  const t = useTexts(messageTexts)
  if (handled === null) return null
  return (
    <p class="row-note">
      {t.by(handled.by ?? t.goneAccount)} · <Ago at={handled.at} now={now} />
    </p>
  )
}

function MessageActions({ message, back }: Pick<Props, 'message' | 'back'>) {
  const t = useTexts(messageTexts)
  const { id, sender, handled, blockHref } = message
  const fields = { retour: back }
  const [act, icon, words, label] =
    handled === null
      ? (['traiter', 'check', t.handle, t.handleOf(sender.name)] as const)
      : (['rouvrir', 'inbox', t.reopen, t.reopenOf(sender.name)] as const)
  return (
    <>
      <div class="actions">
        <ActionForm action={`/messages/${id}/${act}`} fields={fields} icon={icon} label={label}>
          {words}
        </ActionForm>
        <LinkButton look="quiet" icon="flag" href={`/signaler?message=${id}`} label={t.reportOf(sender.name)}>
          {t.report}
        </LinkButton>
        {blockHref !== null && (
          <LinkButton look="quiet" icon="ban" href={blockHref} label={t.blockOf(sender.name)}>
            {t.block}
          </LinkButton>
        )}
      </div>
      <details>
        <summary>{t.erase}</summary>
        <form class="stack" method="post" action={`/messages/${id}/effacer`}>
          <HiddenFields fields={fields} />
          <p class="hint">{t.eraseHow}</p>
          <p>
            <Button look="danger" small icon="trash-2" label={t.eraseOf(sender.name)}>
              {t.eraseNow}
            </Button>
          </p>
        </form>
      </details>
    </>
  )
}
