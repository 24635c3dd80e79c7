import { required, type Viewer } from '../accounts/viewer.ts'
import type { Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import type { Settings } from '../hub/hub.ts'
import type { IdentityInput } from './identity-input.ts'
import type { SettingsInput } from './input.ts'
import { hubActors, renameHubActors } from './store.ts'

/** The pages that are written here, in Markdown. */
export type PageKey = 'legal' | 'privacy' | 'terms' | 'contact' | 'accessibility'

/** The hub's language is on its accounts, which are told to those who follow them in the same command. */
export async function saveSettings(deps: Deps, by: Viewer, input: SettingsInput): Promise<void> {
  required(by, 'admin')
  const { db, hub } = deps
  await db.write([
    ...hub.steps(input, by.id, deps.now()),
    ...(input.locale === hub.settings.locale ? [] : await tell(deps)),
  ])
  await hub.reload()
}

/** So are its name, its one sentence and its logo. Its colour and the text of its home page stay here. */
export async function saveIdentity(
  deps: Deps,
  by: Viewer,
  input: IdentityInput & Pick<Settings, 'logo'>,
): Promise<void> {
  required(by, 'admin')
  const { db, hub } = deps
  const changes = { ...input, tagline: input.tagline ?? '', homeText: input.homeText ?? '' }
  const { name, tagline, logo } = hub.settings
  const isNews = changes.name !== name || changes.tagline !== tagline || changes.logo?.id !== logo?.id
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
