import type { z } from 'zod'
import { catalogue, type Locale } from '../../views/language.tsx'

/** One thing to mend in what was sent: the field, and why in words that `say` gives in any language. */
export interface Fault {
  field: string
  code: FaultCode
  /** A limit, a date or a list that the words mention. */
  detail?: string
  /** The other fields it was found by: without them it says nothing. */
  from?: readonly string[]
}

const words = catalogue('server/kinds/faults', {
  fr: {
    required: 'Ce champ est obligatoire.',
    'too-long': (limit: string) => `C’est trop long\u00a0: ${limit} caractères au plus.`,
    'too-short': (limit: string) => `C’est trop court\u00a0: ${limit} caractères au moins.`,
    'too-many': (limit: string) => `Il y en a trop\u00a0: ${limit} au plus.`,
    'too-big': (limit: string) => `Le nombre est trop grand\u00a0: ${limit} au plus.`,
    'too-small': (limit: string) => `Le nombre est trop petit\u00a0: ${limit} au moins.`,
    'too-heavy': 'Il y a trop de texte en tout\u00a0: raccourcissez les descriptions.',
    'lots-kept': (numbers: string) =>
      `Un lot publié garde son numéro, qui est son adresse. Il manque\u00a0: ${numbers}. Remettez-le avec ce numéro et dites-le retiré.`,
    choice: 'Choisissez une des réponses proposées.',
    number: 'Écrivez un nombre, par exemple 35 ou 12,5.',
    date: 'Écrivez une date valable, par exemple 2026-11-28.',
    email: 'Écrivez une adresse électronique complète, par exemple nom@exemple.fr.',
    url: 'Écrivez une adresse complète, qui commence par https://.',
    domain: 'Écrivez des noms de domaine, un par ligne, par exemple association.fr.',
    future: 'Cette date n’est pas encore passée.',
    past: 'Cette date est déjà passée.',
    far: 'Cette date est trop lointaine.',
    'first-name': 'Un prénom seulement\u00a0: des lettres, sans chiffre ni adresse.',
    source: 'Dites d’où cela vient\u00a0: un nom, ou l’adresse d’une page.',
    evidence: 'Ajoutez plus bas un élément daté qui le montre, ou laissez «\u00a0inconnu\u00a0».',
    order: 'La fin doit venir après le début.',
    taken: 'C’est déjà pris.',
    place: 'Cette commune n’est pas dans la liste\u00a0: choisissez-la par son nom.',
    tiles:
      'Écrivez une adresse en https:// d’un seul serveur, avec {z}, {x} et {y} une fois chacun, par exemple https://tuiles.exemple.fr/{z}/{x}/{y}.png.',
    position:
      'Écrivez deux nombres, latitude puis longitude, par exemple 48.9256, 2.2933, ou collez l’adresse d’une page openstreetmap.org qui montre le lieu.',
    'position-order':
      'La latitude vient d’abord\u00a0: inversez les deux nombres. S’ils sont bien dans cet ordre, ajoutez N et E.',
    'place-several': (names: string) =>
      `Plusieurs communes portent ce nom\u00a0: ${names}. Écrivez-le avec son département entre parenthèses.`,
    licence: 'Cette licence n’est pas dans la liste SPDX.',
    alt: 'Décrivez l’image pour les personnes qui ne la voient pas.',
    'alt-text':
      'Une image du texte n’a pas de description. Écrivez ce qu’elle montre entre les crochets de sa ligne.',
    'no-picture': 'Une image du texte n’est pas ici, ou n’est pas à vous : ajoutez-la de nouveau.',
    'too-many-pictures': (limit: string) => `Il y a trop d’images dans le texte : ${limit} au plus.`,
    image: 'Ce fichier n’est pas une image utilisable (JPEG, PNG, WebP ou AVIF).',
    'image-size':
      'L’image est trop lourde ou trop grande\u00a0: 10\u00a0Mo et 40\u00a0millions de points au plus (9\u00a0millions pour AVIF). Réduisez-la, puis réessayez.',
    'images-of-a-day': (limit: string) =>
      `C’est beaucoup d’images pour un jour\u00a0: ${limit} au plus. Ajoutez celle-ci demain.`,
    drafts:
      'Vous avez déjà beaucoup de brouillons. Publiez-en un, ou jetez-en un, puis envoyez celui-ci de nouveau.',
    colour: 'Écrivez une couleur avec ses six chiffres, par exemple #1d5c4d.',
    handle: 'Des lettres minuscules sans accent, des chiffres et _ seulement, 30 au plus.',
    siren: 'Ce numéro n’est pas bien formé\u00a0: vérifiez les chiffres.',
    insee:
      'Écrivez des départements ou des communes\u00a0: leur nom en entier, ou leur code INSEE (92, 92036).',
    'other-siren': 'Ce SIRET ne commence pas par le SIREN donné.',
    cpv: 'Un code CPV a 8 chiffres, par exemple 77310000\u00a0; les deux premiers suffisent pour tout un domaine.',
    password: 'Au moins 12 caractères\u00a0; une phrase fait un bon mot de passe.',
    'not-the-same': 'Ce n’est pas le même mot de passe\u00a0: tapez-le deux fois.',
    'wrong-password': 'Ce mot de passe n’est pas le bon.',
    'has-account': 'Cette adresse a déjà un compte.',
    'last-admin': 'C’est la dernière personne qui administre le site\u00a0: nommez-en d’abord une autre.',
    origin: 'Écrivez https:// et le nom du site, sans rien après (http:// pour localhost seulement).',
    unpaid: 'Un bénévolat ou un service civique n’a pas de salaire\u00a0: laissez vide.',
    free: 'Un don ou un prêt gratuit n’a pas de prix\u00a0: laissez vide, ou changez les conditions.',
    contact: 'Donnez au moins un moyen de répondre\u00a0: une adresse, un lien ou une phrase.',
    words: 'Écrivez une ou deux phrases ici, ou un texte\u00a0: un titre seul n’apprend rien.',
    phone: 'Écrivez un numéro complet, par exemple 01 23 45 67 89 ou +33 1 23 45 67 89.',
    'line-words': (line: string) =>
      `«\u00a0${line}\u00a0»\u00a0: écrivez des mots, 80\u00a0caractères au plus sur une ligne.`,
    'line-host': (line: string) =>
      `«\u00a0${line}\u00a0» n’est pas un nom de domaine\u00a0: écrivez par exemple exemple.org, un seul par ligne.`,
    weights: (sum: string) =>
      `Les pondérations font ${sum}\u00a0% en tout\u00a0: il faut 100\u00a0% exactement.`,
    heavy: 'C’est trop long en tout\u00a0: environ 40\u202f000 caractères au plus. Raccourcissez une partie.',
    named: 'Ce texte sera public\u00a0: enlevez les noms, les adresses électroniques et les noms de compte.',
    'site-moved': 'Ce site a déménagé\u00a0: publiez à sa nouvelle adresse.',
    moved:
      'Cette structure a déménagé sur un autre site\u00a0: publiez là-bas, ou au nom d’une autre structure.',
    'named-here':
      'Donnez l’adresse d’une page de ce site, dite par la même organisation\u00a0; d’un débat, ce n’est pas un autre débat.',
    wrong: 'Cette valeur ne convient pas.',
  },
  en: {
    required: 'This field is required.',
    'too-long': (limit: string) => `This is too long: ${limit} characters at most.`,
    'too-short': (limit: string) => `This is too short: ${limit} characters at least.`,
    'too-many': (limit: string) => `There are too many: ${limit} at most.`,
    'too-big': (limit: string) => `The number is too large: ${limit} at most.`,
    'too-small': (limit: string) => `The number is too small: ${limit} at least.`,
    'too-heavy': 'There is too much text in all: shorten the descriptions.',
    'lots-kept': (numbers: string) =>
      `A published lot keeps its number, which is its address. Missing: ${numbers}. Put it back with this number, and say that it is withdrawn.`,
    choice: 'Choose one of the answers offered.',
    number: 'Write a number, for example 35 or 12.5.',
    date: 'Write a valid date, for example 2026-11-28.',
    email: 'Write a complete e-mail address, for example name@example.org.',
    url: 'Write a complete address, beginning with https://.',
    domain: 'Write domain names, one a line, for example association.org.',
    future: 'This date has not come yet.',
    past: 'This date has already passed.',
    far: 'This date is too far away.',
    'first-name': 'A first name only: letters, without digits or addresses.',
    source: 'Say where this comes from: a name, or the address of a page.',
    evidence: 'Add a dated item below that shows it, or leave “unknown”.',
    order: 'The end must come after the beginning.',
    taken: 'This is already taken.',
    place: 'This town is not in the list: choose it by its name.',
    tiles:
      'Write an address in https:// of a single server, with {z}, {x} and {y} once each, for example https://tiles.example.org/{z}/{x}/{y}.png.',
    position:
      'Write two numbers, latitude then longitude, for example 48.9256, 2.2933, or paste the address of a page of openstreetmap.org that shows the place.',
    'position-order':
      'The latitude comes first: swap the two numbers. If they are meant in this order, add N and E.',
    'place-several': (names: string) =>
      `Several towns have this name: ${names}. Write it with its department in brackets.`,
    licence: 'This licence is not in the SPDX list.',
    alt: 'Describe the picture for people who do not see it.',
    'alt-text':
      'A picture of the text has no description. Write what it shows between the brackets of its line.',
    'no-picture': 'A picture of the text is not here, or not yours: add it again.',
    'too-many-pictures': (limit: string) => `There are too many pictures in the text: ${limit} at most.`,
    image: 'This file is not a usable picture (JPEG, PNG, WebP or AVIF).',
    'image-size':
      'The picture is too heavy or too large: 10 MB and 40 million pixels at most (9 million for AVIF). Make it smaller, then try again.',
    'images-of-a-day': (limit: string) =>
      `These are many pictures for one day: ${limit} at most. Add this one tomorrow.`,
    drafts: 'You have many drafts already. Publish one, or throw one away, then send this one again.',
    colour: 'Write a colour with its six digits, for example #1d5c4d.',
    handle: 'Lower-case letters without accents, digits and _ only, 30 at most.',
    siren: 'This number is not well formed: check its digits.',
    insee: 'Write departments or communes: their whole name, or their INSEE code (92, 92036).',
    'other-siren': 'This SIRET does not begin with the SIREN given.',
    cpv: 'A CPV code has 8 digits, for example 77310000; the first two are enough for a whole field.',
    password: 'At least 12 characters; a sentence makes a good password.',
    'not-the-same': 'This is not the same password: type it twice.',
    'wrong-password': 'This password is not the right one.',
    'has-account': 'This address already has an account.',
    'last-admin': 'This is the last person who runs the site: name another one first.',
    origin: 'Write https:// and the name of the site, with nothing after it (http:// for localhost only).',
    unpaid: 'Volunteering and civic service have no pay: leave this empty.',
    free: 'A gift or a free loan has no price: leave this empty, or change the terms.',
    contact: 'Give at least one way to answer: an address, a link or a sentence.',
    words: 'Write a sentence or two here, or a text: a title alone tells nothing.',
    phone: 'Write a whole number, for example 01 23 45 67 89 or +33 1 23 45 67 89.',
    'line-words': (line: string) => `“${line}”: write words, 80 characters at most on a line.`,
    'line-host': (line: string) =>
      `“${line}” is no domain name: write for example example.org, one on each line.`,
    weights: (sum: string) => `The weights come to ${sum}% in all: they must make exactly 100%.`,
    heavy: 'This is too long in all: about 40,000 characters at most. Shorten a part.',
    named: 'This text will be public: take out names, e-mail addresses and account names.',
    'site-moved': 'This site has moved: publish at its new address.',
    moved: 'This organisation has moved to another site: publish there, or for another organisation.',
    'named-here':
      'Give the address of a page of this site, said by the same organisation; of a debate, not another debate.',
    wrong: 'This value does not fit.',
  },
})

export type FaultCode = keyof (typeof words)['fr']

/** The fault in words, for the person who typed. */
export function say(fault: Fault, locale: Locale): string {
  const text = words[locale][fault.code]
  return typeof text === 'string' ? text : text(fault.detail ?? '')
}

/** What a form calls the field: `tags.1` is in the field of tags, `lots.1.title` and `lots.1.open.0` in the second lot's. */
function fieldOf({ field }: Fault): string {
  const [name = '', index, own] = field.split('.')
  return index === undefined || own === undefined ? name : `${name}.${index}.${own}`
}

/** The first fault of each field, in words: what a form shows beside its fields. */
export function sayAll(faults: readonly Fault[], locale: Locale): Record<string, string> {
  const said: Record<string, string> = {}
  for (const fault of faults) {
    // Of a list typed in one field, what is wrong with its second line is said of the field.
    said[fieldOf(fault)] ??= say(fault, locale)
  }
  return said
}

/** zod's findings as faults: a custom issue names its code as its message. */
export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), ...reason(issue) }))

function reason(issue: z.core.$ZodIssue): { code: FaultCode; detail?: string } {
  if (isFaultCode(issue.message)) return { code: issue.message }
  switch (issue.code) {
    case 'too_big':
      return { code: bound(issue.origin, 'too-long', 'too-many', 'too-big'), detail: String(issue.maximum) }
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return { code: 'required' }
      return {
        code: bound(issue.origin, 'too-short', 'required', 'too-small'),
        detail: String(issue.minimum),
      }
    case 'invalid_value':
      return { code: 'choice' }
    case 'invalid_type':
      return {
        code: issue.input === undefined || issue.input === null ? 'required' : missing(issue.expected),
      }
    case 'invalid_format':
      return { code: format(issue.format) }
    default:
      return { code: 'wrong' }
  }
}

export const isFaultCode = (message: string): message is FaultCode => Object.hasOwn(words.fr, message)

const bound = (origin: string, text: FaultCode, list: FaultCode, number: FaultCode): FaultCode =>
  origin === 'string' ? text : origin === 'array' ? list : number

const missing = (expected: string): FaultCode => (expected === 'number' ? 'number' : 'required')

const format = (name: string): FaultCode =>
  name === 'email'
    ? 'email'
    : name === 'url'
      ? 'url'
      : name === 'date' || name === 'datetime'
        ? 'date'
        : 'wrong'
