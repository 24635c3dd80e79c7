import type { FormState } from '../accounts/form.ts'
import { Badge } from '../components/badge.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { standTexts } from './texts.ts'
import { Trap } from './trap.tsx'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ShownNotice {
  id: string
  direction: 'offer' | 'need'
  text: string
  met: boolean
}

export interface SheetProps extends FormState {
  entry: Titled
  village: string
  name: string
  path: string
  does: string
  seeks: string
  shows: string
  website: string | null
  directory: string | null
  notices: readonly ShownNotice[]
  /** One may write to it. */
  writes: boolean
  trouble: string | undefined
}

/** `…/stands/…`: a sheet for each, to know one another. */
export function Sheet(props: SheetProps) {
  const t = useTexts(standTexts)
  const { entry, village, name, does, seeks, shows, website, directory, notices, writes } = props
  const parts = [
    { title: t.does, text: does },
    { title: t.seeks, text: seeks },
    { title: t.shows, text: shows },
  ].filter(({ text }) => text !== '')
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{name}</h1>
        <p class="lead">
          {village} – <TitleLink {...entry} />
        </p>
      </header>
      {parts.map(({ title, text }) => (
        <section>
          <h2>{title}</h2>
          <p class="as-typed">{text}</p>
        </section>
      ))}
      {(website !== null || directory !== null) && (
        <ul class="rows">
          {directory !== null && (
            <li>
              <a href={directory}>{t.directory}</a>
            </li>
          )}
          {website !== null && (
            <li>
              {t.website} –{' '}
              <a href={website} rel="nofollow noopener ugc">
                {website.replace(/^https?:\/\//, '')}
              </a>
            </li>
          )}
        </ul>
      )}
      <section aria-labelledby="tableau">
        <h2 id="tableau">{t.board}</h2>
        {notices.length === 0 ? <p>{t.boardNone}</p> : <Board notices={notices} />}
      </section>
      <section class="stack" aria-labelledby="ecrire">
        <h2 id="ecrire">{t.write}</h2>
        {writes ? <ContactForm {...props} /> : <p>{t.writeClosed}</p>}
      </section>
      <p class="actions">
        <LinkButton href={`${entry.path}/stands`} look="quiet" icon="arrow-left">
          {t.all}
        </LinkButton>
      </p>
    </div>
  )
}

const Board = ({ notices }: { notices: readonly ShownNotice[] }) => (
  <ul class="rows">
    {notices.map((notice) => (
      <li>
        <NoticeLine {...notice} />
      </li>
    ))}
  </ul>
)

export function NoticeLine({ direction, text, met }: ShownNotice) {
  const t = useTexts(standTexts)
  return (
    <>
      <Badge look={met ? 'neutral' : direction === 'offer' ? 'good' : 'info'}>
        {met ? t.met : t[direction]}
      </Badge>{' '}
      {met ? <s>{text}</s> : text}
    </>
  )
}

function ContactForm({ path, values, errors, trouble }: SheetProps) {
  const t = useTexts(standTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name], required: true })
  return (
    <>
      <p>{t.writeHow}</p>
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <ErrorSummary errors={errors} labels={{ name: t.yourName, email: t.yourEmail, body: t.message }} />
      <form class="form" method="post" action={`${path}/contact`}>
        <HiddenFields fields={{}} />
        <Field {...common('name')} label={t.yourName} autocomplete="name" maxlength={100} />
        <Field {...common('email')} type="email" label={t.yourEmail} autocomplete="email" maxlength={254} />
        <TextArea {...common('body')} label={t.message} rows={5} maxlength={2000} />
        <Trap />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.send}
          </Button>
        </div>
      </form>
    </>
  )
}
