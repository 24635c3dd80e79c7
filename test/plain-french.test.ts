import { expect, test } from 'vitest'
import { frenchTexts } from './support/french.ts'

// The texts of the pages are read by people in a hurry, people who read slowly, and people whose language is another:
// plain words, and sentences that are said in one breath (RGAA 4.1 has no criterion for it; WCAG 2.2, 3.1.5, does).

const texts = frenchTexts()

/** Words of offices and of machines, and what one says instead. */
const hard: readonly (readonly [pattern: string, instead: string])[] = [
  ['veuillez', 'the imperative alone'],
  ['merci de (?=\\p{L}+er\\b)', 'the imperative alone'],
  ['afin (de|d’|que)', 'pour'],
  ['en vue d(e|’)', 'pour'],
  ['(sus|ci-?dessus |pré)(dit|mentionné)', 'name it again'],
  ['ci-après', 'ici, plus bas'],
  ['proc(é|è)d(er|ez|e) à', 'the verb itself'],
  ['nonobstant|néanmoins|toutefois', 'mais'],
  ['préalablement|au préalable', 'avant, d’abord'],
  ['ultérieur', 'plus tard'],
  ['le cas échéant', 's’il y en a'],
  ['dans le cadre d(e|’|u)', 'pour, pendant'],
  ['(mise?|mettre) en œuvre', 'faire'],
  ['conformément', 'comme le dit'],
  ['au sein d(e|’|u)', 'dans'],
  ['par le biais', 'par'],
  ['s’avér', 'être'],
  ['relati(f|ve)s? (à|au)', 'sur'],
  ['modalités', 'comment'],
  ['en matière de|s’agissant', 'pour'],
  ['finaliser|optimiser|solutionner|implémenter', 'finir, mieux faire, résoudre, faire'],
  ['renseign(er|ez) (ce|le|la|les|votre)', 'remplir, dire'],
  ['requête|instancier|endpoint|payload|webhook', 'say what it does'],
  ['\\b(url|uri|handle|inbox|outbox|webfinger)\\b', 'adresse, nom, boîte'],
]

/** Who runs the hub meets the names of what they set up; the other rooms have visitors. */
const forThoseWhoRun = /^(server|views)\/(cli|settings|imports|setup|network|federation|moderation|export)\//

test('French of the pages › has a plain word where there is one', () => {
  const found = texts
    .filter(({ file, words }) => !forThoseWhoRun.test(file) && /\s/.test(words))
    .flatMap(({ file, words }) =>
      hard
        .filter(([pattern]) => new RegExp(pattern, 'iu').test(words))
        .map(([pattern, instead]) => `${file}: “${words}” (${pattern}: ${instead})`),
    )
  expect(texts.length).toBeGreaterThan(3000)
  expect(found).toEqual([])
})

/** Defined by the law, in its words. */
const quotes = /SPASER, article L2111-3/

test('French of the pages › has no sentence that nobody can say in one breath', () => {
  const breath = 31
  const long = texts.flatMap(({ file, words }) =>
    words
      .replaceAll('\\u00a0', '\u00a0')
      .split(/(?<=[.!?…])\s|\s[:;]|\\n|\n/u)
      .filter((sentence) => sentence.trim().split(/\s+/).length > breath && !quotes.test(sentence))
      .map((sentence) => `${file}: ${sentence}`),
  )
  expect(long).toEqual([])
})
