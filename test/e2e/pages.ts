import type { SeededRooms } from './seed-rooms.ts'

// Which pages looks.test.ts visits. test/web/crawled.test.ts holds them against the routes of the server, so that a new
// page is on one of these lists, or has a reason not to be (not-visited.ts).

export interface Seeded extends SeededRooms {
  /** Organisation, resource, job, news, event, topic. */
  entries: readonly string[]
}

const lists = ['/ressources', '/emplois', '/actualites', '/agenda', '/forum', '/annuaire']

/** Without an account. */
export const openPages = ({ entries, ...at }: Seeded): string[] => [
  ...['/', ...lists, ...entries, '/emplois?contract=cdi', '/recherche?q=forum', '/etiquettes/reemploi'],
  ...['/emplois?place=92036&around=1&contract=cdi', '/emplois?q=zeppelin&place=92036&past=1'],
  ...[
    '/recherche?q=gennevilliers',
    '/emplois?near=48.92,2.29&within=10',
    '/emplois/carte',
    '/recherche/carte',
  ],
  ...['/agenda/mois/2026-11', '/agenda/semaine/2026-W48', '/agenda/mois-de-l-ess/2026'],
  ...['/reseau', '/connexion', '/mot-de-passe/oubli', '/inscription'],
  ...['/mentions-legales', '/confidentialite', '/accessibilite'],
  ...['/signaler', `/signaler?page=${entries[2]}`, '/rien'],
  ...['/affiche', '/emplois/affiche', ...entries.slice(1, 3).map((entry) => `${entry}/affiche`)],
  ...['/interagir', '/interagir?compte=cae', '/facilitation', '/hors-ligne'],
  ...['/emplois/integrer', '/emplois/integrer?place=92&max=5', '/embed/emplois'],
  ...[`${entries[4]}/programme`, `${entries[4]}/stands`],
  ...[at.tender, `${at.tender}/lots/1`, '/marches/correspondances', '/annuaire/reseaux', '/bilan-des-appels'],
  ...['/assemblees', at.council, at.committee, at.network, `${at.network}/membres`],
  ...['/propositions-suivies', '/ressources/interventions', '/ressources/logiciels-libres'],
  ...[at.proposal, at.commitment, at.call, `${at.call}/cahier-des-charges`],
  ...[`${at.call}/versions`, `${at.call}/versions/1`],
]

/** For whoever runs the hub. */
export const closedPages = ({ entries, ...at }: Seeded): string[] => [
  ...['/', '/publier', ...lists.map((list) => `${list}/nouveau`), '/brouillons', '/brouillons?etat=en-ligne'],
  ...['/modifier', '/apercu', '/retirer', '/historique', '/historique/comparer?de=1&a=2'].map(
    (act) => `${entries[2]}${act}`,
  ),
  ...['/compte/alertes', '/alertes/nouvelle?kind=job&place=92036&around=1'],
  ...[entries[1] ?? '', '/compte', '/compte/mot-de-passe', '/compte/adresse', '/compte/jetons'],
  ...['/compte/fedivers', '/compte/suppression', '/compte/verification'],
  ...['/utilisateurs', '/utilisateurs/inviter', '/reglages', '/reglages/identite', '/reglages/pages/contact'],
  ...['/moderation', '/moderation/signalements', '/moderation/signalements?etat=classes'],
  ...['/messages', '/messages?etat=traites', '/moderation/blocages?compte=https://ailleurs.example/u/x'],
  ...['/moderation/regles', '/moderation/citations', '/moderation/decisions'],
  ...['/moderation/blocages', '/moderation/blocages/liste', '/reglages/federation'],
  ...['/reseau', '/reseau/serveurs', '/reseau/abonnements/liste', '/demenagement/cae', '/demenagement/ruche'],
  ...['/notifications', '/notifications?sujet=duty', '/compte/notifications'],
  ...['/demandes', `${entries[2]}/demandes`, '/verifications', '/groupements', '/groupements/ailleurs'],
  ...['/facilitation/demande', '/facilitation/dossiers', '/facilitation/annonce'],
  ...['/annuaire/importer', '/marches/importer', `${entries[0]}/identite`, `${entries[0]}/marches`],
  ...['/villages', '/stands/demandes', '/badges'].map((act) => `${entries[4]}${act}`),
  ...['/adhesions', '/besoins/nouveau'].map((act) => `${at.network}${act}`),
  ...[at.tender, `${at.tender}/modifier`],
  ...[`${at.tender}/lots/1/attribution`],
  ...[`${at.call}/modifier`, `${at.call}/jury`, `${at.commitment}/modifier`, `${at.proposal}/modifier`],
  ...['/modifier', '/lettre', '/sieges/nouveau', '/candidature'].map((act) => `${at.council}${act}`),
  ...['/reunions/nouvelle', '/decisions/nouvelle', '/point'].map((act) => `${at.committee}${act}`),
  '/assemblees/nouvelle',
]
