import type { DemoEntry } from './story.ts'

/**
 * What the founding letter proposes (Gennevilliers, 18 April 2011), each proposal in our own words with a short
 * marked quotation. What became of it is unknown until somebody brings a source, and is said so.
 */
interface Proposal {
  number: number
  title: string
  summary: string
  quote: string
  today: string
  tags: string[]
}

const proposals: Proposal[] = [
  {
    number: 1,
    title: 'Un poste de facilitateur entre acheteurs et structures d’insertion',
    summary:
      'Une personne dont le métier est d’aider à répondre aux clauses sociales et de faire se rencontrer acheteurs et structures.',
    quote:
      'faire le lien entre les entreprises adjudicatrices et les structures d’insertion par l’activité économique',
    today:
      'Sur ce site, une demande, une réponse et un délai peuvent déjà se voir\u00a0: publiez un besoin, il sera lu.',
    tags: ['Facilitation', 'Clauses sociales'],
  },
  {
    number: 2,
    title: 'Plus de sièges pour les acteurs de terrain au conseil de l’ESS',
    summary:
      'Élargir le conseil départemental pour que des familles différentes de l’économie sociale y siègent.',
    quote: 'mieux diversifier les représentations de ce monde pluraliste',
    today:
      'Les comptes rendus de réunion se publient ici comme des actualités, avec la date, le lieu et les décisions.',
    tags: ['Gouvernance'],
  },
  {
    number: 3,
    title: 'Découper les marchés en lots',
    summary:
      'Des lots à la taille des petites structures, pour que les entreprises de l’ESS comme les PME et TPE puissent répondre.',
    quote: 'Pousser à l’allotissement des appels d’offres',
    today: 'Vous voyez passer un marché\u00a0? Annoncez-le, et cherchez ici avec qui y répondre.',
    tags: ['Marchés', 'Allotissement'],
  },
  {
    number: 4,
    title: 'Des clauses qui tiennent compte des SCOP',
    summary:
      'Demander que les appels d’offres activent ce que le droit permet en faveur des sociétés coopératives.',
    quote: 'Activer dans les appels d’offres les clauses qui privilégient les SCOP',
    today: 'Le droit a changé depuis 2011. Avant de citer un article, vérifiez-le à sa date.',
    tags: ['SCOP', 'Marchés'],
  },
  {
    number: 5,
    title: 'Soutenir les réseaux qui font vivre l’ESS',
    summary: 'Les réseaux relient, forment et représentent\u00a0: la lettre demande qu’ils soient aidés.',
    quote: 'Aider et soutenir les réseaux de l’ESS actifs dans le département',
    today:
      'Un réseau peut ouvrir son propre site comme celui-ci, suivre ses membres et rassembler leurs offres.',
    tags: ['Réseaux'],
  },
  {
    number: 6,
    title: 'Un appel à projets dont le cahier des charges est discuté',
    summary:
      'Définir les règles ensemble, ne pas écarter les actions qui existent déjà, et que les élus décident.',
    quote: 'Eviter que l’appel sur l’innovation empêche d’aider «\u00a0ce qui marche\u00a0»',
    today: 'Un projet de cahier des charges peut être publié ici et commenté par tous.',
    tags: ['Appel à projets'],
  },
  {
    number: 7,
    title: 'Un pour cent des locaux d’activité pour l’ESS',
    summary:
      'Réserver une petite part des locaux des bailleurs publics à des structures de l’économie sociale.',
    quote: '1% des locaux d’activités',
    today: 'En attendant, chaque salle libre compte\u00a0: offrez-la dans les ressources.',
    tags: ['Locaux'],
  },
  {
    number: 8,
    title: 'Faire connaître les SCOP dans les collèges et les lycées',
    summary: 'Aller dire aux élèves et à ceux qui créent une entreprise qu’on peut la gérer à plusieurs.',
    quote: 'Valoriser la gestion des entreprises par les salariés',
    today: 'Proposez une intervention en classe dans les ressources\u00a0: un établissement la demandera.',
    tags: ['École', 'SCOP'],
  },
  {
    number: 9,
    title: 'Soutenir le logiciel libre',
    summary: 'Des outils que chacun peut lire, partager et améliorer\u00a0: ce site en est un.',
    quote: 'Travailler sur l’ESS c’est aussi soutenir le logiciel libre',
    today: 'Le code de ce site est publié sous licence AGPL\u00a0; l’adresse est au bas de chaque page.',
    tags: ['Logiciel libre'],
  },
  {
    number: 10,
    title: 'Un tiers des fonds de revitalisation vers l’ESS',
    summary:
      'Quand un territoire reçoit des fonds pour se relever, qu’une part nette aille à l’insertion et à l’économie sociale.',
    quote: 'un tiers des fonds de revitalisation soit fléché vers l’ESS, vers l’insertion',
    today: 'Aucun chiffre sourcé n’est connu de ce site. «\u00a0Pas de donnée\u00a0» ne veut pas dire zéro.',
    tags: ['Financement'],
  },
  {
    number: 11,
    title: 'Un forum préparé avec celles et ceux du terrain',
    summary:
      'Trois débats au moins\u00a0— commerce équitable, insertion, SCOP\u00a0—, et des villages pour se connaître.',
    quote: 'Nous proposerons qu’il soit préparé avec les acteurs de terrain',
    today: 'L’agenda annonce un forum de démonstration, avec ses trois débats.',
    tags: ['Forum'],
  },
  {
    number: 12,
    title: 'Organiser ensemble le mois de l’ESS',
    summary: 'Réunir le comité, l’élargir à tous les acteurs, y échanger et y décider.',
    quote: 'échanger et décider sur la préparation du forum départemental',
    today:
      'Chaque site qui suit les autres voit leurs rendez-vous\u00a0: le mois de l’ESS se lit dans l’agenda.',
    tags: ['Mois de l’ESS'],
  },
]

export const proposalNews: DemoEntry[] = proposals.map((proposal) => ({
  key: `proposition-${proposal.number}`,
  kind: 'news',
  title: proposal.title,
  summary: `Proposition ${proposal.number} de la lettre de 2011. ${proposal.summary}`,
  body: [
    proposal.summary,
    `> «\u00a0${proposal.quote}\u00a0»`,
    `La lettre du 18 avril 2011, adressée «\u00a0Aux acteurs de l’économie sociale et solidaire du 92\u00a0», le propose en douze points\u00a0; celui-ci est le numéro ${proposal.number} dans notre compte.`,
    `**Ce qu’elle est devenue\u00a0:** inconnu. Personne n’a encore apporté de source ici.`,
    proposal.today,
  ].join('\n\n'),
  tags: [...proposal.tags, 'Lettre de 2011'],
  place: '92036',
  licence: 'CC-BY-SA-4.0',
  fields: {},
}))
