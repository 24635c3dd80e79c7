import { catalogue } from '../language.tsx'

export const personTexts = catalogue('views/network/person-texts', {
  fr: {
    lead: (hub: string) => `Membre de ${hub}.`,
    how: 'Pour lire ses réponses ou lui écrire depuis Mastodon ou un autre site du fédivers, recherchez-y ce nom\u00a0:',
  },
  en: {
    lead: (hub: string) => `Member of ${hub}.`,
    how: 'To read their answers or write to them from Mastodon or another site of the fediverse, look for this name there:',
  },
})
