import { Button, HiddenFields } from '../components/button.tsx'
import { Checkbox, Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import {
  FieldError,
  FieldFrame,
  FieldGroup,
  FoldedGroup,
  Hint,
  Optional,
  RequiredNote,
  wiring,
} from '../components/field.tsx'
import { Field, Select, TextArea } from '../components/inputs.tsx'
import { MarkdownArea } from '../components/markdown-area.tsx'
import { Parts } from '../components/parts.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

export function Forms() {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  const options = [
    { value: 'a', label: s.yes },
    { value: 'b', label: s.no, group: s.group },
    { value: 'c', label: s.maybe, group: s.group },
  ]
  return (
    <Chapter id="formulaires" title={t.forms}>
      <form class="form" method="get" action="/styles">
        <HiddenFields fields={{ from: 'styles' }} />
        <Piece name="ErrorSummary">
          <ErrorSummary
            still
            errors={{ wrong: s.error, choice: s.error, other: s.wrong }}
            labels={{ wrong: s.question, choice: s.choose }}
          />
        </Piece>
        <Piece name="RequiredNote · Field">
          <RequiredNote />
          <Field name="plain" label={s.question} value={s.title} />
          <Field name="needed" label={s.question} hint={s.hint} required />
          <Field name="wrong" label={s.question} hint={s.hint} error={s.error} required />
          <Field name="fixed" label={s.question} hint={s.why} value={s.organisation} disabled quiet />
          <div class="pair">
            <Field name="day" type="date" label={s.day} value="2026-12-01" />
            <Field name="amount" type="number" label={s.hours} unit={s.unit} min={0} value={35} />
          </div>
          <Field name="colour" type="color" label={s.colour} value="#1d5c4d" />
          <Field name="file" type="file" label={s.file} accept="image/png" />
        </Piece>
        <Piece name="TextArea">
          <TextArea name="text" label={s.area} value={s.summary} rows={3} />
          <TextArea name="text-wrong" label={s.area} error={s.error} rows={3} required />
        </Piece>
        <Piece name="MarkdownArea">
          <MarkdownArea name="marked" label={s.area} hint={s.hint} value={s.marked} rows={4} />
        </Piece>
        <Piece name="Select">
          <Select name="choice" label={s.choose} options={options} empty={s.all} error={s.error} />
          <Select name="choice-fixed" label={s.choose} options={options} value="a" disabled quiet />
        </Piece>
        <Piece name="Checkbox · Choices">
          <Checkbox name="box" label={s.box} hint={s.hint} checked />
          <Checkbox name="box-wrong" label={s.box} error={s.error} />
          <Choices
            name="one"
            type="radio"
            label={s.choose}
            options={options}
            chosen={['a']}
            inline
            required
          />
          <Choices
            name="several"
            type="checkbox"
            label={s.choose}
            error={s.error}
            options={[
              { value: 'a', label: s.yes, hint: s.hint },
              { value: 'b', label: s.no, disabled: true },
            ]}
          />
        </Piece>
        <Piece name="FieldGroup · FoldedGroup">
          <FieldGroup legend={s.group} hint={s.hint}>
            <Field name="grouped" label={s.question} />
          </FieldGroup>
          <FoldedGroup legend={s.folded} open={false}>
            <Field name="folded" label={s.question} />
          </FoldedGroup>
        </Piece>
        <Piece name="Parts">
          <Parts name="lots" legend={s.one} one={s.one} add={s.add} count={2}>
            {(index, at) => <Field name={`${at}title`} label={`${s.question} ${index + 1}`} required />}
          </Parts>
        </Piece>
        <Piece name="FieldFrame · Hint · FieldError · Optional">
          <Own />
        </Piece>
        <div class="form-end">
          <Button type="button" look="primary" icon="check">
            {s.publish}
          </Button>
          <Button type="button">{s.draft}</Button>
        </div>
      </form>
    </Chapter>
  )
}

/** What a control of one's own is made with. */
function Own() {
  const s = useTexts(sampleTexts)
  const question = { name: 'own', label: s.question, hint: s.hint }
  return (
    <>
      <FieldFrame question={question}>
        <input {...wiring(question)} type="text" class="control" />
      </FieldFrame>
      <div class="field field-wrong">
        <span>
          {s.group}
          <Optional />
        </span>
        <Hint id="f-apart" text={s.hint} />
        <FieldError id="f-apart" text={s.error} />
      </div>
    </>
  )
}
