import type { Option } from '../../../views/components/inputs.tsx'
import { EntryFilters } from '../../../views/entries/filters.tsx'
import { EntryResults } from '../../../views/entries/list.tsx'
import { MixedPage } from '../../../views/home/mixed.tsx'
import { mixedTexts } from '../../../views/home/mixed-texts.ts'
import type { Deps } from '../../deps.ts'
import { countEntries } from '../../entries/count.ts'
import { countFacets } from '../../entries/facet-counts.ts'
import { listEntries } from '../../entries/list.ts'
import { tagLabel } from '../../entries/queries.ts'
import { formats, formatsOf, type Format } from '../../feeds/index.ts'
import { kindNamed, kinds } from '../../kinds/index.ts'
import { Refusal } from '../../refusal.ts'
import { foldTag } from '../../text/fold.ts'
import { alertLink } from '../alerts/link.tsx'
import { Card } from '../entries/card.tsx'
import { activeFilters, askedFilter, listHref, type AskedFilter } from '../entries/filter.ts'
import { countedOptions, headOf, keptIn, tagLinks } from '../entries/finding.ts'
import { originOptions } from '../entries/origin-options.ts'
import { waysOn } from '../entries/ways.ts'
import { feedLinks, feedOf, organisationOptions } from '../entries/list.tsx'
import type { Ctx } from '../env.ts'
import { WaysToLook } from '../maps/views.tsx'
import { page } from '../page.tsx'
import { waysNamed } from './suggesting.tsx'

export const searchPath = '/recherche'

/** Ways straight to a section or a place; the results come first. */
const mostNamed = 3

/** `/recherche?q=…`: every kind at once. */
export const showSearch = (deps: Deps) => async (c: Ctx) => {
  const asked = await askedSearch(deps, c)
  const t = mixedTexts[c.var.locale]
  const { q } = asked.filter
  return page(
    deps,
    c,
    {
      scripts: ['near.js'],
      title: q === '' ? t.search : t.found(q),
      robots: 'noindex, follow',
      alternates: alternates(searchPath, asked),
    },
    <MixedPage
      title={q === '' ? t.search : t.found(q)}
      lede={t.searchLede}
      filters={await searchFilters(deps, c, asked)}
      results={
        <>
          <WaysToLook path={searchPath} asked={asked} />
          {await results(deps, c, asked, await listEntries(deps, asked.filter), {
            path: searchPath,
            empty: t.empty,
            words: t.results,
          })}
        </>
      }
      feeds={feedLinks(searchPath, asked)}
      alert={isNarrowedHere(asked) ? null : alertLink(deps, asked, c.var.viewer)}
    />,
  )
}

export const showSearchFeed = (deps: Deps, format: Format) => async (c: Ctx) =>
  feedOf(deps, c, format, searchPath, await askedSearch(deps, c))

/** `/etiquettes/reemploi`: where a hashtag leads, here and on the wire. */
export const showTag = (deps: Deps) => async (c: Ctx) => {
  const { tag, format } = tagIn(c.req.param('tag') ?? '')
  const folded = foldTag(tag)
  if (folded === '') throw new Refusal('absent', 'There is no such page.')
  const path = `/etiquettes/${encodeURIComponent(folded)}`
  if (folded !== tag)
    return c.redirect(path + (format === null ? '' : `.${format}`) + new URL(c.req.url).search, 301)
  const asked = await askedFilter(deps, null, (name) => (name === 'tag' ? folded : c.req.query(name)))
  if (format !== null) return feedOf(deps, c, format, path, asked)
  const label = (await tagLabel(deps.db, folded)) ?? folded
  const found = await listEntries(deps, asked.filter)
  const t = mixedTexts[c.var.locale]
  return page(
    deps,
    c,
    {
      title: t.tag(label),
      description: t.tagLede(label),
      canonical: deps.hub.origin + path,
      ...(found.entries.length === 0 ? { robots: 'noindex' } : {}),
    },
    <MixedPage
      title={t.tag(label)}
      lede={t.tagLede(label)}
      results={await results(deps, c, asked, found, { path, empty: t.noTag, words: t.results })}
      feeds={feedLinks(path, asked)}
      alert={alertLink(deps, asked, c.var.viewer)}
    />,
  )
}

export const askedSearch = (deps: Deps, c: Ctx): Promise<AskedFilter> =>
  askedFilter(deps, kindNamed(c.req.query('kind') ?? '') ?? null, (name) => c.req.query(name))

/** Here the kind is a filter too. */
const activeHere = ({ filter }: AskedFilter): number => activeFilters(filter) + (filter.kind === null ? 0 : 1)
const isNarrowedHere = (asked: AskedFilter): boolean => asked.filter.q !== '' || activeHere(asked) > 0

const alternates = (path: string, asked: AskedFilter) =>
  feedLinks(path, asked).map(({ format, href }) => ({ type: formats[format].mediaType, href }))

/** Format suffixes never occur in a tag: it holds no dot. */
function tagIn(text: string): { tag: string; format: Format | null } {
  const suffix = formatsOf(null).find((format) => text.endsWith(`.${format}`))
  return suffix === undefined
    ? { tag: text, format: null }
    : { tag: text.slice(0, -suffix.length - 1), format: suffix }
}

async function results(
  deps: Deps,
  c: Ctx,
  asked: AskedFilter,
  found: Awaited<ReturnType<typeof listEntries>>,
  { path, empty, words }: { path: string; empty: string; words: { one: string; other: string } },
) {
  const { entries, more } = found
  const { locale, viewer } = c.var
  const isSearch = path === searchPath
  const narrowed = isSearch && isNarrowedHere(asked)
  const bySearch = { dated: false, kind: true }
  // What bears a tag is narrowed by its address, and there is no form to take anything back in.
  const head = isSearch
    ? await headOf(deps, path, asked, locale, bySearch)
    : { chips: [], scopes: [], sorts: [] }
  return (
    <EntryResults
      cards={entries.map((entry) => (
        <Card entry={entry} now={deps.now()} level={2} from={asked.filter.near} />
      ))}
      empty={empty}
      icon="search"
      total={{ ...(await countEntries(deps, asked.filter, found)), words }}
      allHref={narrowed ? searchPath : null}
      head={head}
      keep={alertLink(deps, asked, viewer)}
      named={
        isSearch && asked.filter.page === 1
          ? (await waysNamed(deps, asked.filter.q, locale)).slice(0, mostNamed)
          : []
      }
      ways={narrowed && entries.length === 0 ? await waysOn(deps, path, asked, locale) : []}
      unknownPlace={asked.unknownPlace}
      pager={{ page: asked.filter.page, pages: null, more, href: (n) => listHref(path, asked, n) }}
    />
  )
}

export async function searchFilters(deps: Deps, c: Ctx, asked: AskedFilter, action = searchPath) {
  const { filter } = asked
  const { locale } = c.var
  const counts = await countFacets(deps, filter, { mixed: true })
  const counted = (name: string, value: string, options: readonly Option[]) =>
    countedOptions(options, counts, { name, value, locale })
  const kind = filter.kind?.name ?? ''
  const named = kinds.map(({ name, texts }) => ({ value: name, label: texts[locale].many }))
  return (
    <EntryFilters
      action={action}
      clearHref={isNarrowedHere(asked) ? action : null}
      active={activeHere(asked)}
      live={action === searchPath}
      {...filter}
      kept={keptIn(filter)}
      place={asked.place}
      tags={tagLinks(action, asked, counts)}
      organisations={counted('org', filter.org, await organisationOptions(deps))}
      origins={counted('origin', filter.origin, originOptions(locale))}
      facets={[]}
      kinds={{ options: counted('kind', kind, named), value: kind }}
    />
  )
}
