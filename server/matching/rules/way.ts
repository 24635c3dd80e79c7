import { catalogue } from '../../../views/language.tsx'
import { bought } from './sectors.ts'
import type { Rule } from './rule.ts'

/** Does it work in the way that is bought: goods, or work done? Where it does not say, nothing is said. */
export const way: Rule = ({ services }, { cpv }) => {
  if (cpv === null || services.length === 0) return null
  const goods = bought(cpv.slice(0, 2)) === 'goods'
  if (services.includes(goods ? 'goods' : 'works')) return null
  const say = goods ? 'noGoods' : services.includes('staffing') ? 'staffing' : 'goodsOnly'
  return { verdict: 'doubt', say: (locale) => texts[locale][say] }
}

const texts = catalogue('server/matching/rules/way', {
  fr: {
    noGoods: 'Le lot achète des biens\u00a0; elle dit vendre du travail, et non des biens.',
    staffing: 'Dit mettre du personnel à disposition\u00a0: demander à l’acheteur si cela convient au lot.',
    goodsOnly: 'Le lot achète du travail\u00a0; elle dit vendre des biens seulement.',
  },
  en: {
    noGoods: 'The lot buys goods; it says that it sells work, and no goods.',
    staffing: 'Says that it lends staff: ask the buyer whether that suits the lot.',
    goodsOnly: 'The lot buys work; it says that it sells goods only.',
  },
})
