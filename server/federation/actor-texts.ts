import { catalogue } from '../../views/language.tsx'

/** What the hub's own actors say of themselves, in the hub's language. */
export const actorTexts = catalogue('server/federation/actor-texts', {
  fr: {
    emplois: 'Emplois',
    ressources: 'Ressources',
    marches: 'Marchés',
    propositions: 'Propositions',
    forum: 'Forum',
    of: (section: string, hub: string) => `${hub} — ${section}`,
    summary: (section: string, hub: string) =>
      `${section}\u00a0: ce que partage ${hub}. Suivez ce compte pour le recevoir.`,
    forumSummary: (hub: string) => `Actualités, rendez-vous et discussions de ${hub}.`,
    instance: 'Ce compte signe les demandes de ce serveur. Il ne publie rien.',
    hub: 'Appartient à',
    site: 'Site',
    commune: 'Commune',
  },
  en: {
    emplois: 'Jobs',
    ressources: 'Resources',
    marches: 'Tenders',
    propositions: 'Proposals',
    forum: 'Forum',
    of: (section: string, hub: string) => `${hub} — ${section}`,
    summary: (section: string, hub: string) =>
      `${section} shared by ${hub}. Follow this account to receive them.`,
    forumSummary: (hub: string) => `News, events and discussions of ${hub}.`,
    instance: 'This account signs the requests of this server. It publishes nothing.',
    hub: 'Belongs to',
    site: 'Site',
    commune: 'Commune',
  },
})
