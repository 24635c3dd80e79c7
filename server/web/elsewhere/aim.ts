import type { Locale } from '../../../views/language.tsx'
import type { ActName } from '../../../views/elsewhere/links.ts'
import { elsewhereTexts } from '../../../views/elsewhere/texts.ts'
import type { Deps } from '../../deps.ts'
import { commentById, threadPageOf } from '../../entries/comments.ts'
import { isPublic } from '../../entries/entry.ts'
import { entryOfRow } from '../../entries/queries.ts'
import type { Act } from '../../federation/intents.ts'
import { voiceNamed } from '../../federation/neighbours.ts'
import { kinds } from '../../kinds/index.ts'
import { objectOf } from '../../kinds/envelope.ts'
import { Refusal } from '../../refusal.ts'
import { hostOf, spokenIn } from '../entries/look.ts'
import { threadHref } from '../entries/discussion.ts'
import { byId } from '../entries/save.ts'
import { labelOf } from '../network/network-page.tsx'

/** What a visitor wants to do from their own server, and to what of this hub. */
export interface Aim {
  name: ActName
  act: Act
  /** Full id, as their server will look for it. */
  thing: string
  title: string
  /** Of the title, when it is not the page's. */
  language: string | undefined
  /** What to look for by hand: a handle, or the thing's address. */
  address: string
  /** Of the hub where an answer will appear, when it is not this one. */
  host: string | null
  /** The page they come from. */
  back: string
}

const acts: Readonly<Record<ActName, Act>> = {
  suivre: 'follow',
  repondre: 'reply',
  partager: 'share',
  aimer: 'like',
}

/**
 * `?compte=emplois` is followed, the hub if nobody is named; `?acte=repondre&fiche=…` is about an entry. What is
 * named is always looked up here: an address of somebody's choice would make this page a way to anywhere.
 */
export async function aimOf(
  deps: Deps,
  { acte = 'suivre', compte, fiche, reponse }: Readonly<Record<string, string>>,
  locale: Locale,
): Promise<Aim> {
  const aim =
    acte === 'suivre'
      ? await following(deps, compte ?? deps.hub.settings.handle, locale)
      : isOnEntry(acte) && fiche !== undefined
        ? await onEntry(deps, acte, fiche, locale)
        : acte === 'repondre' && reponse !== undefined
          ? await onAnswer(deps, reponse, locale)
          : null
  if (aim === null) throw new Refusal('absent', 'There is nothing to do from elsewhere at this address.')
  return aim
}

type OnEntry = Exclude<ActName, 'suivre'>
const isOnEntry = (text: string): text is OnEntry => text !== 'suivre' && Object.hasOwn(acts, text)

async function following(deps: Deps, handle: string, locale: Locale): Promise<Aim | null> {
  const voice = await voiceNamed(deps.db, handle)
  if (voice === undefined) return null
  const { origin } = deps.hub
  const entry = voice.entryId === null ? undefined : await byId(deps, voice.entryId)
  return {
    ...{ name: 'suivre', act: 'follow', host: null },
    thing: `${origin}/ap/actors/${voice.handle}`,
    title: voice.role === 'section' || voice.role === 'forum' ? labelOf(voice.handle, locale) : voice.name,
    language: entry && spokenIn(entry.envelope, locale),
    address: `@${voice.handle}@${hostOf(origin)}`,
    back: entry?.envelope.path ?? kinds.find(({ section }) => section === voice.handle)?.path ?? '/',
  }
}

/** An account is followed, not answered: what speaks for itself is no post. */
async function onEntry(deps: Deps, name: OnEntry, id: string, locale: Locale): Promise<Aim | null> {
  const entry = await byId(deps, id)
  if (entry === undefined || entry.kind.section === null || !isPublic(entry.envelope.state)) return null
  const { title, path, origin } = entry.envelope
  const object = objectOf(entry.envelope)
  return object === null
    ? null
    : {
        ...{ name, act: acts[name], thing: object, title, address: object, back: path },
        language: spokenIn(entry.envelope, locale),
        host: origin?.host ?? null,
      }
}

/** One answer among others, so that what is said to it hangs under it; of those alone that other servers can fetch. */
async function onAnswer(deps: Deps, id: string, locale: Locale): Promise<Aim | null> {
  const comment = await commentById(deps.db, null, id)
  if (comment === undefined || comment.state !== 'shown' || comment.actorN === null) return null
  const entry = await entryOfRow(deps, comment.entryN)
  const under = entry === undefined ? null : await onEntry(deps, 'repondre', entry.envelope.id, locale)
  if (under === null) return null
  const thing = comment.apId ?? `${deps.hub.origin}/ap/objects/${comment.id}`
  const page = await threadPageOf(deps.db, null, comment)
  return {
    ...under,
    ...{ thing, address: thing, title: elsewhereTexts[locale].answerOf(comment.author.name, under.title) },
    language: undefined,
    host: comment.apId === null ? under.host : new URL(comment.apId).host,
    back: threadHref(under.back, page, comment.id),
  }
}
