import { createHash } from 'node:crypto'
import type { Child } from 'hono/jsx'
import { EmbedDocument, EmbedList, type EmbedItem, type EmbedTheme } from '../../../views/sharing/embed.tsx'
import { localeOf, type Locale } from '../../../views/language.tsx'
import { Surroundings } from '../../../views/layout.tsx'
import type { Deps } from '../../deps.ts'
import { listEntries } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { holdsTag } from '../../text/held-tag.ts'
import { askedFilter, listHref, type AskedFilter } from '../entries/filter.ts'
import { outside, spokenIn } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { factsOf } from './banner-of.ts'

// A list on somebody else's site (docs/adr/0034): HTML without a script, the same for everybody.

/** How it is to look there. */
export interface Embedding {
  max: number
  theme: EmbedTheme
  lang: Locale
}

export const mostItems = 50
export const usualItems = 10

/** Unknown values fall back to the default: what stands on a site must not break with a letter too many. */
export function readEmbedding({ hub }: Pick<Deps, 'hub'>, c: Ctx, language = 'lang'): Embedding {
  const max = Math.trunc(Number(c.req.query('max')))
  const theme = c.req.query('theme')
  return {
    max: max >= 1 ? Math.min(max, mostItems) : usualItems,
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    lang: localeOf(c.req.query(language) ?? '') ?? hub.settings.locale,
  }
}

/** `/embed/emplois?place=92026&max=5`: a page for a frame; with `fragment=1` the list alone, to be put into a page. */
export const showEmbed = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const embedding = readEmbedding(deps, c)
  const asked = await askedFilter(deps, kind, (name) => (name === 'page' ? undefined : c.req.query(name)))
  const { entries } = await listEntries(deps, asked.filter, embedding.max)
  const fragment = c.req.query('fragment') === '1'
  const list = listIn(deps, kind, { asked, embedding, entries, framed: !fragment })
  return answer(deps, c, embedding, fragment ? list : framedIn(deps, kind, embedding, list))
}

const framedIn = (deps: Deps, kind: Kind, { theme, lang }: Embedding, list: Child) => (
  <EmbedDocument title={`${kind.texts[lang].many} · ${deps.hub.settings.name}`} theme={theme}>
    {list}
  </EmbedDocument>
)

interface Listed {
  asked: Pick<AskedFilter, 'filter'>
  embedding: Embedding
  entries: readonly Entry[]
  framed: boolean
}

const listIn = ({ hub }: Deps, kind: Kind, { asked, embedding, entries, framed }: Listed) => (
  <EmbedList
    title={kind.texts[embedding.lang].many}
    items={entries.map((entry) => itemOf(hub.origin, entry, embedding.lang))}
    empty={kind.texts[embedding.lang].empty}
    allHref={hub.origin + listHref(kind.path, asked)}
    hub={{ name: hub.settings.name, origin: hub.origin }}
    framed={framed}
  />
)

/** What another hub said is read there: our page of it is no place to send people to. */
export function itemOf(origin: string, entry: Entry, locale: Locale): EmbedItem {
  const { envelope } = entry
  const theirs = envelope.origin !== null
  const speaker = envelope.speaker?.name ?? envelope.origin?.name ?? ''
  return {
    href: (theirs ? outside(envelope.url) : undefined) ?? origin + envelope.path,
    title: envelope.title,
    language: spokenIn(envelope, locale),
    facts: [speaker, ...factsOf(entry, locale)].filter((fact) => fact !== ''),
    own: !theirs,
  }
}

async function answer(deps: Deps, c: Ctx, { lang }: Embedding, content: Child): Promise<Response> {
  const html = await (
    <Surroundings locale={lang} assets={deps.assets.manifest}>
      {content}
    </Surroundings>
  ).toString()
  c.set('framed', true)
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  const headers = {
    ETag: etag,
    // Five minutes on somebody's page, whatever their server does: a deadline is a matter of days.
    'Cache-Control': 'public, max-age=300',
    // Read by other sites' scripts: it is public, and the same whoever asks.
    'Access-Control-Allow-Origin': '*',
    'Content-Language': lang,
  }
  if (holdsTag(c.req.raw.headers, etag)) return c.body(null, 304, headers)
  return c.html(html, 200, headers)
}
