import { catalogue } from '../language.tsx'

/** What is said of places: of those that are left, of debates, and of the line of those who wait for one. */
export const lineWords = catalogue('views/inquiries/line-words', {
  fr: {
    outcome: {
      late: 'Ce lien a servi, ou ses 24 heures sont passées. Écrivez de nouveau depuis la page de l’annonce.',
      over: 'L’annonce vient de se clore\u00a0: rien n’est envoyé.',
      full: 'C’est complet. Une place peut encore se libérer\u00a0: elle ira à la première personne de la liste d’attente.',
      seats: 'Un débat que vous aviez choisi est complet depuis\u00a0: rien n’est envoyé.',
      long: 'La liste d’attente aussi est complète.',
      passed: 'Vous pouvez vous remettre sur la liste, à la fin.',
      twice: 'Vous aviez déjà écrit avec cette adresse\u00a0: c’est votre premier message qui compte.',
    },
    registered:
      'Les personnes qui publient l’annonce le savent. Le billet et la date sont aussi dans votre boîte aux lettres.',
    takePlace: 'Prendre la place',
    without: 'M’inscrire sans les débats complets',
    joinLine: 'M’inscrire sur la liste d’attente',
    leaveLine: 'Quitter la liste d’attente',
    lineTitle: 'Vous êtes sur la liste d’attente',
    lineWhere: (before: string | null) =>
      [
        ...(before === null
          ? []
          : [before === '0' ? 'Vous êtes en tête de la liste.' : `Avant vous\u00a0: ${before}.`]),
        'Si une place se libère à votre tour, elle vous sera gardée, et vous recevrez un e-mail.',
      ].join(' '),
    offerTitle: 'Une place vous est gardée',
    offered: (until: string) => `Elle est à vous si vous la prenez avant le ${until}.`,
    fullDebate: 'complet',
    giveUp: 'Laisser ma place',
    giveUpHow: 'Si vous ne venez plus, votre place sert à quelqu’un d’autre\u00a0: laissez-la.',
    outcomeTitle: {
      full: 'C’est complet',
      passed: 'La place est passée à quelqu’un d’autre',
      seats: 'Un débat est complet',
    },
    organisation: 'Votre organisation',
    organisationHint: 'Telle qu’elle sera sur votre badge.',
    debates: 'Vos débats',
    debatesHint: 'Pour ceux dont les places sont comptées.',
    seatsLeft: (count: string) => (count === '0' ? 'complet' : `places restantes\u00a0: ${count}`),
    toLine: 'Recevoir le lien pour la liste d’attente',
    lineHow:
      'C’est complet, mais une place peut se libérer\u00a0: inscrivez-vous sur la liste d’attente. Les places libres sont proposées par e-mail, dans l’ordre de la liste.',
    lineButton: 'Liste d’attente',
    waits: 'En liste d’attente',
    offeredTo: (until: string) => `Place proposée jusqu’au ${until}`,
    passedBy: 'Place proposée, non prise',
    came: 'Présent·e',
    door: 'Accueil',
    badges: 'Badges à imprimer',
    inLine: (count: string) => `En liste d’attente\u00a0: ${count}.`,
  },
  en: {
    outcome: {
      late: 'This link has been used, or its 24 hours have passed. Write again from the page of the listing.',
      over: 'The listing has just closed: nothing is sent.',
      full: 'It is full. A place may still become free: it will go to the first person on the waiting list.',
      seats: 'A debate that you had chosen has become full: nothing is sent.',
      long: 'The waiting list is full, too.',
      passed: 'You may join the list again, at its end.',
      twice: 'You had already written with this address: your first message counts.',
    },
    registered: 'The people who publish it know. Your ticket and the date are in your inbox, too.',
    takePlace: 'Take the place',
    without: 'Register without the debates that are full',
    joinLine: 'Join the waiting list',
    leaveLine: 'Leave the waiting list',
    lineTitle: 'You are on the waiting list',
    lineWhere: (before: string | null) =>
      [
        ...(before === null
          ? []
          : [before === '0' ? 'You are first on the list.' : `Before you: ${before}.`]),
        'If a place becomes free when it is your turn, it will be kept for you, and you will receive an e-mail.',
      ].join(' '),
    offerTitle: 'A place is kept for you',
    offered: (until: string) => `It is yours if you take it before ${until}.`,
    fullDebate: 'full',
    giveUp: 'Give my place up',
    giveUpHow: 'If you can no longer come, somebody else can use your place: give it up.',
    outcomeTitle: {
      full: 'It is full',
      passed: 'The place has gone to somebody else',
      seats: 'A debate is full',
    },
    organisation: 'Your organisation',
    organisationHint: 'As it will stand on your badge.',
    debates: 'Your debates',
    debatesHint: 'For those whose places are counted.',
    seatsLeft: (count: string) => (count === '0' ? 'full' : `places left: ${count}`),
    toLine: 'Receive the link for the waiting list',
    lineHow:
      'It is full, but a place may become free: join the waiting list. Free places are offered by e-mail, in the order of the list.',
    lineButton: 'Waiting list',
    waits: 'On the waiting list',
    offeredTo: (until: string) => `Place offered until ${until}`,
    passedBy: 'Place offered, not taken',
    came: 'Present',
    door: 'At the door',
    badges: 'Badges to print',
    inLine: (count: string) => `On the waiting list: ${count}.`,
  },
})
