import { catalogue } from '../language.tsx'

/** What people come for, in their own words, by the kind in whose list it is found. */
export const waysTexts = catalogue('views/home/ways-texts', {
  fr: {
    job: { label: 'Trouver un emploi', hint: 'Ou un bénévolat, un service civique' },
    resource: { label: 'Trouver une salle, du matériel', hint: 'Ou un savoir-faire, et en proposer' },
    tender: { label: 'Répondre à un marché', hint: 'À plusieurs si vous voulez, lot par lot' },
    event: { label: 'Sortir près de chez vous', hint: 'Rencontres, forums, portes ouvertes' },
    organisation: { label: 'Savoir qui est là', hint: 'L’annuaire des structures' },
    proposal: { label: 'Suivre ce qui est promis', hint: 'Propositions, réponses, résultats' },
  },
  en: {
    job: { label: 'Find a job', hint: 'Or volunteering, or civic service' },
    resource: { label: 'Find a room or equipment', hint: 'Or know-how, and offer some' },
    tender: { label: 'Answer a call for tenders', hint: 'Alone or together, lot by lot' },
    event: { label: 'Go out near you', hint: 'Meetings, forums, open days' },
    organisation: { label: 'See who is here', hint: 'The directory of organisations' },
    proposal: { label: 'Follow what was promised', hint: 'Proposals, answers, results' },
  },
})

export type Purpose = keyof (typeof waysTexts)['fr']
export const purposes = ['job', 'resource', 'tender', 'event', 'organisation', 'proposal'] as const
