import { Hono } from 'hono'
import { ProgrammePage } from '../../../views/programme/programme.tsx'
import { programmeTexts } from '../../../views/programme/texts.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { event } from '../../kinds/event/index.tsx'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { eventOf } from '../../programme/queries.ts'
import { spokenIn } from '../entries/look.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx, Env } from '../env.ts'
import { page } from '../page.tsx'
import { momentOf, shownDebates } from './shown.ts'

export const programmeRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>().get(`${event.path}/:ref/programme`, showProgramme(deps, event))

/** `/agenda/forum/programme` */
const showProgramme = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const fields = eventOf(entry)
  const { envelope } = entry
  if (fields === null || !isPublic(envelope.state)) throw new Refusal('absent', 'There is no such page.')
  const { locale } = c.var
  return page(
    deps,
    c,
    { title: programmeTexts[locale].of(envelope.title), active: kind.name, robots: 'noindex' },
    <ProgrammePage
      title={envelope.title}
      path={envelope.path}
      language={spokenIn(envelope, locale)}
      when={momentOf(fields, locale)}
      place={kind.when?.(envelope, fields)?.location ?? null}
      debates={await shownDebates(deps, entry, locale)}
    />,
  )
}
