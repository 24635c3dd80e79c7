import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entryPictures } from '../../db/schema/writing.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { ownPicture, picturesInText } from '../../server/federation/object-pictures.ts'
import { maillonItem } from '../../server/federation/objects.ts'
import { contentOf } from '../../server/kinds/content.ts'
import { storePicture } from '../../server/media/pictures.ts'
import { htmlOf } from '../../server/feeds/channel.ts'
import { photograph } from '../media/images.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'

let deps: TestDeps
let editor: Viewer
beforeEach(async () => {
  deps = await openTestDeps()
  editor = await person(deps, 'editor')
})
afterEach(() => deps.close())

async function picture(): Promise<string> {
  const stored = await storePicture(deps, new Blob([new Uint8Array(await photograph(32, 24))]), editor.id)
  if ('code' in stored) throw new Error(stored.code)
  return `/media/${stored.id}.webp`
}

describe('a picture in a text', () => {
  test('follows among the attachments with its description, four in all, and the text goes without it', async () => {
    const urls = [await picture(), await picture(), await picture(), await picture(), await picture()]
    const shown = urls.map((url, n) => `![Vue ${n}](${url})`).join('\n\n')
    const news = await published(deps, editor, 'news', {
      body: `Avant.\n\n![](${await picture()} "décorative")\n\n${shown}\n\nAprès.`,
    })
    expect(await deps.db.read.select().from(entryPictures)).toHaveLength(6)
    const { envelope, kind } = news
    const attached = picturesInText(deps, envelope, kind, 'Article')
    expect(attached).toHaveLength(4)
    expect(attached[0]).toMatchObject({ type: 'Image', url: `https://hub.example${urls[0]}`, name: 'Vue 0' })
    expect(ownPicture(deps, envelope, kind, 'Article')).toEqual([])
    const content = contentOf(envelope, { before: '', most: 8000, link: 'Lire' })
    expect(content).toContain('<p>Avant.</p><p>Après.</p>')
    expect(String(maillonItem(news)['text'])).not.toContain('<img')
    expect(htmlOf(news, 'fr')).toContain(`src="https://hub.example${urls[0]}"`)
  })

  test('of a kind whose pictures do not travel, or of an event, stays here', async () => {
    const body = `![Vue](${await picture()})`
    const job = await published(deps, editor, 'job', { body })
    expect(picturesInText(deps, job.envelope, job.kind, 'Note')).toEqual([])
    const event = await published(deps, editor, 'event', { body })
    expect(picturesInText(deps, event.envelope, event.kind, 'Event')).toEqual([])
  })
})
