import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { showsBlocks } from './blocked-collection.ts'
import type { JsonObject } from './json-object.ts'
import type { Locale } from '../../views/language.tsx'
import { isPublic } from '../entries/entry.ts'
import { loadEntry, type Entry } from '../entries/load.ts'
import { isWhole } from '../entries/whole.ts'
import { listOf } from '../kinds/received.ts'
import { escapeHtml } from '../text/html.ts'
import { actorTexts as texts } from './actor-texts.ts'
import { aliasesOf } from './moving/aliases.ts'
import type { LocalActor } from './local-actors.ts'
import { portraitAt } from './members.ts'
import { registerTexts } from '../../views/registers/texts.ts'
import { formatDay } from '../../views/format.ts'
import { standingFinding } from '../registers/queries.ts'
import type { FederationDeps } from './room.ts'
import { featuredTagsOf } from './featured-tags.ts'
import { located } from './located.ts'
import { maillonItem } from './objects.ts'
import { toWire } from './vocabulary.ts'

type SectionName = 'emplois' | 'ressources' | 'marches' | 'propositions'
const isSection = (handle: string): handle is SectionName =>
  handle === 'emplois' || handle === 'ressources' || handle === 'marches' || handle === 'propositions'

/** The actor as every server wants it (interop.md §1.2): one https host, one key object, `#main-key`, an outbox. */
export async function actorDocument(deps: FederationDeps, actor: LocalActor): Promise<JsonObject> {
  const { id, type, preferredUsername, webfinger, ...bare } = await bareActor(deps, actor)
  const face = await faceOf(deps, actor)
  const aliases = await aliasesOf(deps.db, actor)
  const isFound = actor.role !== 'person' && actor.role !== 'instance'
  return toWire({
    ...{ id, type, preferredUsername, webfinger },
    ...{ name: face.name, summary: face.summary, url: face.url },
    ...bare,
    ...(speaks.has(actor.role ?? '') ? { featuredTags: deps.hub.origin + featuredTagsOf(actor) } : {}),
    ...(showsBlocks(deps, actor) ? { blocked: `${id}/blocked` } : {}),
    attachment: face.fields.map(({ name, value }) => ({ type: 'PropertyValue', name, value })),
    ...(face.icon === null ? {} : { icon: { type: 'Image', mediaType: 'image/webp', url: face.icon } }),
    ...(face.domains.length === 0 ? {} : { attributionDomains: face.domains }),
    ...(aliases.length === 0 ? {} : { alsoKnownAs: aliases.map((alias) => alias.id) }),
    ...(actor.movedTo === null ? {} : { movedTo: actor.movedTo }),
    manuallyApprovesFollowers: false,
    // What Lemmy, PieFed and Mbin ask of a community before they let somebody write to it.
    ...(actor.role === 'forum' ? { postingRestrictedToMods: false } : {}),
    // A network speaks for its members: nobody else writes in it.
    ...(isNetwork(actor) ? { postingRestrictedToMods: true } : {}),
    discoverable: isFound,
    indexable: isFound,
    published: new Date(actor.createdAt).toISOString(),
    ...face.own,
  })
}

/** Its addresses and its keys, and nothing of who it is. */
export async function bareActor({ hub, keyring }: FederationDeps, actor: LocalActor): Promise<JsonObject> {
  const id = hub.origin + actor.id
  const keys = await keyring.published(actor.n)
  const username = actor.role === 'instance' ? new URL(hub.origin).hostname : actor.handle
  return {
    id,
    type: actor.type,
    preferredUsername: username,
    webfinger: `${username}@${new URL(hub.origin).host}`,
    inbox: `${id}/inbox`,
    outbox: `${id}/outbox`,
    followers: `${id}/followers`,
    following: `${id}/following`,
    featured: `${id}/featured`,
    endpoints: { sharedInbox: `${hub.origin}/ap/inbox` },
    publicKey: { id: keys.main.id, owner: id, publicKeyPem: keys.main.pem },
    assertionMethod:
      keys.ed25519 === null
        ? []
        : [
            {
              id: keys.ed25519.id,
              type: 'Multikey',
              controller: id,
              publicKeyMultibase: keys.ed25519.multibase,
            },
          ],
  }
}

/** They say entries themselves. */
const speaks: ReadonlySet<string> = new Set(['hub', 'section', 'organisation'])

const isNetwork = ({ role, type }: LocalActor): boolean => role === 'organisation' && type === 'Group'

/** Pages here name them as their author. */
const isNamed = ({ role }: LocalActor): boolean => role === 'forum' || speaks.has(role ?? '')

interface Face {
  name: string
  /** Safe HTML. */
  summary: string
  url: string
  fields: { name: string; value: string }[]
  icon: string | null
  /** Sites whose pages may name it as their author: Mastodon believes `fediverse:creator` for no others. */
  domains: readonly string[]
  /** Of an organisation: where it is, and its entry, as other hubs keep it in their directories. */
  own?: JsonObject
}

async function faceOf(deps: FederationDeps, actor: LocalActor): Promise<Face> {
  const { settings, origin } = deps.hub
  const t = texts[settings.locale]
  const here = new URL(origin).hostname
  const plain = {
    fields: [] as { name: string; value: string }[],
    icon: settings.logo === null ? null : `${origin}/media/${settings.logo.id}.webp`,
    domains: isNamed(actor) ? [here] : [],
  }
  const home = link(origin, new URL(origin).host)
  if (actor.role === 'hub')
    return {
      ...plain,
      name: settings.name,
      summary: paragraph(settings.tagline),
      url: `${origin}/`,
      fields: [{ name: t.site, value: home }],
    }
  if (actor.role === 'instance')
    return { ...plain, name: settings.name, summary: paragraph(t.instance), url: `${origin}/` }
  if (actor.role === 'forum')
    return {
      ...plain,
      name: t.of(t.forum, settings.name),
      summary: paragraph(t.forumSummary(settings.name)),
      url: `${origin}/forum`,
      fields: [{ name: t.hub, value: home }],
    }
  if (isSection(actor.handle))
    return {
      ...plain,
      name: t.of(t[actor.handle], settings.name),
      summary: paragraph(t.summary(t[actor.handle], settings.name)),
      url: `${origin}/${actor.handle}`,
      fields: [{ name: t.hub, value: home }],
    }
  if (actor.role === 'organisation') return organisationFace(deps, actor, settings.locale, here)
  const icon = await portraitAt(deps, actor)
  return { ...plain, icon, name: actor.name, summary: '', url: `${origin}/@${actor.handle}` }
}

async function organisationFace(
  deps: FederationDeps,
  actor: LocalActor,
  locale: Locale,
  here: string,
): Promise<Face> {
  const t = texts[locale]
  const entry = actor.entryId === null ? undefined : await loadEntry(deps, eq(entries.id, actor.entryId))
  if (entry === undefined)
    return {
      name: actor.name,
      summary: '',
      url: `${deps.hub.origin}/`,
      ...{ fields: [], icon: null, domains: [here] },
    }
  const { envelope, kind, fields } = entry
  const facts = fields === null ? [] : kind.facts(fields, locale).slice(0, 6)
  const found = fields === null ? null : await standingFinding(deps.db, envelope.n, fields)
  return {
    name: envelope.title,
    summary: paragraph(envelope.summary),
    url: envelope.url,
    fields: [
      { name: t.site, value: link(envelope.url, new URL(envelope.url).host) },
      ...(envelope.placeLabel === null ? [] : [{ name: t.commune, value: escapeHtml(envelope.placeLabel) }]),
      ...facts.map(({ label, value }) => ({ name: label, value: escapeHtml(value) })),
      ...foundIn(deps, found, locale),
    ],
    domains: [...new Set([here, ...vouchedFor(fields)])],
    icon: envelope.picture === null ? null : `${deps.hub.origin}/media/${envelope.picture.id}.webp`,
    ...(isWhole(entry) &&
      isPublic(envelope.state) && { own: { ...located(envelope), maillonItem: maillonItem(entry) } }),
  }
}

/** This hub's word, and nobody else's: whoever reads it hears who says so. */
function foundIn(deps: FederationDeps, found: Awaited<ReturnType<typeof standingFinding>>, locale: Locale) {
  if (found === null) return []
  const words = registerTexts[locale]
  const said = words.found(words.register[found.register], formatDay(found.foundOn, locale), found.number)
  return [{ name: words.identity(deps.hub.settings.name), value: escapeHtml(said) }]
}

/** Of the organisation's own fields: its other sites. */
const vouchedFor = (fields: Entry['fields']): string[] =>
  listOf(fields?.['domains']).filter((domain) => typeof domain === 'string')

const paragraph = (text: string): string => (text === '' ? '' : `<p>${escapeHtml(text)}</p>`)
const link = (href: string, text: string): string =>
  `<a href="${escapeHtml(href)}" rel="me">${escapeHtml(text)}</a>`
