import { catalogue } from '../language.tsx'

/** The rules of matching, for people to read and to quarrel with. */
export const howTexts = catalogue('views/matching/how-texts', {
  fr: {
    title: 'Comment ces correspondances sont faites',
    lead: 'Pour chaque lot ouvert, ce site cherche dans l’annuaire qui pourrait répondre, et dit pourquoi avec des mots.',
    principles: 'Ce à quoi on se tient',
    principle1:
      'Tout vient de ce que les organisations disent d’elles-mêmes et de ce que dit l’annonce. Rien n’est vérifié\u00a0: l’avis officiel fait foi.',
    principle2: 'Ce qui n’est pas dit est dit «\u00a0inconnu\u00a0», et ne compte jamais comme un non.',
    principle3:
      'Il n’y a pas de note. On compte les raisons pour ranger la liste, et l’ordre choisi est toujours écrit\u00a0: le plus de raisons, la proximité, ou le nom.',
    principle4:
      'Une organisation est écartée seulement quand elle, ou l’annonce, dit une chose qui s’y oppose\u00a0: un autre métier, un autre lieu, une réservation dont elle n’est pas.',
    principle5:
      'L’annuaire est celui de ce site et des sites qu’il suit. Celles qui ne veulent pas être trouvées par les recherches ne le sont pas ici non plus.',
    rules: 'Ce qui est regardé',
    trade: 'Le métier',
    tradeText:
      'Le code CPV du lot est comparé aux codes que l’organisation sait faire\u00a0: «\u00a0773\u00a0» convient à tout ce qui commence par 773. Un code voisin, dans la même division, est à vérifier. Sans code, on regarde ses secteurs, avec le tableau ci-dessous, et on le dit. Quand le métier est inconnu, elle est montrée si une réservation, un statut nommé ou le lieu parle pour elle.',
    area: 'Le lieu',
    areaText:
      'Du plus près au plus loin\u00a0: la même commune, une commune où elle dit travailler, tout le département où elle dit travailler. Être dans le même département ou la même intercommunalité sans dire qu’on y travaille est à vérifier. Une zone dite seulement en mots est à lire par une personne.',
    reservation: 'La réservation',
    reservationText:
      'Un lot peut être réservé. L’article et le jour où il a été lu sont ceux de l’annonce. Ce que l’article nomme convient\u00a0; «\u00a0et équivalents\u00a0» est à demander à l’acheteur\u00a0; le reste ne convient pas. Pour un lot réservé aux entreprises de l’ESS, on regarde la famille (loi du 31 juillet 2014, article 1). L’annuaire ne dit pas qui emploie des personnes détenues.',
    admitted: 'Les statuts nommés',
    admittedText:
      'Si l’annonce nomme des statuts comme admis, en être est une raison\u00a0; ne pas en être est à demander. Si elle n’en nomme aucun, tout le monde peut répondre et rien n’est dit.',
    size: 'La taille',
    sizeText:
      'Le montant est comparé au plus gros marché que l’organisation dit prendre seule. Au-dessus, la page dit «\u00a0à plusieurs\u00a0»\u00a0: ce n’est pas un non. L’effectif est dit, et n’est pas transformé en euros.',
    social: 'La clause sociale',
    socialText:
      'Si le lot demande des heures d’insertion ou a une clause sociale, c’est une raison pour les types de structures que Le marché de l’inclusion compte, par prudence\u00a0: EI, ACI, AI, ETTI, EA, EATT et ESAT. Les autres peuvent tenir la clause avec un partenaire.',
    way: 'La manière de travailler',
    wayText:
      'Vendre des biens, faire un travail, mettre du personnel à disposition\u00a0: quand ce que le lot achète n’est pas ce qu’elle dit faire, c’est à vérifier.',
    network: 'Le réseau',
    networkText:
      'Être du même réseau que l’organisation qui publie le marché est une raison\u00a0: on se connaît.',
    sectorTable: 'Des secteurs aux divisions du CPV',
    sector: 'Secteur',
    divisions: 'Divisions',
    noDivision: 'Aucune\u00a0: ce secteur ne dit pas de métier',
    structureTable: 'Des réservations aux structures',
    structure: 'Structure',
    insertion: 'Réservé à l’insertion',
    disability: 'Réservé au handicap',
    both: 'Réservé aux deux ensemble',
    verdicts: {
      fits: 'convient',
      'fits-not': 'ne convient pas',
      doubt: 'à demander à l’acheteur',
      unknown: 'inconnu',
    },
  },
  en: {
    title: 'How these matches are made',
    lead: 'For each open lot, this site looks in the directory for who could answer, and says why in words.',
    principles: 'What is held to',
    principle1:
      'All comes from what organisations say of themselves and from what the notice says. Nothing is checked: the official notice is the one that counts.',
    principle2: 'What is not said is said to be “not known”, and never counts as a no.',
    principle3:
      'There is no grade. Reasons are counted to sort the list, and the chosen order is always written: most reasons, nearness, or name.',
    principle4:
      'An organisation is left out only when it, or the notice, says something against it: another trade, another place, a reservation that it is not part of.',
    principle5:
      'The directory is that of this site and of the sites it follows. Those who do not wish to be found by searches are not found here either.',
    rules: 'What is looked at',
    trade: 'The trade',
    tradeText:
      'The CPV code of the lot is compared with the codes that the organisation can do: “773” fits all that begins with 773. A neighbouring code, in the same division, is to be checked. Without a code, its sectors are looked at, with the table below, and this is said. Where the trade is not known, it is shown if a reservation, a named status or the place speaks for it.',
    area: 'The place',
    areaText:
      'From the nearest to the farthest: the same town, a town where it says that it works, the whole department where it says that it works. Being in the same department or group of towns without saying that it works there is to be checked. An area said in words alone is for a person to read.',
    reservation: 'The reservation',
    reservationText:
      'A lot may be reserved. The article and the day on which it was read are those of the notice. What the article names fits; “and equivalent” is to be asked of the buyer; the rest does not fit. For a lot reserved to enterprises of the social economy, the family is looked at (French law of 31 July 2014, article 1). The directory does not say who employs people in prison.',
    admitted: 'The statuses named',
    admittedText:
      'If the notice names statuses as admitted, being one is a reason; not being one is to be asked. If it names none, everybody may answer and nothing is said.',
    size: 'The size',
    sizeText:
      'The amount is compared with the largest contract that the organisation says it would take alone. Above it, the page says “together with others”: that is no no. How many people it has is said, and not turned into euros.',
    social: 'The social clause',
    socialText:
      'If the lot asks for hours of work integration or has a social clause, that is a reason for the types of structure that Le marché de l’inclusion counts, by caution: EI, ACI, AI, ETTI, EA, EATT and ESAT. Others may hold the clause with a partner.',
    way: 'The way of working',
    wayText:
      'Selling goods, doing work, lending staff: where what the lot buys is not what it says it does, that is to be checked.',
    network: 'The network',
    networkText:
      'Belonging to the same network as the organisation that publishes the tender is a reason: people know each other.',
    sectorTable: 'From sectors to divisions of the CPV',
    sector: 'Sector',
    divisions: 'Divisions',
    noDivision: 'None: this sector tells no trade',
    structureTable: 'From reservations to structures',
    structure: 'Structure',
    insertion: 'Reserved to work integration',
    disability: 'Reserved to disability',
    both: 'Reserved to both together',
    verdicts: {
      fits: 'fits',
      'fits-not': 'does not fit',
      doubt: 'to be asked of the buyer',
      unknown: 'not known',
    },
  },
})
