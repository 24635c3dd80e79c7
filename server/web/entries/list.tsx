import { accepts } from 'hono/accepts'
import { LinkButton } from '../../../views/components/button.tsx'
import { EntryResults, ListPage } from '../../../views/entries/list.tsx'
import { countEntries } from '../../entries/count.ts'
import { countFacets } from '../../entries/facet-counts.ts'
import { listEntries } from '../../entries/list.ts'
import { hostedOrganisations } from '../../entries/queries.ts'
import type { Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { feedEntries, formats, formatsOf, renderFeed, type Format } from '../../feeds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { alertLink } from '../alerts/link.tsx'
import type { Ctx } from '../env.ts'
import { WaysToLook } from '../maps/views.tsx'
import { movedAccount } from '../moving/moved.tsx'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { listImage } from '../sharing/banner-of.ts'
import { oembedOf } from '../sharing/oembed.ts'
import { Card } from './card.tsx'
import { askedFilter, isNarrowed, listHref, type AskedFilter } from './filter.ts'
import { headOf } from './finding.ts'
import { waysOn } from './ways.ts'
import { ImportLink } from '../directory/import-link.tsx'
import { hostOf } from './look.ts'
import { listPanels } from './list-panels.ts'
import { KindFilters } from './kind-filters.tsx'
import { mayWrite } from './may-write.ts'

/** `/emplois?q=…` as a page, or in another form where the asker says so. */
export const showList = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  c.header('Vary', 'Accept', { append: true })
  const format = acceptedFormat(c, kind)
  const asked = await askedFilter(deps, kind, (name) => c.req.query(name))
  if (format !== null) return feedOf(deps, c, format, kind.path, asked)
  const found = await listEntries(deps, asked.filter)
  const { entries, more } = found
  const { locale, viewer } = c.var
  const t = kind.texts[locale]
  const create = createButton(kind, viewer, t.create)
  const feeds = feedLinks(kind.path, asked)
  const moved = kind.section === null ? null : await movedAccount(deps, kind.section, null)
  return page(
    deps,
    c,
    {
      title: t.many,
      scripts: kind.placed === true ? ['near.js'] : [],
      description: t.lede,
      active: kind.name,
      canonical: deps.hub.origin + listHref(kind.path, asked, asked.filter.page),
      // One page a kind is enough for search engines: filters make thousands.
      ...(isNarrowed(asked.filter) ? { robots: 'noindex, follow' } : {}),
      og: {
        image: listImage(deps, kind, locale),
        ...(kind.section === null ? {} : { creator: `@${kind.section}@${hostOf(deps.hub.origin)}` }),
      },
      alternates: [
        ...feeds.map(({ format, href }) => ({ type: formats[format].mediaType, href, title: t.many })),
        oembedOf(deps, listHref(kind.path, asked), t.many),
      ],
    },
    <>
      {moved}
      <ListPage
        tabs={<SectionTabs active={kind.name} locale={locale} />}
        title={t.many}
        // Who has asked for something knows where they are: on a phone, what was found comes sooner.
        lede={isNarrowed(asked.filter) ? null : t.lede}
        {...(create === null ? {} : { create })}
        filters={
          <KindFilters
            kind={kind}
            asked={asked}
            counts={await countFacets(deps, asked.filter)}
            organisations={await organisationOptions(deps)}
            locale={locale}
          />
        }
        results={
          <>
            <WaysToLook path={kind.path} asked={asked} />
            <EntryResults
              cards={entries.map((entry) => (
                <Card entry={entry} now={deps.now()} level={2} from={asked.filter.near} />
              ))}
              empty={t.empty}
              icon={kind.icon}
              total={{ ...(await countEntries(deps, asked.filter, found)), words: t.count }}
              allHref={isNarrowed(asked.filter) ? kind.path : null}
              head={await headOf(deps, kind.path, asked, locale, { dated: hasDate(kind), kind: false })}
              keep={alertLink(deps, asked, viewer)}
              ways={entries.length === 0 ? await waysOn(deps, kind.path, asked, locale) : []}
              unknownPlace={asked.unknownPlace}
              pager={{
                page: asked.filter.page,
                pages: null,
                more,
                href: (n) => listHref(kind.path, asked, n),
              }}
              {...(create === null ? {} : { create })}
            />
          </>
        }
        after={await listPanels(deps, c, kind)}
        feeds={feeds}
        handle={
          kind.section === null || moved !== null ? null : `@${kind.section}@${hostOf(deps.hub.origin)}`
        }
        poster={`${kind.path}/affiche`}
        // Around the reader it would be code that tells where they are, to put on a site for all to read.
        {...(asked.filter.near === null ? { integrate: listHref(`${kind.path}/integrer`, asked) } : {})}
        alert={isNarrowed(asked.filter) ? null : alertLink(deps, asked, viewer)}
      />
    </>,
  )
}

/** `/emplois.atom?q=…`: the same list, in a form that programs read. */
export const showFeed = (deps: Deps, kind: Kind, format: Format) => async (c: Ctx) =>
  feedOf(deps, c, format, kind.path, await askedFilter(deps, kind, (name) => c.req.query(name)))

/** Any list as a feed; `path` is its page's. */
export async function feedOf(
  deps: Deps,
  c: Ctx,
  format: Format,
  path: string,
  asked: Pick<AskedFilter, 'filter'>,
): Promise<Response> {
  const { filter } = asked
  const { entries, more } = await feedEntries(deps, filter, format)
  const at = (page: number) => deps.hub.origin + listHref(`${path}.${format}`, asked, page)
  const url = at(format === 'csv' ? filter.page : 1)
  const next = more ? at(filter.page + 1) : null
  const feed = { kind: filter.kind, filter, entries, url, next }
  const answer = await renderFeed(deps, format, feed, c.req.raw.headers)
  answer.headers.append('Vary', 'Accept')
  return answer
}

/** The other forms of a list; what other hubs published is theirs to give. */
export const feedLinks = (
  path: string,
  asked: Pick<AskedFilter, 'filter'>,
): { format: Format; href: string }[] =>
  asked.filter.origin === 'network'
    ? []
    : formatsOf(asked.filter.kind).map((format) => ({ format, href: listHref(`${path}.${format}`, asked) }))

/** A browser asks for HTML first, and `*` means it too. */
function acceptedFormat(c: Ctx, kind: Kind): Format | null {
  const offered = formatsOf(kind).flatMap((format) => typesOf(format).map((type) => ({ type, format })))
  const supports = ['text/html', ...offered.map(({ type }) => type)]
  const best = accepts(c, { header: 'Accept', supports, default: 'text/html' })
  return offered.find(({ type }) => type === best)?.format ?? null
}

const typesOf = (format: Format): string[] =>
  format === 'json' ? [formats.json.mediaType, 'application/json'] : [formats[format].mediaType]

const createButton = (kind: Kind, viewer: Visitor, words: string) =>
  mayWrite(viewer, kind) ? (
    <>
      <LinkButton href={`${kind.path}/nouveau`} look="primary" icon="plus">
        {words}
      </LinkButton>
      {kind.name === 'organisation' && <ImportLink viewer={viewer} />}
    </>
  ) : null

export const organisationOptions = async ({ db }: Pick<Deps, 'db'>) =>
  (await hostedOrganisations(db)).map(({ id, title }) => ({ value: id, label: title }))

/** Of what has no date, there is but one order. */
function hasDate(kind: Kind): boolean {
  const { startsAt, closesAt } = kind.derive(kind.sample)
  return startsAt !== undefined || closesAt !== undefined
}
