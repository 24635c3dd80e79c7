import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { ActionForm, Button, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount, formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { Copyable } from '../network/voices.tsx'
import { movingTexts } from './texts.ts'

export interface MovingProps {
  /** `/demenagement/<handle>` */
  path: string
  name: string
  /** `@name@host` */
  handle: string
  isHub: boolean
  movedTo: { handle: string; url: string } | null
  movedAt: number | null
  movableAt: number | null
  aliases: readonly { id: string; handle: string }[]
  followers: number
  /** What was typed, and what to mend, by field. */
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
  /** Of a list that was compared. */
  compared: Child
}

/** The house of one account: where it goes, where it came from, and who comes along. */
export function Moving(props: MovingProps) {
  const t = useTexts(movingTexts)
  const { name, handle, isHub, errors } = props
  const labels = { target: t.leave.target, former: t.arrive.former, list: t.followers.list }
  return (
    <div class="narrow apart">
      <header class="page-head">
        <Breadcrumb items={[{ label: t.network, href: '/reseau' }, { label: t.title(name) }]} />
        <h1>{t.title(name)}</h1>
        <p class="lead">{t.lead}</p>
        <p>{t.this}</p>
        <Copyable text={handle} />
        {isHub && <p>{t.hubGoes}</p>}
      </header>
      <ErrorSummary errors={errors} labels={labels} />
      {props.movedTo === null ? <Leave {...props} /> : <Gone {...props} movedTo={props.movedTo} />}
      <Arrive {...props} />
      <Followers {...props} />
    </div>
  )
}

type GoneProps = MovingProps & { movedTo: { handle: string; url: string } }

function Gone({ path, movedTo, movedAt }: GoneProps) {
  const { gone: t } = useTexts(movingTexts)
  return (
    <section class="stack" aria-labelledby="parti">
      <h2 id="parti">{t.title}</h2>
      <p>
        {movedAt !== null && (
          <>
            {t.since} <When at={movedAt} />,{' '}
          </>
        )}
        {t.to}{' '}
        <a class="handle" href={movedTo.url} rel="noopener external">
          {movedTo.handle}
        </a>
        .
      </p>
      <p>{t.silent}</p>
      <p>{t.backText}</p>
      <ActionForm action={`${path}/retour`} icon="reply">
        {t.back}
      </ActionForm>
    </section>
  )
}

function Leave({ path, movableAt, values, errors }: MovingProps) {
  const { leave: t } = useTexts(movingTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="partir">
      <h2 id="partir">{t.title}</h2>
      <p>{t.text}</p>
      {movableAt !== null && (
        <Notice>
          <p>{t.later(formatDay(movableAt, locale))}</p>
        </Notice>
      )}
      <form class="stack" method="post" action={path}>
        <Field
          name="target"
          label={t.target}
          hint={t.targetHint}
          value={values['target']}
          error={errors['target']}
          maxlength={500}
          autocomplete="off"
          required
        />
        <p class="actions">
          <Button icon="eye">{t.look}</Button>
        </p>
      </form>
    </section>
  )
}

function Arrive({ path, aliases, values, errors }: MovingProps) {
  const { arrive: t } = useTexts(movingTexts)
  return (
    <section class="stack" aria-labelledby="arriver">
      <h2 id="arriver">{t.title}</h2>
      <p>{t.text}</p>
      {aliases.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul class="rows" aria-label={t.list}>
          {aliases.map(({ id, handle }) => (
            <li class="row">
              <span class="handle">{handle}</span>
              <ActionForm
                action={`${path}/anciennes-adresses/fin`}
                fields={{ id }}
                look="quiet"
                small
                label={t.removeOf(handle)}
              >
                {t.remove}
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <form class="stack" method="post" action={`${path}/anciennes-adresses`}>
        <Field
          name="former"
          label={t.former}
          hint={t.formerHint}
          value={values['former']}
          error={errors['former']}
          maxlength={500}
          autocomplete="off"
          required
        />
        <p class="actions">
          <Button icon="plus">{t.add}</Button>
        </p>
      </form>
    </section>
  )
}

function Followers({ path, followers, values, errors, compared }: MovingProps) {
  const { followers: t } = useTexts(movingTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="abonnes">
      <h2 id="abonnes">{t.title}</h2>
      {followers === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <p>
            {formatCount(followers, locale, t.count)}. {t.privacy}
          </p>
          <p class="actions">
            <LinkButton href={`${path}/abonnes.csv`} icon="download" download>
              {t.export}
            </LinkButton>
          </p>
        </>
      )}
      <h3>{t.compare}</h3>
      {compared}
      <p>{t.compareText}</p>
      <form class="stack" method="post" action={`${path}/abonnes`}>
        <TextArea
          name="list"
          label={t.list}
          hint={t.listHint}
          value={values['list']}
          error={errors['list']}
          rows={5}
          required
        />
        <p class="actions">
          <Button>{t.go}</Button>
        </p>
      </form>
    </section>
  )
}
