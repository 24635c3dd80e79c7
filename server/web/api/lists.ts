import type { Deps } from '../../deps.ts'
import { listEntries, pageSize, readFilter, workOf } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Ctx } from '../env.ts'
import { holderOf } from './auth.ts'
import { entryJson } from './present.ts'
import { wrongParameter } from './problem.ts'

/** The filters are those of the pages: what an address of a list finds, the same words find here. */
export async function listOf(deps: Deps, c: Ctx): Promise<Response> {
  const named = c.req.query('kind')
  const kind = named === undefined ? null : kindNamed(named)
  if (kind === undefined) throw wrongParameter('kind', 'There is no such kind: see /api/v1/kinds.')
  const filter = readFilter(kind, (name) => c.req.query(name))
  const { entries, more } = await listEntries(deps, filter, limitOf(c))
  return page(deps, c, { entries, more, number: filter.page })
}

export async function searchOf(deps: Deps, c: Ctx): Promise<Response> {
  if ((c.req.query('q') ?? '').trim() === '') throw wrongParameter('q', 'Say what to look for.')
  return listOf(deps, c)
}

/** What a person can still work on, newest first: `?state=draft` or `?state=review`. */
export async function workList(deps: Deps, c: Ctx): Promise<Response> {
  const state = c.req.query('state')
  if (state !== 'draft' && state !== 'review') throw wrongParameter('state', 'Either draft or review.')
  const { page: number } = readFilter(null, (name) => c.req.query(name))
  const entries = await workOf(deps, holderOf(c, 'read'), [state], number)
  c.header('Cache-Control', 'private, no-store')
  return page(deps, c, { entries, more: entries.length === pageSize, number })
}

function page(
  deps: Deps,
  c: Ctx,
  { entries, more, number }: { entries: Entry[]; more: boolean; number: number },
): Response {
  const next = more ? nextPage(deps.hub.origin, c.req.url, number + 1) : null
  if (next !== null) c.header('Link', `<${next}>; rel="next"`)
  return c.json({ items: entries.map((entry) => entryJson(entry, deps.hub.origin)), page: number, next })
}

function nextPage(origin: string, asked: string, number: number): string {
  const { pathname, searchParams } = new URL(asked)
  searchParams.set('page', String(number))
  return `${origin}${pathname}?${searchParams}`
}

function limitOf(c: Ctx): number {
  const asked = c.req.query('limit')
  if (asked === undefined) return pageSize
  const limit = Number(asked)
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw wrongParameter('limit', 'Between 1 and 100.')
  return limit
}
