import { catalogue } from '../../../views/language.tsx'
import { fold } from '../../text/fold.ts'
import type { Rule } from './rule.ts'

/** Do it and whoever publishes the lot belong to the same network? Where not, nothing is said. */
export const network: Rule = ({ networks }, _lot, known) => {
  if (networks.length === 0 || known.networks.length === 0) return null
  const theirs = new Set(known.networks.map(fold))
  const shared = networks.filter((name) => theirs.has(fold(name)))
  if (shared.length === 0) return null
  return { verdict: 'fits', say: (locale) => texts[locale].shared(shared.join(', ')) }
}

const texts = catalogue('server/matching/rules/network', {
  fr: {
    shared: (names: string) =>
      `Appartient au même réseau que l’organisation qui publie le marché\u00a0: ${names}.`,
  },
  en: {
    shared: (names: string) =>
      `Belongs to the same network as the organisation that publishes the tender: ${names}.`,
  },
})
