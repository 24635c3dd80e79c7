import type { Deps } from '../../deps.ts'
import { sayAll } from '../../kinds/faults.ts'
import type { Kind } from '../../kinds/kind.ts'
import { storePicture } from '../../media/pictures.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { written } from './writer.ts'

/**
 * A picture for a text that is being written: theirs alone to use until it is published, and swept after a day if no
 * text takes it.
 */
export const addPicture = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const form = await formDataOf(c)
  const { viewer } = await written(deps, c, kind, form)
  c.header('Cache-Control', 'no-store')
  const file = form.get('image')
  const stored =
    file instanceof File && file.size > 0
      ? await storePicture(deps, file, viewer.id)
      : ({ field: 'image', code: 'image' } as const)
  if ('code' in stored) return c.json({ words: sayAll([stored], c.var.locale)['image'] ?? '' }, 422)
  return c.json({ url: `/media/${stored.id}.webp` }, 201)
}
