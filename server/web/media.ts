import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { fullName, isId, pictureFolder, portraitName, readIfThere, smallName } from '../media/files.ts'
import { actorIn } from '../media/face-name.ts'
import { entryPictures, faces } from '../media/originals.ts'
import { remoteThumbnails, type FetchImage, type Originals, type RefusesImage } from '../media/remote.ts'
import type { Ctx, Env } from './env.ts'

/**
 * Pictures, all of them encoded by us. Names are ids of our own, so an address that is not one is no file;
 * thumbnails of remote images need the client of the federation, and are absent without it.
 */
export function mediaRoutes(
  deps: Deps,
  fetchImage: FetchImage | null = null,
  refuses?: RefusesImage,
): Hono<Env> {
  const folder = pictureFolder(deps.config)
  const of = (originals: Originals) =>
    fetchImage === null ? null : remoteThumbnails(deps, fetchImage, originals, refuses)
  const remote = of(entryPictures(deps))
  const people = of(faces(deps))
  return new Hono<Env>()
    .get('/media/r/:file', async (c) => {
      const { id } = parts(c.req.param('file'))
      const picture = id === null || remote === null ? null : await remote.thumbnail(id)
      // The entry may be erased at its origin: shared caches forget within a day.
      return picture === null ? c.notFound() : image(c, picture, 'public, max-age=86400')
    })
    .get('/media/a/:file', async (c) => {
      const [, name = ''] = /^([0-9a-f-]{1,40})\.webp$/.exec(c.req.param('file')) ?? []
      const picture = actorIn(name) === null || people === null ? null : await people.thumbnail(name)
      return picture === null ? c.notFound() : image(c, picture, 'public, max-age=86400')
    })
    .get('/media/:file', async (c) => {
      const { id, nameOf } = parts(c.req.param('file'))
      const name = id === null ? null : nameOf(id)
      const picture = name === null ? null : await readIfThere(folder, name)
      return picture === null ? c.notFound() : image(c, picture, 'public, max-age=31536000, immutable')
    })
}

function parts(file: string): { id: string | null; nameOf: (id: string) => string } {
  const [, id = '', size = ''] = /^([0-9a-f-]{36})(-480|-96)?\.webp$/.exec(file) ?? []
  return { id: isId(id) ? id : null, nameOf: namers[size] ?? fullName }
}

const namers: Readonly<Record<string, (id: string) => string>> = { '-480': smallName, '-96': portraitName }

/** The strictest frame, should a browser ever take the bytes for a page. */
const image = (c: Ctx, bytes: Uint8Array<ArrayBuffer>, cache: string): Response =>
  c.body(bytes, 200, {
    'Content-Type': 'image/webp',
    'Content-Length': String(bytes.byteLength),
    'Cache-Control': cache,
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  })
