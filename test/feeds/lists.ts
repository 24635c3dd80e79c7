import type { Viewer } from '../../server/accounts/viewer.ts'
import { readFilter } from '../../server/entries/list.ts'
import type { Entry } from '../../server/entries/load.ts'
import { feedEntries, renderFeed, type Format } from '../../server/feeds/index.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { known, person, published, received } from '../support/publish.ts'

/** A title made to break each format. */
export const trap = '=HYPERLINK("http://x.example";"a") <script>alert(1)</script> ]]> & “œ” 🌱'

export interface Lists {
  deps: TestDeps
  editor: Viewer
  job: Entry
  feed(format: Format, name?: KindName, asked?: Record<string, string>): Promise<Response>
}

/** Two jobs of ours, and a job and an event of another hub. */
export async function openLists(): Promise<Lists> {
  const deps = await openTestDeps()
  const editor = await person(deps, 'editor')
  const body = 'Voir [nos ressources](/ressources?tag=bois&page=2) et **venir**.'
  const shared = {
    summary: 'Encadrer une équipe',
    body,
    place: '92036',
    licence: 'CC-BY-4.0',
    tags: ['Insertion', 'Économie circulaire'],
  }
  const job = await published(deps, editor, 'job', { title: 'Chef·fe de chantier', ...shared })
  await published(deps, editor, 'job', { title: trap, tags: ['@SUM(1)'] })
  await received(deps, 'job', { title: 'Une offre d’ailleurs' })
  await received(deps, 'event', { title: 'Un rendez-vous d’ailleurs' })
  return {
    deps,
    editor,
    job,
    async feed(format, name = 'job', asked = {}) {
      const kind = known(name)
      const filter = readFilter(kind, (key) => asked[key])
      const { entries } = await feedEntries(deps, filter, format)
      const url = `https://hub.example${kind.path}.${format}`
      return renderFeed(deps, format, { kind, filter, entries, url })
    },
  }
}
