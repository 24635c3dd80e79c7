import { formatDay } from '../../../views/format.ts'
import { homeTexts } from '../../../views/home/home-texts.ts'
import { catalogue, type Locale } from '../../../views/language.tsx'
import type { CardImage } from '../../../views/shell/shell.ts'
import type { Deps } from '../../deps.ts'
import { isOver } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { identity } from '../../hub/identity.ts'
import { bannerSize, markOf, type Banner } from '../../media/banner.ts'
import { hostOf } from '../entries/look.ts'
import { huesOf, huesOfHub } from './hues.ts'

// What the picture of a link card says of a page. The page only names its address: it is drawn when somebody asks.

const texts = catalogue('server/web/sharing/banner-of', {
  fr: { until: (day: string) => `Jusqu’au ${day}` },
  en: { until: (day: string) => `Until ${day}` },
})

type Says = Pick<Deps, 'hub' | 'now'>

export function bannerOfEntry(deps: Says, entry: Entry, locale: Locale): Banner {
  const { envelope, kind } = entry
  const t = kind.texts[locale]
  return {
    ...signed(deps),
    kind: { label: t.one, ...(huesOf(kind.name) ?? huesOfHub(deps)) },
    over: isOver(envelope, deps.now()) ? t.closed : null,
    title: envelope.title,
    by: envelope.speaker?.name ?? '',
    facts: factsOf(entry, locale),
  }
}

export const bannerOfList = (deps: Says, kind: Kind, locale: Locale): Banner => ({
  ...signed(deps),
  kind: null,
  title: kind.texts[locale].many,
  by: kind.texts[locale].lede,
})

export const bannerOfHub = (deps: Says, locale: Locale): Banner => ({
  ...signed(deps),
  kind: null,
  title: deps.hub.settings.name,
  by: deps.hub.settings.tagline || homeTexts[locale].what,
})

const signed = ({ hub }: Says) => ({
  ...{ over: null, facts: [] },
  hub: hub.settings.name,
  host: hostOf(hub.origin),
  look: { ...huesOfHub({ hub }), logo: identity(hub).logo?.id ?? null },
})

/** Where, and when: what makes somebody open a link. */
export function factsOf({ envelope, kind, fields }: Entry, locale: Locale): string[] {
  const { placeLabel, closesAt } = envelope
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  return [
    ...(placeLabel === null ? [] : [placeLabel]),
    ...(when === null ? [] : [formatDay(when.startsAt, locale, when.timeZone)]),
    ...(when !== null || closesAt === null ? [] : [texts[locale].until(formatDay(closesAt, locale))]),
  ]
}

/** `/apercus/fr/emplois/01975…png`: by the entry's number, which stays. */
export const entryImage = (deps: Says, entry: Entry, locale: Locale): CardImage => {
  const { kind, envelope } = entry
  const banner = bannerOfEntry(deps, entry, locale)
  const said = [banner.kind?.label ?? '', banner.over ?? '', envelope.title, banner.by, ...banner.facts]
  return image(deps, banner, `${locale}${kind.path}/${envelope.id}`, said)
}

export function listImage(deps: Says, kind: Kind, locale: Locale): CardImage {
  const banner = bannerOfList(deps, kind, locale)
  return image(deps, banner, `${locale}${kind.path}`, [banner.title, banner.hub])
}

export function hubImage(deps: Says, locale: Locale): CardImage {
  const banner = bannerOfHub(deps, locale)
  return image(deps, banner, locale, [banner.title, banner.by])
}

const image = (
  { hub }: Says,
  banner: Banner,
  name: string,
  said: readonly string[],
): CardImage & { alt: string } => ({
  url: `${hub.origin}/apercus/${name}.png?v=${markOf(banner).slice(0, 10)}`,
  alt: said.filter((part) => part !== '').join(' – '),
  ...bannerSize,
  type: 'image/png',
})
