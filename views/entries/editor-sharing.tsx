import { FieldGroup, FoldedGroup } from '../components/field.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import type { EditorGroupProps } from './editor-groups.tsx'
import { editorTexts } from './editor-texts.ts'

/** By what an entry is found, and what may be done with it. */
export function Sharing({ values, errors, languages, licences }: EditorGroupProps) {
  const t = useTexts(editorTexts)
  const common = (name: 'tags' | 'language' | 'licence') => ({
    name,
    label: t.labels[name],
    error: errors[name],
    value: values[name],
  })
  const terms = [...licences, { value: '', label: t.noLicence }]
  // Both are answered from the start: folded, they say how.
  const said = [
    terms.find(({ value }) => value === values.licence)?.label,
    languages.find(({ value }) => value === values.language)?.label,
  ].filter((label) => label !== undefined)
  return (
    <FieldGroup legend={t.groups.sharing}>
      <Field {...common('tags')} hint={t.hints.tags} />
      <FoldedGroup
        legend={t.groups.rights}
        said={said.join(' · ')}
        open={errors['licence'] !== undefined || errors['language'] !== undefined}
      >
        <Select {...common('licence')} hint={t.hints.licence} quiet options={terms} />
        <Select {...common('language')} quiet options={languages} />
      </FoldedGroup>
    </FieldGroup>
  )
}
