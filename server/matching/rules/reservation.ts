import { formatDay } from '../../../views/format.ts'
import { catalogue, type Locale } from '../../../views/language.tsx'
import { words } from '../../kinds/organisation/words.ts'
import { structureLabels, type structures } from '../../kinds/structures.ts'
import type { LotAsked, Organisation, Rule, Verdict } from './rule.ts'

type Structure = (typeof structures)[number]
type ByStructure = Readonly<Partial<Record<Structure, Verdict>>>

/**
 * Who answers a lot that is reserved. The articles name some and ‘equivalent’ ones: what they name fits, what may be
 * equivalent is the buyer's to say (doubt), anything else does not.
 */
const byStructure: Readonly<Record<'insertion' | 'disability' | 'disability-insertion', ByStructure>> = {
  // SIAE and equivalent: the five of the Code du travail, L5132-4.
  insertion: {
    ...{ ai: 'fits', aci: 'fits', ei: 'fits', etti: 'fits', eiti: 'fits' },
    ...{ geiq: 'doubt', regie: 'doubt', other: 'doubt' },
    ...{ ea: 'fits-not', eatt: 'fits-not', esat: 'fits-not' },
  },
  // EA, ESAT and equivalent; an EATT is not named.
  disability: {
    ...{ ea: 'fits', esat: 'fits', eatt: 'doubt', other: 'doubt' },
    ...{ ai: 'fits-not', aci: 'fits-not', ei: 'fits-not', etti: 'fits-not', eiti: 'fits-not' },
    ...{ geiq: 'fits-not', regie: 'fits-not' },
  },
  'disability-insertion': {
    ...{ ai: 'fits', aci: 'fits', ei: 'fits', etti: 'fits', eiti: 'fits', ea: 'fits', esat: 'fits' },
    ...{ eatt: 'doubt', geiq: 'doubt', regie: 'doubt', other: 'doubt' },
  },
}

/** A structure that is not named above may be equivalent. */
export const reservedVerdict = (asked: keyof typeof byStructure, structure: Structure): Verdict =>
  byStructure[asked][structure] ?? 'doubt'

/** Enterprises of the social economy (law 2014-856, article 1). */
const byFamily: Readonly<Record<Organisation['family'], Verdict>> = {
  association: 'fits',
  cooperative: 'fits',
  mutual: 'fits',
  foundation: 'fits',
  company: 'fits',
  public: 'fits-not',
  other: 'unknown',
}

/** Is the lot reserved, and is it one of those? */
export const reservation: Rule = (organisation, lot) => {
  const { reservation: asked } = lot
  if (asked === 'none') return null
  const to = (locale: Locale) => reservedTo(lot, asked, locale)
  if (asked === 'prison') return { verdict: 'unknown', say: (locale) => texts[locale].prison(to(locale)) }
  if (asked === 'ess') {
    const verdict = byFamily[organisation.family]
    return {
      verdict,
      say: (locale) => texts[locale][verdict](to(locale), words[locale].family[organisation.family]),
    }
  }
  const { structure } = organisation
  if (structure === null) return { verdict: 'unknown', say: (locale) => texts[locale].unsaid(to(locale)) }
  const verdict = reservedVerdict(asked, structure)
  return {
    verdict,
    say: (locale) => texts[locale][verdict](to(locale), structureLabels[locale][structure]),
  }
}

/** The article is the one that the notice cites, as it was read on its day: the law of today may be another. */
function reservedTo(
  { reservationArticle, reservationAsOf }: LotAsked,
  asked: Exclude<LotAsked['reservation'], 'none'>,
  locale: Locale,
): string {
  const t = texts[locale]
  const article =
    reservationArticle === null
      ? t.noArticle
      : reservationAsOf === null
        ? reservationArticle
        : t.readOn(reservationArticle, formatDay(reservationAsOf, locale))
  return t.reserved(t.to[asked], article)
}

const texts = catalogue('server/matching/rules/reservation', {
  fr: {
    to: {
      disability: 'au secteur du handicap',
      insertion: 'à l’insertion',
      'disability-insertion': 'au handicap et à l’insertion ensemble',
      prison: 'aux employeurs de personnes détenues',
      ess: 'aux entreprises de l’ESS',
    },
    noArticle: 'sans article cité',
    readOn: (article: string, day: string) => `${article}, texte lu le ${day}`,
    reserved: (to: string, article: string) =>
      `Ce lot est réservé ${to} (d’après l’annonce\u00a0: ${article})`,
    fits: (lot: string, own: string) => `${lot}, et elle en est\u00a0: ${own}.`,
    'fits-not': (lot: string, own: string) => `${lot}, et elle n’en est pas\u00a0: ${own}.`,
    doubt: (lot: string, own: string) =>
      `${lot}. Elle est\u00a0: ${own}\u00a0; c’est à l’acheteur de dire si elle est équivalente.`,
    unknown: (lot: string, own: string) =>
      `${lot}. Sa famille («\u00a0${own}\u00a0») ne dit pas si elle en est.`,
    unsaid: (lot: string) => `${lot}. Elle ne dit pas son type de structure\u00a0: on ne sait pas.`,
    prison: (lot: string) => `${lot}. L’annuaire ne dit pas qui en emploie\u00a0: on ne sait pas.`,
  },
  en: {
    to: {
      disability: 'to the disability sector',
      insertion: 'to work integration',
      'disability-insertion': 'to disability and work integration together',
      prison: 'to employers of people in prison',
      ess: 'to enterprises of the social economy',
    },
    noArticle: 'no article cited',
    readOn: (article: string, day: string) => `${article}, text read on ${day}`,
    reserved: (to: string, article: string) =>
      `This lot is reserved ${to} (according to the notice: ${article})`,
    fits: (lot: string, own: string) => `${lot}, and it is one of them: ${own}.`,
    'fits-not': (lot: string, own: string) => `${lot}, and it is none of them: ${own}.`,
    doubt: (lot: string, own: string) =>
      `${lot}. It is: ${own}; it is for the buyer to say whether that is equivalent.`,
    unknown: (lot: string, own: string) =>
      `${lot}. Its family (“${own}”) does not say whether it is one of them.`,
    unsaid: (lot: string) => `${lot}. It does not say what structure it is: it is not known.`,
    prison: (lot: string) => `${lot}. The directory does not say who employs them: it is not known.`,
  },
})
