import { Checkbox, Choices } from '../components/choices.tsx'
import { FieldGroup, FoldedGroup } from '../components/field.tsx'
import { Field, Select, TextArea, type Option } from '../components/inputs.tsx'
import { MarkdownArea } from '../components/markdown-area.tsx'
import { useTexts } from '../language.tsx'
import { editorTexts } from './editor-texts.ts'
import { PlaceField } from './place-field.tsx'

/** The shared part of an entry, as it was typed. */
export interface EditorValues {
  title: string
  summary: string
  organisation: string
  body: string
  place: string
  /** The commune chosen among several of the same name. */
  placeCode: string
  /** ‘48.9256, 2.2933’, or whatever says it. */
  position: string
  imageAlt: string
  tags: string
  language: string
  licence: string
}

export interface EditorGroupProps {
  values: EditorValues
  errors: Readonly<Record<string, string>>
  /** What the title is called, where the kind has another word for it. */
  titled?: { label: string; hint: string } | undefined
  /** What is said where one of the two is needed. */
  eitherOf?: { summary: string; body: string } | undefined
  /** Those one may speak for; null: entries of this kind speak for themselves. */
  organisations: readonly Option[] | null
  /** It stands somewhere that people go to. */
  hasPosition: boolean
  /** Communes to choose from, when the name alone does not say which. */
  placeChoices: readonly Option[]
  /** Where pictures for the text are sent. */
  textPictures?: string | undefined
  picture: { id: string; src: string; width: number; height: number } | null
  languages: readonly Option[]
  licences: readonly Option[]
}

export function Essential({ values, errors, titled, eitherOf, organisations }: EditorGroupProps) {
  const t = useTexts(editorTexts)
  const common = (name: 'title' | 'summary' | 'organisation') => ({
    name,
    label: t.labels[name],
    error: errors[name],
    value: values[name],
  })
  return (
    <FieldGroup legend={t.groups.essential}>
      <Field {...common('title')} hint={t.hints.title} {...titled} required maxlength={150} />
      <TextArea
        {...common('summary')}
        condition={eitherOf?.summary}
        hint={t.hints.summary}
        rows={3}
        maxlength={500}
      />
      {organisations !== null && <Select {...common('organisation')} quiet options={organisations} />}
    </FieldGroup>
  )
}

export function Text({ values, errors, eitherOf, textPictures }: EditorGroupProps) {
  const t = useTexts(editorTexts)
  return (
    <FieldGroup legend={t.groups.text}>
      <MarkdownArea
        pictures={textPictures}
        name="body"
        label={t.labels.body}
        condition={eitherOf?.body}
        hint={t.hints.body}
        error={errors['body']}
        value={values.body}
        rows={12}
        maxlength={40_000}
      />
      {/* Scripts put pictures where the text needs them. */}
      <FoldedGroup legend={t.groups.bodyImage} open={errors['bodyImage'] !== undefined} plain>
        <Field
          name="bodyImage"
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif"
          label={t.labels.bodyImage}
          quiet
          hint={t.hints.bodyImage}
          error={errors['bodyImage']}
        />
        <TextArea
          name="bodyImageAlt"
          label={t.labels.bodyImageAlt}
          quiet
          hint={t.hints.imageAlt}
          rows={2}
          maxlength={1000}
        />
      </FoldedGroup>
    </FieldGroup>
  )
}

export function Place({ values, errors, placeChoices, hasPosition }: EditorGroupProps) {
  const t = useTexts(editorTexts)
  return (
    <FieldGroup legend={t.groups.place}>
      <PlaceField
        name="place"
        label={t.labels.place}
        hint={t.hints.place}
        error={errors['place']}
        value={values.place}
      />
      {placeChoices.length > 0 && (
        <Choices
          type="radio"
          name="placeCode"
          label={t.labels.placeCode}
          error={errors['placeCode']}
          options={placeChoices}
          chosen={[values.placeCode]}
        />
      )}
      {(hasPosition || values.position !== '') && (
        <FoldedGroup
          legend={t.groups.position}
          open={values.position !== '' || errors['position'] !== undefined}
        >
          <Field
            name="position"
            label={t.labels.position}
            hint={t.hints.position}
            error={errors['position']}
            value={values.position}
            maxlength={500}
            autocomplete="off"
          />
        </FoldedGroup>
      )}
    </FieldGroup>
  )
}

export function PictureGroup({ values, errors, picture }: EditorGroupProps) {
  const t = useTexts(editorTexts)
  const isWrong = errors['image'] !== undefined || errors['imageAlt'] !== undefined
  return (
    <FoldedGroup legend={t.groups.picture} open={picture !== null || values.imageAlt !== '' || isWrong}>
      {picture !== null && (
        <div class="picture-kept">
          <img src={picture.src} alt={values.imageAlt} width={picture.width} height={picture.height} />
          <div class="stack">
            <p class="hint">{t.hints.imageKept}</p>
            <Checkbox name="imageRemove" label={t.removeImage} value="1" />
          </div>
        </div>
      )}
      <Field
        name="image"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        label={picture === null ? t.labels.image : t.replace}
        hint={t.hints.image}
        error={errors['image']}
      />
      <TextArea
        name="imageAlt"
        label={t.labels.imageAlt}
        condition={t.withPicture}
        hint={t.hints.imageAlt}
        error={errors['imageAlt']}
        value={values.imageAlt}
        rows={2}
        maxlength={1000}
      />
    </FoldedGroup>
  )
}
