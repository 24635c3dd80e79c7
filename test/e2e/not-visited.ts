// Pages that looks.test.ts leaves out, by their route, and why. What another file of test/e2e goes through is looked at there.

const noPage = 'It is no page: a file, a feed, a picture, or an answer to a program.'
const byLink = 'Reached by a link of a letter alone:'
const thanks = 'A sentence after a form, of the one component that is shown in /styles (NoMore, Notice):'
const walked = 'Gone through, and checked, in'

export const notVisited: readonly (readonly [routes: RegExp, why: string])[] = [
  [/\.(?:atom|json|csv|ics|xml|png|ico|css|js|txt|webmanifest)\W*$/, noPage],
  [/^\/(?:media|apercus|icones)\//, noPage],
  [
    /^\/(?:healthz|readyz|oembed|communes|recherche\/suggestions|notifications\/flux|compte\/donnees)$/,
    noPage,
  ],
  [/\/fichiers\/:file$/, noPage],
  [/^\/notifications\/:n/, 'Leads on to what it tells of.'],
  [
    /^\/(?:tableau-de-bord|demenagement|reseau\/livraisons|agenda\/(?:mois|semaine|mois-de-l-ess))$/,
    'Leads on to another page.',
  ],
  [/^\/styles(?:\/fin)?$/, `${walked} styles.test.ts.`],
  [/^\/(?:setup|invitation\/:token)$/, `${walked} first-entry.test.ts and journeys/set-up.ts.`],
  [/^\/inscription\/(?:envoyee|confirmee)$/, `${thanks} accounts.`],
  [/^\/mot-de-passe\/(?:envoye|:token)$/, `${thanks} accounts.`],
  [/^\/confirmer\/:token$/, `${byLink} accounts.`],
  [
    /\/(?:lien-envoye|envoyee|merci|retire|retiree|effacee|terminee)$/,
    `${thanks} the rooms that send letters.`,
  ],
  [
    /\/fin\/:|\/:key$|^\/assemblees\/confirmer\//,
    `${byLink} walked through in letter/l06-call.ts, alerts.test.ts, inquiries.test.ts.`,
  ],
  [/^\/utilisateurs\/:id$/, `${walked} people.test.ts.`],
  [
    /^\/moderation\/(?:commentaires|fiches|citations)\/:id$|^\/moderation\/blocages\/:id\/retrait$/,
    `${walked} moderation.test.ts.`,
  ],
  [/^\/(?:serveurs-bloques|moderation\/journal)$/, 'There only once the hub publishes it.'],
  [/^\/:name\{@|^\/reseau\/abonnements\/:n/, `${walked} neighbours.test.ts.`],
  [/^\/(?:conditions|contact)$/, 'The same component as /mentions-legales.'],
  [/^\/groupements\/:id/, `${walked} letter/answering-together.ts.`],
  [/^\/facilitation\/dossiers\/:id/, `${walked} letter/l01-facilitator.ts.`],
  [
    /\/lots\/:number\/organisations$/,
    'There only while a lot is open and has a trade: a list of the panels of the lot’s page.',
  ],
  [/\/lots\/:number\/groupement$/, `${walked} letter/answering-together.ts.`],
  [
    /^\/assemblees\/:slug\/(?:sieges\/:seat|nominations|reunions\/:meeting|decisions\/:decision|points)/,
    `${walked} letter/l02-council.ts and l12-committee.ts.`,
  ],
  [/\/commentaires\/:comment\/effacer$/, 'One question and two buttons, of ActionForm.'],
  [/\/(?:rendre|soutenir|demande)$/, `${walked} life.test.ts, letter/l07-premises.ts and inquiries.test.ts.`],
  [/\/verification$/, `${walked} letter/l07-premises.ts.`],
  [
    /\/:ref\/accueil$|\/:ref\/stand$|\/stands\/:stand$/,
    `${walked} journeys/prepare-forum.ts and letter/l11-forum.ts.`,
  ],
  [
    /\/(?:projet|resultats|jury\/:submission|jury\/decision|versions\/comparer)$/,
    `${walked} letter/l06-call.ts.`,
  ],
  [/\/besoins\/:need$/, `${walked} letter/l05-networks.ts.`],
  [/\/:ref\/interventions?$/, `${walked} letter/l08-schools.ts.`],
]
