import type { FormState } from '../accounts/form.ts'
import { Badge } from '../components/badge.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldFrame, wiring } from '../components/field.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { directoryTexts } from './texts.ts'

export interface ImportFormProps extends FormState {
  /** What the columns may be called, with what they are. */
  columns: readonly { label: string; names: readonly string[] }[]
  family: { label: string; hint: string; options: readonly { value: string; label: string }[] }
  mostRows: number
}

/** `/annuaire/importer`: the file, and what it may hold. */
export function ImportForm({ columns, family, mostRows, values, errors }: ImportFormProps) {
  const t = useTexts(directoryTexts).import
  const locale = useLocale()
  const file = {
    name: 'file',
    label: t.file,
    hint: t.fileHint(formatNumber(mostRows, locale)),
    error: errors['file'],
    required: true,
  }
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary errors={errors} labels={{ file: t.file, source: t.source, family: family.label }} />
      <form class="form" method="post" action="/annuaire/importer" enctype="multipart/form-data">
        <FieldFrame question={file}>
          <input {...wiring(file)} type="file" class="control" accept=".csv,text/csv" />
        </FieldFrame>
        <Field
          name="source"
          label={t.source}
          hint={t.sourceHint}
          value={values['source']}
          error={errors['source']}
          maxlength={100}
          required
        />
        <Select
          name="family"
          label={family.label}
          hint={family.hint}
          options={family.options}
          value={values['family'] ?? 'association'}
          error={errors['family']}
          required
        />
        <div class="form-end">
          <Button look="primary" icon="eye">
            {t.read}
          </Button>
        </div>
      </form>
      <section class="stack" aria-labelledby="colonnes">
        <h2 id="colonnes">{t.columns}</h2>
        <p>{t.columnsHow}</p>
        <dl class="meta">
          {columns.map(({ label, names }) => (
            <div>
              <dt>{label}</dt>
              <dd>
                {names.map((name, at) => (
                  <>
                    {at > 0 && ', '}
                    <code>{name}</code>
                  </>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  )
}

export interface ImportPreviewProps {
  charset: 'utf8' | 'windows'
  ignored: readonly string[]
  planned: readonly {
    line: number
    title: string
    twin: {
      by: 'siret' | 'siren' | 'name' | 'source' | 'file'
      title: string
      href: string | null
    } | null
    faults: readonly string[]
    isMade: boolean
  }[]
  /** All that the confirmation is to know. */
  fields: Readonly<Record<string, string>>
}

/** Line by line, what would happen: nothing has yet. */
export function ImportPreview({ charset, ignored, planned, fields }: ImportPreviewProps) {
  const t = useTexts(directoryTexts).import
  const locale = useLocale()
  const made = planned.filter(({ isMade }) => isMade).length
  return (
    <div class="stack">
      <header class="page-head">
        <h1>{t.previewTitle}</h1>
        <p class="lead">
          {formatCount(made, locale, t.willMake)} · {formatCount(planned.length - made, locale, t.passed)}
        </p>
        <p>
          {t.encoding[charset]} {ignored.length > 0 && t.ignored(ignored.join(', '))}
        </p>
      </header>
      {made > 0 && (
        <form
          class="form"
          method="post"
          action="/annuaire/importer/confirmation"
          enctype="multipart/form-data"
        >
          <HiddenFields fields={fields} />
          <Choices
            type="radio"
            name="state"
            label={t.state}
            options={[
              { value: 'draft', label: t.drafts },
              { value: 'published', label: t.publish },
            ]}
            chosen={['draft']}
            required
          />
          <div class="form-end">
            <Button look="primary" icon="check">
              {t.confirm}
            </Button>
          </div>
        </form>
      )}
      <p class="actions">
        <LinkButton href="/annuaire/importer" icon="upload">
          {t.again}
        </LinkButton>
      </p>
      <ul class="rows">
        {planned.map((one) => (
          <PlannedLine {...one} />
        ))}
      </ul>
    </div>
  )
}

function PlannedLine({ line, title, twin, faults, isMade }: ImportPreviewProps['planned'][number]) {
  const t = useTexts(directoryTexts).import
  const row = `${t.row} ${formatNumber(line, useLocale())}`
  return (
    <li>
      <b>{title === '' ? row : title}</b>
      {isMade && (
        <>
          {' '}
          <Badge look="good">{t.make}</Badge>
        </>
      )}
      <p class="row-note">
        {row}
        {twin !== null && (
          <>
            {' · '}
            {t.twin[twin.by]} {twin.href === null ? twin.title : <a href={twin.href}>{twin.title}</a>}
          </>
        )}
        {faults.length > 0 && ` · ${t.wrong}`}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li>{fault}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
