import { formatDay, formatMoney } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { ShownFinding, ShownMatch } from '../../../views/matching/matches.tsx'
import { matchingTexts } from '../../../views/matching/texts.ts'
import { structureLabels } from '../../kinds/structures.ts'
import { organisation as organisationKind } from '../../kinds/organisation/index.tsx'
import { words } from '../../kinds/organisation/words.ts'
import { lotTitle } from '../../kinds/tender/lot-facts.ts'
import { lotPath, tender as tenderKind } from '../../kinds/tender/index.tsx'
import type { Found, Match } from '../../matching/match.ts'
import type { MatchedLot, MatchedOrganisation } from '../../matching/matching.ts'

/** Reasons, then doubts, then what is not known, each in the order of the rules. */
export const findingsOf = ({ findings }: Match, locale: Locale): ShownFinding[] =>
  (['fits', 'doubt', 'unknown'] as const).flatMap((verdict) =>
    findings
      .filter((one: Found) => one.verdict === verdict)
      .map((one) => ({ verdict, text: one.say(locale) })),
  )

export function shownOrganisation({ organisation, match }: MatchedOrganisation, locale: Locale): ShownMatch {
  const { id, name, slug, host, placeLabel, structure, family } = organisation
  const what = structure === null ? words[locale].family[family] : structureLabels[locale][structure]
  return {
    ...{ id, name, host, of: null, language: null },
    href: `${organisationKind.path}/${slug}`,
    details: [what, placeLabel ?? ''].filter((part) => part !== ''),
    findings: findingsOf(match, locale),
  }
}

export function shownLot({ tender, lot, match }: MatchedLot, locale: Locale): ShownMatch {
  const t = matchingTexts[locale]
  const most = lot.amountMax ?? lot.amountMin
  return {
    id: `${tender.id}-${lot.number}`,
    name: lotTitle(lot, locale),
    ...{ of: tender.title, language: tender.language },
    host: tender.host,
    href: lotPath({ path: `${tenderKind.path}/${tender.slug}` }, lot),
    details: [
      t.buyer(tender.buyer),
      lot.placeName ?? '',
      most === null ? '' : formatMoney(most, locale),
      tender.closesAt === null ? '' : t.until(formatDay(tender.closesAt, locale)),
    ].filter((part) => part !== ''),
    findings: findingsOf(match, locale),
  }
}
