import { catalogue, type Locale } from '../../../views/language.tsx'
import { common, given, type Advice, type Written } from '../advice.ts'
import type { OrganisationFields } from './fields.ts'

const words = catalogue('server/kinds/organisation/advice', {
  fr: {
    reach: 'Un moyen de vous joindre\u00a0: un site, une adresse électronique, un téléphone.',
    siret: 'Le SIRET ou le numéro RNA, pour que l’on sache que c’est bien vous.',
    sectors: 'Vos secteurs, par lesquels on vous cherche.',
  },
  en: {
    reach: 'A way to reach you: a site, an e-mail address, a phone number.',
    siret: 'The SIRET or the RNA number, so that people can be sure that it is you.',
    sectors: 'Your sectors, by which people look for you.',
  },
})

export function advice(known: Partial<OrganisationFields>, written: Written, locale: Locale): Advice[] {
  const t = words[locale]
  return [
    ...common(written, ['summary', 'place'], locale),
    { text: t.reach, done: given(known.website, known.email, known.phone) },
    { text: t.siret, done: given(known.siret, known.rna) },
    { text: t.sectors, done: given(known.sectors) },
    ...common(written, ['picture'], locale),
  ]
}
