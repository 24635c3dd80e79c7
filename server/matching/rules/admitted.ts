import { catalogue, type Locale } from '../../../views/language.tsx'
import { admittedLabels } from '../../kinds/tender/lot-facts.ts'
import type { LotAsked, Organisation, Rule } from './rule.ts'

/** Does the notice name its status? Where it names none, everybody may answer, and nothing is said. */
export const admitted: Rule = (organisation, { openTo }) => {
  if (openTo.length === 0) return null
  const named = openTo.filter((one) => is(organisation, one))
  if (named.length > 0)
    return { verdict: 'fits', say: (locale) => texts[locale].named(labels(named, locale)) }
  const silent = organisation.status === null && organisation.structure === null
  return {
    verdict: silent ? 'unknown' : 'doubt',
    say: (locale) => texts[locale][silent ? 'silent' : 'others'](labels(openTo, locale)),
  }
}

/** Notices name families, statuses, structures and the approval in one list. */
const is = ({ family, status, structure, esus }: Organisation, one: LotAsked['openTo'][number]): boolean =>
  one === status || one === structure || one === family || (one === 'esus' && esus)

const labels = (codes: LotAsked['openTo'], locale: Locale): string =>
  codes.map((one) => admittedLabels(locale)[one]).join(', ')

const texts = catalogue('server/matching/rules/admitted', {
  fr: {
    named: (own: string) => `L’annonce nomme son statut comme admis\u00a0: ${own}.`,
    others: (all: string) => `L’annonce nomme d’autres statuts\u00a0: ${all}. À demander à l’acheteur.`,
    silent: (all: string) => `L’annonce nomme des statuts, et elle ne dit pas le sien\u00a0: ${all}.`,
  },
  en: {
    named: (own: string) => `The notice names its status as admitted: ${own}.`,
    others: (all: string) => `The notice names other statuses: ${all}. Ask the buyer.`,
    silent: (all: string) => `The notice names statuses, and it does not say its own: ${all}.`,
  },
})
