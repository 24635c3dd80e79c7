import { required, type Viewer } from '../accounts/viewer.ts'
import type { Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import type { SettingsInput } from './input.ts'
import { hubActors, renameHubActors } from './store.ts'

/** The hub's own texts, in Markdown. */
export type PageKey = 'homeText' | 'legal' | 'privacy' | 'terms' | 'contact' | 'accessibility'

/** What other servers show of the hub is told to those who follow it, in the same command. */
export async function saveSettings(deps: Deps, by: Viewer, input: SettingsInput): Promise<void> {
  required(by, 'admin')
  const { db, hub } = deps
  const changes = { ...input, tagline: input.tagline ?? '' }
  const isNews = (['name', 'tagline', 'locale'] as const).some((key) => changes[key] !== hub.settings[key])
  await db.write([
    ...hub.steps(changes, by.id, deps.now()),
    ...(isNews ? [renameHubActors(db, changes.name), ...(await tell(deps))] : []),
  ])
  await hub.reload()
}

export async function savePage(deps: Deps, by: Viewer, key: PageKey, text: string): Promise<void> {
  required(by, 'admin')
  await deps.db.write(deps.hub.steps({ [key]: text }, by.id, deps.now()))
  await deps.hub.reload()
}

const tell = async (deps: Deps): Promise<Step[]> =>
  (await hubActors(deps.db)).flatMap((subject) =>
    record(deps.db, { type: 'actor.updated', subject, activityId: deps.newId(), now: deps.now() }),
  )
