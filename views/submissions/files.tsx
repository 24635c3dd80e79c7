import { ActionForm, Button } from '../components/button.tsx'
import { Field } from '../components/inputs.tsx'
import { formatSize } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { submissionTexts } from './texts.ts'

export interface ShownFile {
  id: string
  name: string
  bytes: number
}

export interface FilesProps {
  /** Where they are: `…/fichiers` is added. */
  path: string
  files: readonly ShownFile[]
  /** One may be added or removed. */
  open: boolean
  /** What went wrong with the last one. */
  fileTrouble?: string | undefined
}

/** What is attached, always as something to save: nothing of it is shown in a page. */
export function Files({ path, files, open, fileTrouble }: FilesProps) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  return (
    <section class="panel" id="fichiers" aria-labelledby="fichiers-titre">
      <h2 id="fichiers-titre">{t.files}</h2>
      {files.length === 0 ? (
        <p class="hint">{t.noFiles}</p>
      ) : (
        <ul class="stack">
          {files.map(({ id, name, bytes }) => (
            <li class="actions">
              <a href={`${path}/fichiers/${id}`} download>
                {name}
              </a>
              <span class="hint">{formatSize(bytes, locale)}</span>
              {open && (
                <ActionForm
                  small
                  look="quiet"
                  icon="trash-2"
                  action={`${path}/fichiers`}
                  fields={{ retirer: id }}
                  label={t.removeOf(name)}
                >
                  {t.remove}
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {open && (
        <form class="form" method="post" action={`${path}/fichiers#fichiers`} enctype="multipart/form-data">
          <Field
            name="fichier"
            type="file"
            label={t.file}
            hint={t.filesHow}
            error={fileTrouble}
            required
            accept=".pdf,.odt,.ods,.docx,.jpg,.jpeg,.png,.webp"
          />
          <p class="actions">
            <Button icon="upload">{t.attach}</Button>
          </p>
        </form>
      )}
    </section>
  )
}
