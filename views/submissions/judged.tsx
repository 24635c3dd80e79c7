import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { ReadOnly, type DossierCriterion } from './read-only.tsx'
import { Files, type ShownFile } from './files.tsx'
import type { Capacity } from './jury-members.tsx'
import { juryTexts } from './jury-texts.ts'
import { type Titled } from '../quoting.tsx'

export interface RatedCriterion {
  /** Of the field that asks for the score. */
  name: string
  title: string
  weight: string | null
}

export interface ShownOpinion {
  id: string
  name: string
  capacity: Capacity
  scores: readonly { title: string; score: number }[]
  note: string
}

export interface JudgedProps {
  entry: Titled
  id: string
  values: Readonly<Record<string, string>>
  criteria: readonly DossierCriterion[]
  rated: readonly RatedCriterion[]
  /** To write to them: for those who publish the call; null: a juror reads. */
  email: string | null
  files: readonly ShownFile[]
  /** What was typed of their opinion; null: no seat, or nothing more can be said. */
  form: { values: Readonly<Record<string, string>>; errors: Readonly<Record<string, string>> } | null
  /** Null: not shown to this juror yet. */
  opinions: readonly ShownOpinion[] | null
  decided: boolean
  mostNote: number
}

/** `…/jury/<id>`: one project, one's own opinion, then those of the others. */
export function Judged(props: JudgedProps) {
  const t = useTexts(juryTexts)
  const { entry, id, values, criteria, files, form, decided } = props
  const path = `${entry.path}/jury/${id}`
  return (
    <>
      <Breadcrumb
        items={[
          { label: entry.title, href: entry.path, language: entry.language },
          { label: t.title, href: `${entry.path}/jury` },
          { label: values['project'] ?? '' },
        ]}
      />
      <div class="narrow stack">
        <h1>{values['project']}</h1>
        <ReadOnly values={values} criteria={criteria} entry={entry} />
        {props.email !== null && (
          <p class="actions">
            <LinkButton href={`mailto:${props.email}`} icon="mail" small>
              {t.write}
            </LinkButton>
            <span class="handle">{props.email}</span>
          </p>
        )}
        <Files path={path} files={files} open={false} />
        {form !== null && <Opinion {...props} form={form} />}
        {decided && <p>{t.closedToRatings}</p>}
        <Opinions {...props} />
        {form !== null && <Declare id={id} path={path} />}
      </div>
    </>
  )
}

function Opinion({
  entry,
  id,
  rated,
  form: { values, errors },
  mostNote,
}: JudgedProps & { form: NonNullable<JudgedProps['form']> }) {
  const t = useTexts(juryTexts)
  const labels = {
    avis: t.comment,
    ...Object.fromEntries(rated.map(({ name, title }) => [name, title])),
  }
  return (
    <section class="panel" aria-labelledby="avis-titre">
      <h2 id="avis-titre">{t.rate}</h2>
      <p class="hint">{t.rateHow}</p>
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" action={`${entry.path}/jury/${id}`}>
        <input type="hidden" name="acte" value="noter" />
        {rated.map(({ name, title, weight }) => (
          <Choices
            type="radio"
            inline
            name={name}
            label={title}
            language={entry.language}
            hint={weight === null ? undefined : t.weight(weight)}
            error={errors[name]}
            required
            options={['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))}
            chosen={[values[name] ?? '']}
          />
        ))}
        <TextArea
          name="avis"
          label={t.comment}
          value={values['avis']}
          error={errors['avis']}
          rows={4}
          maxlength={mostNote}
        />
        <p class="actions">
          <Button look="primary" icon="check">
            {t.save}
          </Button>
        </p>
      </form>
    </section>
  )
}

function Opinions({ opinions }: JudgedProps) {
  const t = useTexts(juryTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="avis-du-jury">
      <h2 id="avis-du-jury">{t.others}</h2>
      {opinions === null && <p>{t.othersLater}</p>}
      {opinions?.length === 0 && <p>{t.noOthers}</p>}
      {opinions?.map(({ id, name, capacity, scores, note }) => (
        <article class="panel" aria-labelledby={`avis-${id}`}>
          <h3 id={`avis-${id}`}>
            {t.opinionOf(name)} <span class="hint">{t.capacities[capacity]}</span>
          </h3>
          <ul>
            {scores.map(({ title, score }) => (
              <li>
                {title} – <b>{t.onFive(formatNumber(score, locale))}</b>
              </li>
            ))}
          </ul>
          {note !== '' && <p class="as-typed">{note}</p>}
        </article>
      ))}
    </section>
  )
}

function Declare({ path }: { id: string; path: string }) {
  const t = useTexts(juryTexts)
  return (
    <details>
      <summary>{t.declare}</summary>
      <form class="stack" method="post" action={path}>
        <input type="hidden" name="acte" value="lien" />
        <p class="hint">{t.declareHow}</p>
        <p>
          <Button look="danger" small icon="ban">
            {t.declareNow}
          </Button>
        </p>
      </form>
    </details>
  )
}
