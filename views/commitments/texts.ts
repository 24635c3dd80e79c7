import { catalogue } from '../language.tsx'

export const commitmentTexts = catalogue('views/commitments/texts', {
  fr: {
    measures: 'Les mesures',
    noData: 'Pas de données',
    noDataHow:
      'Aucune mesure avec une source n’est connue. Cela ne veut pas dire zéro\u00a0: personne n’a encore apporté de chiffre.',
    chart: (title: string) => `Mesures de «\u00a0${title}\u00a0»`,
    chartOf: (first: string, last: string, count: string) =>
      `${count}, de ${first} à ${last}. Les mêmes chiffres sont dans le tableau.`,
    chartOfOne: (value: string) => `Une seule mesure\u00a0: ${value}. Elle est aussi dans le tableau.`,
    target: (value: string) => `Cible\u00a0: ${value}`,
    count: { one: 'mesure', other: 'mesures' },
    table: 'Mesures, avec leur source',
    head: { day: 'Date', value: 'Valeur', source: 'Source' },
    announced: 'annoncé, pas encore mesuré',
    unsourced: 'sans source\u00a0: pas compté',
    noDay: 'sans date',
    noValue: 'pas de valeur',
    source: 'Source',
    premises: 'Les locaux, en clair',
    stock: (stock: string) => `Locaux d’activité en tout\u00a0: ${stock}.`,
    stockOn: (stock: string, day: string) => `Locaux d’activité en tout le ${day}\u00a0: ${stock}.`,
    stockBy: (words: string, source: string) => `${words} D’après\u00a0: ${source}.`,
    noStock: 'Combien de locaux d’activité en tout\u00a0: pas de données.',
    promised: (share: string, amount: string) => `La part visée, ${share}, fait ${amount}.`,
    let: (amount: string, day: string, share: string | null) =>
      share === null
        ? `Loués à l’ESS\u00a0: ${amount}, mesure du ${day}.`
        : `Loués à l’ESS\u00a0: ${amount}, soit ${share} de l’ensemble, mesure du ${day}.`,
    noLet: 'Loués à l’ESS\u00a0: pas de données.',
    gap: (amount: string) => `Il manque ${amount} pour tenir l’engagement.`,
    kept: 'D’après cette mesure, l’engagement est tenu.',
    noGap: 'L’écart ne peut pas être calculé\u00a0: il manque des données.',
    rooms: 'Des salles et locaux proposés ici',
    noRooms: 'Aucune salle n’est proposée ici pour l’instant.',
    offerRoom: 'Proposer un local',
    fund: 'Les conventions',
    noFund:
      'Aucune convention avec une source n’est connue. Cela ne veut pas dire zéro\u00a0: personne n’a encore apporté de chiffre.',
    fundTotal: (total: string) => `Total des conventions connues\u00a0: ${total}.`,
    fundShare: (amount: string, share: string, told: string) =>
      `Vers l’ESS\u00a0: ${amount}, soit ${share}, sur ${told} dont la part est connue.`,
    conventions: { one: 'convention', other: 'conventions' },
    fundNoShare: 'Vers l’ESS\u00a0: pas de données. Aucune convention ne dit sa part.',
    fundLine: (line: string, reached: boolean) =>
      reached
        ? `La part visée, ${line}, est atteinte sur ces conventions.`
        : `La part visée, ${line}, n’est pas atteinte sur ces conventions.`,
    fundTable: 'Conventions de revitalisation, avec leur source',
    fundHead: {
      company: 'Entreprise',
      territory: 'Territoire',
      day: 'Signée le',
      amount: 'Montant',
      share: 'Vers l’ESS',
      source: 'Source',
    },
    unknown: 'inconnu',
    law: 'Repère',
    spaser:
      'Le schéma de promotion des achats publics socialement et écologiquement responsables (SPASER, article L2111-3 du Code de la commande publique) est un plan publié, suivi chaque année, pour les acheteurs au-dessus de 50\u00a0millions d’euros hors taxes par an depuis le 1er janvier 2023.',
  },
  en: {
    measures: 'The measures',
    noData: 'No data',
    noDataHow: 'No measure with a source is known. That does not mean zero: nobody has brought a number yet.',
    chart: (title: string) => `Measures of “${title}”`,
    chartOf: (first: string, last: string, count: string) =>
      `${count}, from ${first} to ${last}. The same numbers are in the table.`,
    chartOfOne: (value: string) => `One measure only: ${value}. It is in the table, too.`,
    target: (value: string) => `Target: ${value}`,
    count: { one: 'measure', other: 'measures' },
    table: 'Measures, with their source',
    head: { day: 'Date', value: 'Value', source: 'Source' },
    announced: 'announced, not measured yet',
    unsourced: 'without a source: not counted',
    noDay: 'no date',
    noValue: 'no value',
    source: 'Source',
    premises: 'The premises, in plain words',
    stock: (stock: string) => `Business premises in all: ${stock}.`,
    stockOn: (stock: string, day: string) => `Business premises in all on ${day}: ${stock}.`,
    stockBy: (words: string, source: string) => `${words} According to: ${source}.`,
    noStock: 'How many business premises in all: no data.',
    promised: (share: string, amount: string) => `The share aimed at, ${share}, makes ${amount}.`,
    let: (amount: string, day: string, share: string | null) =>
      share === null
        ? `Let to the ESS: ${amount}, measured ${day}.`
        : `Let to the ESS: ${amount}, which is ${share} of all, measured ${day}.`,
    noLet: 'Let to the ESS: no data.',
    gap: (amount: string) => `${amount} are missing to keep the commitment.`,
    kept: 'By this measure, the commitment is kept.',
    noGap: 'The gap cannot be computed: data is missing.',
    rooms: 'Rooms and premises offered here',
    noRooms: 'No room is offered here for the moment.',
    offerRoom: 'Offer premises',
    fund: 'The agreements',
    noFund: 'No agreement with a source is known. That does not mean zero: nobody has brought a number yet.',
    fundTotal: (total: string) => `Total of the agreements known: ${total}.`,
    fundShare: (amount: string, share: string, told: string) =>
      `To the ESS: ${amount}, which is ${share}, of ${told} whose share is known.`,
    conventions: { one: 'agreement', other: 'agreements' },
    fundNoShare: 'To the ESS: no data. No agreement tells its share.',
    fundLine: (line: string, reached: boolean) =>
      reached
        ? `The share aimed at, ${line}, is reached over these agreements.`
        : `The share aimed at, ${line}, is not reached over these agreements.`,
    fundTable: 'Revitalisation agreements, with their source',
    fundHead: {
      company: 'Company',
      territory: 'Territory',
      day: 'Signed on',
      amount: 'Amount',
      share: 'To the ESS',
      source: 'Source',
    },
    unknown: 'unknown',
    law: 'A landmark',
    spaser:
      'The SPASER (article L2111-3 of the French public procurement code) is a published plan for socially and environmentally responsible purchases, followed up every year, for buyers above 50 million euros excluding tax a year since 1 January 2023.',
  },
})
