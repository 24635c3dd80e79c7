import { catalogue } from '../../../views/language.tsx'
import { cpvInWords, cpvPrefix } from '../../kinds/cpv.ts'
import { words } from '../../kinds/organisation/words.ts'
import { divisionsOf } from './sectors.ts'
import type { LotAsked, Organisation, Rule } from './rule.ts'

/** Can it do this? By the codes that it names, else by its sectors. */
export const trade: Rule = (organisation, lot) => {
  const asked = prefixOf(lot)
  if (asked === null) return { verdict: 'unknown', say: (locale) => texts[locale].noCode }
  const division = asked.slice(0, 2)
  const own = longest(organisation.cpv, asked)
  if (own !== undefined)
    return { verdict: 'fits', say: (locale) => texts[locale].does(cpvInWords(own, locale)) }
  const part = organisation.cpv.find((code) => code.startsWith(asked))
  if (part !== undefined)
    return { verdict: 'doubt', say: (locale) => texts[locale].part(cpvInWords(part, locale), asked) }
  const near = organisation.cpv.find((code) => code.startsWith(division))
  if (near !== undefined)
    return { verdict: 'doubt', say: (locale) => texts[locale].near(cpvInWords(near, locale), asked) }
  return bySector(organisation, asked, division)
}

function bySector({ cpv, sectors }: Organisation, asked: string, division: string): ReturnType<Rule> {
  const sector = sectors.find((one) => divisionsOf[one].includes(division))
  if (sector !== undefined)
    return {
      verdict: cpv.length === 0 ? 'fits' : 'doubt',
      say: (locale) =>
        texts[locale][cpv.length === 0 ? 'sector' : 'sectorOnly'](words[locale].sectors[sector], asked),
    }
  // Its sectors tell no trade, or it names none: nobody knows.
  if (cpv.length === 0 && sectors.every((one) => divisionsOf[one].length === 0))
    return { verdict: 'unknown', say: (locale) => texts[locale].noTrade }
  return { verdict: 'fits-not', say: (locale) => texts[locale].another(cpvInWords(asked, locale)) }
}

/** Read once a lot, which is asked of thousands. */
const prefixes = new WeakMap<LotAsked, string | null>()

function prefixOf(lot: LotAsked): string | null {
  const known = prefixes.get(lot)
  if (known !== undefined) return known
  const prefix = lot.cpv === null ? null : (cpvPrefix(lot.cpv) ?? lot.cpv)
  prefixes.set(lot, prefix)
  return prefix
}

/** What it names most exactly. */
function longest(codes: readonly string[], asked: string): string | undefined {
  let found: string | undefined
  for (const code of codes) if (asked.startsWith(code) && code.length > (found?.length ?? 0)) found = code
  return found
}

const texts = catalogue('server/matching/rules/trade', {
  fr: {
    noCode: 'Le lot ne dit pas son code CPV\u00a0: on ne sait pas si c’est son métier.',
    does: (code: string) => `Sait faire ${code}.`,
    part: (code: string, asked: string) =>
      `Sait faire ${code}, une partie de ce que demande le lot (${asked}).`,
    near: (code: string, asked: string) =>
      `Sait faire ${code}, dans la même division que ce que demande le lot (${asked})\u00a0: à vérifier.`,
    sector: (sector: string, asked: string) =>
      `Travaille dans «\u00a0${sector}\u00a0», d’après ses secteurs\u00a0: elle ne dit pas ses codes CPV (le lot demande ${asked}).`,
    sectorOnly: (sector: string, asked: string) =>
      `Travaille dans «\u00a0${sector}\u00a0», mais ne nomme pas ${asked} parmi ses codes CPV\u00a0: à vérifier.`,
    noTrade: 'Ne dit ni ses codes CPV ni un secteur qui nomme un métier\u00a0: on ne sait pas.',
    another: (asked: string) => `Dit faire un autre métier que ${asked}.`,
  },
  en: {
    noCode: 'The lot does not say its CPV code: it is not known whether this is its trade.',
    does: (code: string) => `Can do ${code}.`,
    part: (code: string, asked: string) => `Can do ${code}, a part of what the lot asks (${asked}).`,
    near: (code: string, asked: string) =>
      `Can do ${code}, in the same division as what the lot asks (${asked}): to be checked.`,
    sector: (sector: string, asked: string) =>
      `Works in “${sector}”, by its sectors: it does not say its CPV codes (the lot asks ${asked}).`,
    sectorOnly: (sector: string, asked: string) =>
      `Works in “${sector}”, but does not name ${asked} among its CPV codes: to be checked.`,
    noTrade: 'Says neither its CPV codes nor a sector that names a trade: it is not known.',
    another: (asked: string) => `Says that it does another trade than ${asked}.`,
  },
})
