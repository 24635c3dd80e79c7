import { formatMoney, formatNumber } from '../../../views/format.ts'
import { catalogue } from '../../../views/language.tsx'
import type { Rule } from './rule.ts'

/**
 * Is it large enough alone? By the largest contract that it says it would take. Nobody turns people into euros here:
 * how many they are is only told.
 */
export const size: Rule = ({ largestContract: own, headcount }, { amountMin, amountMax }) => {
  const most = amountMax ?? amountMin
  if (most === null) return { verdict: 'unknown', say: (locale) => texts[locale].noAmount }
  if (own === null)
    return {
      verdict: 'unknown',
      say: (locale) =>
        headcount === null ? texts[locale].unsaid : texts[locale].people(formatNumber(headcount, locale)),
    }
  const [holds, asks] = [own, most]
  if (holds >= asks)
    return {
      verdict: 'fits',
      say: (locale) => texts[locale].alone(formatMoney(holds, locale), formatMoney(asks, locale)),
    }
  const above = amountMin !== null && amountMin > holds
  return {
    verdict: 'doubt',
    say: (locale) => texts[locale][above ? 'above' : 'partly'](formatMoney(holds, locale)),
  }
}

const texts = catalogue('server/matching/rules/size', {
  fr: {
    noAmount: 'Le lot ne dit pas son montant.',
    unsaid: 'Ne dit pas le plus gros marché qu’elle prendrait seule.',
    people: (count: string) =>
      `Compte ${count} personnes, sans dire le plus gros marché qu’elle prendrait seule.`,
    alone: (own: string, asked: string) => `Dit tenir seule jusqu’à ${own}, et le lot va jusqu’à ${asked}.`,
    above: (own: string) => `Montant au-dessus de ce qu’elle dit tenir seule (${own})\u00a0: à plusieurs.`,
    partly: (own: string) =>
      `Le haut de la fourchette dépasse ce qu’elle dit tenir seule (${own})\u00a0: peut-être à plusieurs.`,
  },
  en: {
    noAmount: 'The lot does not say its amount.',
    unsaid: 'Does not say the largest contract that it would take alone.',
    people: (count: string) =>
      `Has ${count} people, without saying the largest contract that it would take alone.`,
    alone: (own: string, asked: string) =>
      `Says that it holds up to ${own} alone, and the lot goes up to ${asked}.`,
    above: (own: string) => `An amount above what it says it holds alone (${own}): together with others.`,
    partly: (own: string) =>
      `The top of the range is above what it says it holds alone (${own}): perhaps together with others.`,
  },
})
