import type { Child } from 'hono/jsx'
import { Moving } from '../../../views/moving/moving.tsx'
import { movingTexts } from '../../../views/moving/texts.ts'
import type { Deps } from '../../deps.ts'
import type { LocalActor } from '../../federation/local-actors.ts'
import { movingState } from '../../federation/moving/state.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { hostOf, outside } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { pathOf } from './household.ts'

export interface Typed {
  values?: Record<string, string>
  errors?: Record<string, string>
  compared?: Child
}

/** The page of one account's house, empty or as it came back. */
export async function movingPage(
  deps: Deps,
  c: Ctx,
  actor: LocalActor,
  { values = {}, errors = {}, compared = null }: Typed = {},
): Promise<Response> {
  const isHub = actor.role === 'hub'
  const name = isHub ? deps.hub.settings.name : actor.name
  const { movedTo, ...state } = await movingState(deps.db, actor, deps.now())
  return privatePage(
    deps,
    c,
    {
      title: movingTexts[c.var.locale].title(name),
      active: 'network',
      status: Object.keys(errors).length === 0 ? 200 : 422,
    },
    <Moving
      {...state}
      {...{ name, isHub, values, errors, compared }}
      path={pathOf(actor)}
      handle={addressOf(deps, actor)}
      movedTo={movedTo === null ? null : { ...movedTo, url: outside(movedTo.url) ?? movedTo.id }}
    />,
  )
}

export const addressOf = ({ hub }: Deps, { handle }: Pick<LocalActor, 'handle'>): string =>
  `@${handle}@${hostOf(hub.origin)}`
