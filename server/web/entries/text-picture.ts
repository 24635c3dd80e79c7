import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Fault } from '../../kinds/faults.ts'
import { storePicture } from '../../media/pictures.ts'

/**
 * A picture that came with the form for its text, put at the end of it. Without a description it is there all the same,
 * and its text is what has to be mended: nobody has to choose the file again.
 */
export async function withTextPicture(
  deps: Deps,
  viewer: Viewer,
  form: FormData,
): Promise<{ form: FormData; faults: Fault[] }> {
  const file = form.get('bodyImage')
  if (!(file instanceof File) || file.size === 0) return { form, faults: [] }
  const stored = await storePicture(deps, file, viewer.id)
  if ('code' in stored) return { form, faults: [{ ...stored, field: 'bodyImage' }] }
  const [alt, body] = [textOf(form, 'bodyImageAlt'), textOf(form, 'body').trimEnd()]
  const changed = new FormData()
  for (const [name, value] of form) if (name !== 'bodyImage' && name !== 'body') changed.append(name, value)
  changed.append('body', `${body}${body === '' ? '' : '\n\n'}${pictureInMarkdown(stored.id, alt)}`)
  return { form: changed, faults: [] }
}

/** Brackets in a description would end it. */
export const pictureInMarkdown = (id: string, alt: string): string =>
  `![${alt
    .replace(/\s+/g, ' ')
    .replace(/[[\]\\]/g, '\\$&')
    .trim()}](/media/${id}.webp)`

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
