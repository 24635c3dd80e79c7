import { Poster, type PosterProps } from '../../../views/posters/poster.tsx'
import { posterTexts } from '../../../views/posters/texts.ts'
import type { Deps } from '../../deps.ts'
import { isOver, isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { handleOf } from '../../entries/queries.ts'
import { identity } from '../../hub/identity.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { voiceOf } from '../entries/frame.ts'
import { hostOf, lookOf, spokenIn } from '../entries/look.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { codeOf } from './code.ts'

// Sheets for a board, a shop window, a counter: what it is, in large, and the way to its page.

/** `/emplois/menuisier/affiche`. What came from elsewhere has its posters there: it may change or end unseen by us. */
export const showEntryPoster = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const { envelope } = entry
  if (!hasPoster(entry)) throw new Refusal('absent', 'There is no such page.')
  const { locale } = c.var
  // A long name makes small squares, which old telephones do not read: its number leads to the same page.
  const short = `${kind.path}/${envelope.id}`
  const shortest = envelope.path.length > short.length ? short : envelope.path
  return sheet(
    deps,
    c,
    kind,
    { path: envelope.path, shortest },
    {
      kind: lookOf(kind, locale),
      title: envelope.title,
      language: spokenIn(envelope, locale),
      by: envelope.speaker?.name ?? null,
      lead: envelope.summary,
      facts: factsOf(entry, c),
      over: isOver(envelope, deps.now()) || envelope.state === 'closed' ? kind.texts[locale].closed : null,
      handle:
        kind.section === null && (await handleOf(deps.db, envelope.id)) === null
          ? null
          : await voiceOf(deps, entry),
      way: 'entry',
    },
  )
}

export const hasPoster = ({ envelope }: Pick<Entry, 'envelope'>): boolean =>
  isPublic(envelope.state) && envelope.origin === null

/** `/emplois/affiche` */
export const showListPoster = (deps: Deps, kind: Kind) => (c: Ctx) => {
  const t = kind.texts[c.var.locale]
  const { section } = kind
  return sheet(
    deps,
    c,
    kind,
    { path: kind.path },
    {
      ...{ kind: null, title: t.many, language: undefined, by: null, lead: t.lede, facts: [], over: null },
      handle: section === null ? null : `@${section}@${hostOf(deps.hub.origin)}`,
      way: 'list',
    },
  )
}

/** `/affiche` */
export const showHubPoster = (deps: Deps) => (c: Ctx) => {
  const { settings, origin } = deps.hub
  return sheet(
    deps,
    c,
    null,
    { path: '/' },
    {
      ...{ kind: null, title: settings.name, by: null, facts: [], over: null },
      language: settings.locale === c.var.locale ? undefined : settings.locale,
      lead: settings.tagline,
      handle: `@${settings.handle}@${hostOf(origin)}`,
      way: 'list',
    },
  )
}

async function sheet(
  deps: Deps,
  c: Ctx,
  kind: Kind | null,
  { path, shortest = path }: { path: string; shortest?: string },
  props: Omit<PosterProps, 'code' | 'address' | 'hub' | 'logo' | 'back'>,
): Promise<Response> {
  const address = deps.hub.origin + path
  return page(
    deps,
    c,
    {
      title: posterTexts[c.var.locale].of(props.title),
      robots: 'noindex',
      ...(kind && { active: kind.name }),
    },
    <Poster
      {...props}
      code={await codeOf(deps.hub.origin + shortest)}
      address={address.replace(/^https?:\/\//, '').replace(/\/$/, '')}
      hub={deps.hub.settings.name}
      logo={identity(deps.hub).logo}
      back={path}
    />,
  )
}

/** More than this nobody reads standing; what is longer is on the page. */
const most = { facts: 11, letters: 90 }

function factsOf({ envelope, kind, fields }: Entry, c: Ctx): PosterProps['facts'] {
  const { locale } = c.var
  const known = fields === null ? [] : kind.facts(fields, locale)
  const { placeLabel } = envelope
  const short = known.filter(
    ({ value }) => value !== '' && value.length <= most.letters && !/^https?:/.test(value),
  )
  return [
    ...(placeLabel === null ? [] : [{ label: posterTexts[locale].place, value: placeLabel }]),
    ...short.slice(0, most.facts),
  ]
}
