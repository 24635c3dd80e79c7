import { MovedNotice } from '../../../views/moving/notice.tsx'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { newHomeOf, type NewHome } from '../../federation/moving/state.ts'
import { outside } from '../entries/look.ts'

/** On the page of an account of ours, by its handle: where it went. */
export const movedAccount = async (deps: Deps, handle: string, name: string | null) =>
  noticeOf(await newHomeOf(deps.db, `/ap/actors/${handle}`), name)

/** On an entry's page: an organisation that moved, ours or another's, or the author of what came from elsewhere. */
export async function movedAuthor(deps: Deps, { envelope, kind }: Entry) {
  const { origin, apId, title } = envelope
  if (origin !== null) return noticeOf(await newHomeOf(deps.db, origin.actor), origin.name)
  if (kind.section !== null) return null
  return noticeOf(await newHomeOf(deps.db, new URL(apId).pathname), title)
}

const noticeOf = (movedTo: NewHome | null, name: string | null) =>
  movedTo && <MovedNotice name={name} movedTo={{ ...movedTo, url: outside(movedTo.url) ?? movedTo.id }} />
