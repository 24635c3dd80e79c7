import { expect, test } from 'vitest'
import { ofName } from '../../views/elision.ts'

test.each([
  ['Amel', 'd’Amel'],
  ['Élise', 'd’Élise'],
  ['œuvre', 'd’œuvre'],
  ['Bruno', 'de Bruno'],
  ['Hélène', 'd’Hélène'],
  ['Hugo', 'd’Hugo'],
  ['Hassan', 'de Hassan'],
  ['Yves', 'd’Yves'],
  ['Yann', 'de Yann'],
  ['ailleurs.example', 'd’ailleurs.example'],
  ['3 Petits Points', 'de 3 Petits Points'],
  ['', 'de '],
])('of %s is said “%s” in French', (name, said) => {
  expect(ofName(name)).toBe(said)
})
