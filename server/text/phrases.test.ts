import { expect, test } from 'vitest'
import { effort } from '../../test/support/effort.ts'
import { phrasesOf } from './phrases.ts'

const found = (list: string[], text: string) => phrasesOf(list).foundIn(text)

test.each([
  ['Crédit facile', 'Un CREDIT, facile ! Et rapide.'],
  ['œuvre', 'Une OEUVRE rare'],
  ['oeuvre', 'Une Œuvre rare'],
  ['arnaque', 'C’est l’arnaque'],
  ['100 % gratuit', 'Tout est 100% GRATUIT.'],
  ['casino', 'ｃａｓｉｎｏ'],
  ['casino', 'ca\u00adsi\u200bno'],
  ['casino', 'cas\u0301i\u0301no'],
  ['a b', 'x a b y'],
  ['fin', 'c’est la fin'],
  ['début', 'Début.'],
])('« %s » is found in « %s »', (phrase, text) => {
  expect(found([phrase], text)).toBe(phrase)
})

test.each([
  ['con', 'Un conseil, un flacon'],
  ['crédit facile', 'Un crédit difficile, facile'],
  ['a b', 'a c b'],
  ['.*', 'n’importe quoi'],
  ['(a+)+$', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'],
  ['', 'rien'],
])('« %s » is not found in « %s »', (phrase, text) => {
  expect(found([phrase], text)).toBeNull()
})

test('what stands first in the text is told, as it was listed', () => {
  expect(found(['Deux', 'UN'], 'un, deux')).toBe('UN')
})

test('ten times the text costs some ten times as much, whatever list and text try', async () => {
  const hostile = Array.from({ length: 1_000 }, (_, at) => `${'a '.repeat((at % 38) + 1)}b${at}`.slice(0, 80))
  const phrases = phrasesOf(hostile)
  const cost = (words: number) => effort(() => phrases.foundIn('a '.repeat(words)))
  expect((await cost(8_000)) / (await cost(800))).toBeLessThan(30)
})

test('a list ten times as long costs no more to look through', async () => {
  const text = 'un mot et puis un autre '.repeat(400)
  const cost = (lines: number) => {
    const phrases = phrasesOf(Array.from({ length: lines }, (_, at) => `mot${at} autre`))
    return effort(() => phrases.foundIn(text))
  }
  expect((await cost(1_000)) / (await cost(100))).toBeLessThan(4)
})
