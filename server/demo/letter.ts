/**
 * What the founding letter proposes (Gennevilliers, 18 April 2011), each proposal in our own words with a short
 * marked quotation. What became of it is unknown until somebody brings a source, and is said so.
 */
export interface Proposal {
  number: number
  title: string
  summary: string
  quote: string
  /** Who could decide, in the words of the letter. */
  decider: string
  today: string
  tags: string[]
}

export const proposals: Proposal[] = [
  {
    number: 1,
    title: 'Un poste de facilitateur entre acheteurs et structures d’insertion',
    summary:
      'Une personne dont le métier est d’aider à répondre aux clauses sociales et de faire se rencontrer acheteurs et structures.',
    quote:
      'Créer un poste de «\u00a0facilitateur\u00a0» au sein de la délégation à l’économie sociale et solidaire du département ayant pour mission d’aider les associations et entreprises à satisfaire aux clauses sociales des appels d’offres, à faire le lien entre les entreprises adjudicatrices et les structures d’insertion par l’activité économique.',
    decider: 'La délégation à l’économie sociale et solidaire du département, selon la lettre',
    today:
      'Sur ce site, une demande, une réponse et un délai peuvent déjà se voir\u00a0: publiez un besoin, il sera lu.',
    tags: ['Facilitation', 'Clauses sociales'],
  },
  {
    number: 2,
    title: 'Plus de sièges pour les acteurs de terrain au conseil de l’ESS',
    summary:
      'Élargir le conseil départemental pour que des familles différentes de l’économie sociale y siègent.',
    quote:
      'Augmenter le nombre de membres représentant les entreprises de l’ESS du conseil départemental de l’ESS pour permettre à plus d’acteurs de terrain du 92 d’être présents et de mieux diversifier les représentations de ce monde pluraliste.',
    decider: 'Le conseil départemental de l’ESS, selon la lettre',
    today:
      'Les comptes rendus de réunion se publient ici comme des actualités, avec la date, le lieu et les décisions.',
    tags: ['Gouvernance'],
  },
  {
    number: 3,
    title: 'Découper les marchés en lots',
    summary:
      'Des lots à la taille des petites structures, pour que les entreprises de l’ESS comme les PME et TPE puissent répondre.',
    quote:
      'Pousser à l’allotissement des appels d’offres pour laisser la possibilité aux entreprises de l’ESS comme aux PME et TPE de pouvoir répondre.',
    decider: 'Le conseil général, pour ses appels d’offres, selon la lettre',
    today: 'Vous voyez passer un marché\u00a0? Annoncez-le, et cherchez ici avec qui y répondre.',
    tags: ['Marchés', 'Allotissement'],
  },
  {
    number: 4,
    title: 'Des clauses qui tiennent compte des SCOP',
    summary:
      'Demander que les appels d’offres activent ce que le droit permet en faveur des sociétés coopératives.',
    quote: 'Activer dans les appels d’offres les clauses qui privilégient les SCOP',
    decider: 'Le conseil général, pour ses appels d’offres, selon la lettre',
    today: 'Le droit a changé depuis 2011. Avant de citer un article, vérifiez-le à sa date.',
    tags: ['SCOP', 'Marchés'],
  },
  {
    number: 5,
    title: 'Soutenir les réseaux qui font vivre l’ESS',
    summary: 'Les réseaux relient, forment et représentent\u00a0: la lettre demande qu’ils soient aidés.',
    quote: 'Aider et soutenir les réseaux de l’ESS actifs dans le département.',
    decider: 'Le conseil général, selon la lettre',
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
    decider: 'Le conseil général, pour son appel à projets, selon la lettre',
    today: 'Un projet de cahier des charges peut être publié ici et commenté par tous.',
    tags: ['Appel à projets'],
  },
  {
    number: 7,
    title: 'Un pour cent des locaux d’activité pour l’ESS',
    summary:
      'Réserver une petite part des locaux des bailleurs publics à des structures de l’économie sociale.',
    quote: 'Proposer que 1% des locaux d’activités de l’OPDHLM et de la SEM92 soit dédié à l’ESS',
    decider: 'L’OPDHLM et la SEM 92, bailleurs que nomme la lettre',
    today: 'En attendant, chaque salle libre compte\u00a0: offrez-la dans les ressources.',
    tags: ['Locaux'],
  },
  {
    number: 8,
    title: 'Faire connaître les SCOP dans les collèges et les lycées',
    summary: 'Aller dire aux élèves et à ceux qui créent une entreprise qu’on peut la gérer à plusieurs.',
    quote: 'Valoriser la gestion des entreprises par les salariés',
    decider: 'La lettre ne dit pas qui en décide',
    today: 'Proposez une intervention en classe dans les ressources\u00a0: un établissement la demandera.',
    tags: ['École', 'SCOP'],
  },
  {
    number: 9,
    title: 'Soutenir le logiciel libre',
    summary: 'Des outils que chacun peut lire, partager et améliorer\u00a0: ce site en est un.',
    quote: 'Travailler sur l’ESS c’est aussi soutenir le logiciel libre',
    decider: 'La lettre ne dit pas qui en décide',
    today: 'Le code de ce site est publié sous licence AGPL\u00a0; l’adresse est au bas de chaque page.',
    tags: ['Logiciel libre'],
  },
  {
    number: 10,
    title: 'Un tiers des fonds de revitalisation vers l’ESS',
    summary:
      'Quand un territoire reçoit des fonds pour se relever, qu’une part nette aille à l’insertion et à l’économie sociale.',
    quote: 'Demander qu’un tiers des fonds de revitalisation soit fléché vers l’ESS, vers l’insertion.',
    decider: 'La lettre ne dit pas qui en décide',
    today: 'Aucun chiffre sourcé n’est connu de ce site. «\u00a0Pas de donnée\u00a0» ne veut pas dire zéro.',
    tags: ['Financement'],
  },
  {
    number: 11,
    title: 'Un forum préparé avec celles et ceux du terrain',
    summary:
      'Trois débats au moins\u00a0— commerce équitable, insertion, SCOP\u00a0—, et des villages pour se connaître.',
    quote: 'Nous proposerons qu’il soit préparé avec les acteurs de terrain',
    decider: 'Le conseil général, qui organisait le forum, selon la lettre',
    today: 'L’agenda annonce un forum de démonstration, avec ses trois débats.',
    tags: ['Forum'],
  },
  {
    number: 12,
    title: 'Organiser ensemble le mois de l’ESS',
    summary: 'Réunir le comité, l’élargir à tous les acteurs, y échanger et y décider.',
    quote:
      'il faudrait une réunion du comité départemental d’organisation du mois de l’ESS. Pour gagner du temps nous proposerons que le CG92 invite tous les acteurs de l’ESS du 92 pour échanger et décider sur la préparation du forum départemental lors d’une réunion du Comité départemental de l’ESS élargi.',
    decider: 'Le conseil général et le comité départemental de l’ESS, selon la lettre',
    today:
      'Chaque site qui suit les autres voit leurs rendez-vous\u00a0: le mois de l’ESS se lit dans l’agenda.',
    tags: ['Mois de l’ESS'],
  },
]
