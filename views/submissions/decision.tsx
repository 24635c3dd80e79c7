import type { FormState } from '../accounts/form.ts'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldGroup } from '../components/field.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { decisionTexts } from './decision-texts.ts'
import { juryTexts } from './jury-texts.ts'
import { type Titled } from '../quoting.tsx'

export interface DecidedProject {
  id: string
  project: string
  holder: string
  retained: boolean
  granted: string
}

export interface DecisionProps extends FormState {
  entry: Titled
  revision: number
  projects: readonly DecidedProject[]
  conflict: boolean
  published: boolean
  /** Letters that have not left. */
  untold: number
  /** Whom to write to by hand; null: the hub does. */
  addresses: readonly string[] | null
}

/** `…/jury/decision`: prepared by those who publish the call, then public once and for all. */
export function DecisionPage(props: DecisionProps) {
  const t = useTexts(decisionTexts)
  const room = useTexts(juryTexts)
  const { entry, published } = props
  return (
    <>
      <Breadcrumb
        items={[
          { label: entry.title, href: entry.path, language: entry.language },
          { label: room.title, href: `${entry.path}/jury` },
          { label: t.title },
        ]}
      />
      <div class="narrow stack">
        <h1>{t.title}</h1>
        {published ? <Published {...props} /> : <DecisionForm {...props} />}
        <p class="actions">
          <LinkButton href={`${entry.path}/jury`} look="quiet" icon="arrow-left">
            {t.back}
          </LinkButton>
        </p>
      </div>
    </>
  )
}

function Published({ entry, untold, addresses }: DecisionProps) {
  const t = useTexts(decisionTexts)
  return (
    <>
      <Notice kind="success">
        <p>{t.public}</p>
        <p>
          <a href={`${entry.path}/resultats`}>{t.seeResults}</a>
        </p>
      </Notice>
      <section class="panel" aria-labelledby="lettres-titre">
        <h2 id="lettres-titre">{t.letters}</h2>
        {addresses !== null ? (
          <>
            <p>{t.noMail}</p>
            <ul>
              {addresses.map((address) => (
                <li class="handle">{address}</li>
              ))}
            </ul>
          </>
        ) : untold === 0 ? (
          <p>{t.allSent}</p>
        ) : (
          <>
            <p>{t.sendHow}</p>
            <ActionForm look="primary" icon="send" action={`${entry.path}/jury/lettres`}>
              {t.send(untold)}
            </ActionForm>
          </>
        )}
      </section>
    </>
  )
}

function DecisionForm(props: DecisionProps) {
  const t = useTexts(decisionTexts)
  const { entry, revision, conflict, values, errors, projects } = props
  const common = (name: 'note' | 'decidedOn' | 'retainedLetter' | 'otherLetter') => ({
    name,
    label: t.fields[name],
    value: values[name],
    error: errors[name],
  })
  const labels = {
    ...t.fields,
    ...Object.fromEntries(projects.map(({ id, project }) => [`montant-${id}`, t.granted(project)])),
  }
  return (
    <>
      <p class="lead">{t.lead}</p>
      {conflict && <Notice kind="warning">{t.conflict}</Notice>}
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" action={`${entry.path}/jury/decision`}>
        <HiddenFields fields={{ revision: String(revision) }} />
        <Projects {...props} />
        <TextArea {...common('note')} hint={t.hints.note} required rows={6} maxlength={3000} />
        <Field {...common('decidedOn')} type="date" required />
        <FieldGroup legend={t.letters} hint={t.hints.letters}>
          <TextArea {...common('retainedLetter')} required rows={7} maxlength={5000} />
          <TextArea {...common('otherLetter')} required rows={7} maxlength={5000} />
        </FieldGroup>
        <p class="hint">{t.publishHow}</p>
        <div class="form-end">
          <Button look="primary" icon="megaphone" name="acte" value="publier">
            {t.savePublish}
          </Button>
          <Button name="acte" value="enregistrer" formnovalidate>
            {t.save}
          </Button>
        </div>
      </form>
    </>
  )
}

function Projects({ projects, errors }: DecisionProps) {
  const t = useTexts(decisionTexts)
  if (projects.length === 0) return <p>{t.none}</p>
  return (
    <FieldGroup legend={t.retained}>
      {errors['retenu'] !== undefined && <p class="field-error">{errors['retenu']}</p>}
      {projects.map(({ id, project, holder, retained, granted }) => (
        <div class="pair">
          <Checkbox
            name="retenu"
            idPrefix={`r-${id}`}
            value={id}
            label={t.retain(project, holder)}
            checked={retained}
          />
          <Field
            name={`montant-${id}`}
            label={t.granted(project)}
            value={granted}
            error={errors[`montant-${id}`]}
            inputmode="decimal"
            size="short"
            unit="€"
          />
        </div>
      ))}
    </FieldGroup>
  )
}
