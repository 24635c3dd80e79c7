import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { renderFeed } from '../../feeds/index.ts'
import { objectOf } from '../../kinds/envelope.ts'
import type { Kind } from '../../kinds/kind.ts'
import { debatesOf } from '../../programme/queries.ts'
import { Refusal } from '../../refusal.ts'
import { asksForActivity } from '../asks-for-activity.ts'
import type { Ctx } from '../env.ts'
import { entryPage } from './entry-page.tsx'
import { sought, soughtEntry } from './seek.ts'

/** `/emplois/chef-de-chantier`: a page for people, the way to the object for other servers. */
export const showEntry = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  c.header('Vary', 'Accept', { append: true })
  const { entry, moved } = await sought(deps, c, kind)
  const { envelope } = entry
  if (moved) return c.redirect(envelope.path, 301)
  const object = objectOf(envelope)
  if (isPublic(envelope.state) && object !== null && asksForActivity(c)) return c.redirect(object, 302)
  return entryPage(deps, c, entry)
}

/** `/agenda/forum-de-l-ess.ics`: one date for one's own calendar, with what is on its programme. */
export const showCalendar = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  // Somebody else's date is theirs to change and to call off: its page leads there.
  if (!isPublic(entry.envelope.state) || entry.envelope.origin !== null)
    throw new Refusal('absent', 'There is no such page.')
  const url = `${deps.hub.origin}${entry.envelope.path}.ics`
  return renderFeed(
    deps,
    'ics',
    { kind, entries: [entry, ...(await debatesOf(deps, entry))], url, title: entry.envelope.title },
    c.req.raw.headers,
  )
}
