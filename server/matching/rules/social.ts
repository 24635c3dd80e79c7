import { formatNumber } from '../../../views/format.ts'
import { catalogue } from '../../../views/language.tsx'
import { structureLabels } from '../../kinds/structures.ts'
import type { Rule } from './rule.ts'

/** Those that Le marché de l’inclusion counts for a social clause, by caution: no EITI, no GEIQ. */
const counted: ReadonlySet<string> = new Set(['ei', 'aci', 'ai', 'etti', 'ea', 'eatt', 'esat'])

/** Does the lot ask for people in insertion, and does it employ them? Others may hold the clause with a partner. */
export const social: Rule = ({ structure }, lot) => {
  const asks = lot.insertionHours !== null || lot.social === 'clause' || lot.social === 'both'
  if (!asks || structure === null || !counted.has(structure)) return null
  const hours = lot.insertionHours
  return {
    verdict: 'fits',
    say: (locale) => {
      const own = structureLabels[locale][structure]
      return hours === null
        ? texts[locale].clause(own)
        : texts[locale].hours(formatNumber(hours, locale), own)
    },
  }
}

const texts = catalogue('server/matching/rules/social', {
  fr: {
    clause: (own: string) =>
      `Le lot a une clause sociale, pour laquelle Le marché de l’inclusion compte ce type de structure\u00a0: ${own}.`,
    hours: (hours: string, own: string) =>
      `Le lot demande ${hours}\u00a0h d’insertion, pour lesquelles Le marché de l’inclusion compte ce type de structure\u00a0: ${own}.`,
  },
  en: {
    clause: (own: string) =>
      `The lot has a social clause, for which Le marché de l’inclusion counts this type of structure: ${own}.`,
    hours: (hours: string, own: string) =>
      `The lot asks ${hours} hours of work integration, for which Le marché de l’inclusion counts this type of structure: ${own}.`,
  },
})
