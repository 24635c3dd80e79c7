import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { faultsOf, sayAll } from '../../server/kinds/faults.ts'
import { asObject, filled, sent } from '../../server/kinds/form-values.ts'
import { line, optionalInteger, parts } from '../../server/kinds/gate.ts'
import { changesParts, withChangedParts } from '../../server/web/entries/form-parts.ts'
import { Parts } from '../../views/components/parts.tsx'
import { Field } from '../../views/components/inputs.tsx'
import { Language } from '../../views/language.tsx'
import { fragmentFaults } from '../support/markup.ts'

const formOf = (pairs: readonly [name: string, value: string][]): FormData => {
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return form
}

const two = formOf([
  ['title', 'Espaces verts'],
  ['lots.0.is', '1'],
  ['lots.0.title', 'Tonte'],
  ['lots.2.is', '1'],
  ['lots.2.title', 'Taille'],
  ['lots.2.open', 'scop'],
  ['lots.2.open', 'ei'],
])

const gate = z.object({ lots: parts(z.object({ title: line(20), hours: optionalInteger(0, 100) }), 3) })

describe('the records of a form', () => {
  test('are read in their order, whatever their numbers', () => {
    expect(asObject(two)).toEqual({
      title: 'Espaces verts',
      lots: [
        { is: '1', title: 'Tonte' },
        { is: '1', title: 'Taille', open: ['scop', 'ei'] },
      ],
    })
    expect(
      sent(two)
        .parts('lots')
        .map((lot) => lot.text('title')),
    ).toEqual(['Tonte', 'Taille'])
    expect(sent(two).parts('lots')[1]?.list('open')).toEqual(['scop', 'ei'])
  })

  test('are filled from what is kept', () => {
    const [lot] = filled({ lots: [{ title: 'Tonte', hours: 12 }] }).parts('lots')
    expect([lot?.text('title'), lot?.text('hours'), lot?.text('place')]).toEqual(['Tonte', '12', ''])
    expect(filled({ lots: ['Tonte', null] }).parts('lots')).toEqual([])
    expect(filled({}).parts('lots')).toEqual([])
  })

  test('pass a gate that keeps what it knows, and names the record that is wrong', () => {
    expect(gate.parse({})).toEqual({ lots: [] })
    expect(gate.parse(asObject(two)).lots).toEqual([
      { title: 'Tonte', hours: null },
      { title: 'Taille', hours: null },
    ])
    const { error } = gate.safeParse({ lots: [{ title: 'Tonte' }, { title: '', hours: 'beaucoup' }] })
    const said = error === undefined ? {} : sayAll(faultsOf(error), 'fr')
    expect(Object.keys(said)).toEqual(['lots.1.title', 'lots.1.hours'])
    const { error: many } = gate.safeParse({ lots: Array.from({ length: 4 }, () => ({ title: 'Tonte' })) })
    expect(many === undefined ? {} : sayAll(faultsOf(many), 'fr')).toEqual({
      lots: 'Il y en a trop\u00a0: 3 au plus.',
    })
  })
})

describe('a button of the records', () => {
  const pressed = (value: string): FormData => {
    const form = formOf([...two].map(([name, text]) => [name, String(text)]))
    form.append('parts', value)
    return withChangedParts(form)
  }
  const titles = (form: FormData) =>
    sent(form)
      .parts('lots')
      .map((lot) => lot.text('title'))

  test('is told from a form that is meant to be kept', () => {
    expect(changesParts(two)).toBe(false)
    expect(changesParts(formOf([['parts', 'lots.add']]))).toBe(true)
  })

  test.each([
    ['lots.add', ['Tonte', 'Taille', '']],
    ['lots.remove.0', ['Taille']],
    ['lots.remove.2', ['Tonte']],
    ['lots.up.2', ['Taille', 'Tonte']],
    ['lots.up.0', ['Tonte', 'Taille']],
    ['lots.up.7', ['Tonte', 'Taille']],
    ['lots.remove', ['Tonte', 'Taille']],
    ['nonsense', ['Tonte', 'Taille']],
    ['__proto__.add', ['Tonte', 'Taille']],
  ])('that says %s leaves %j', (value, left) => {
    expect(titles(pressed(value))).toEqual(left)
    expect(pressed(value).get('title')).toBe('Espaces verts')
  })

  test('adds to a list that has none yet, and not for ever', () => {
    expect(titles(withChangedParts(formOf([['parts', 'lots.add']])))).toEqual([''])
    const many = formOf(Array.from({ length: 200 }, (_, at) => [`lots.${at}.is`, '1']))
    many.append('parts', 'lots.add')
    expect(sent(withChangedParts(many)).parts('lots')).toHaveLength(200)
  })
})

test('records are asked for in valid HTML, each with its own names', async () => {
  const html = String(
    <Language value="fr">
      <Parts name="lots" legend="Lots" one="Lot" add="Ajouter un lot" count={2}>
        {(_, at) => <Field name={`${at}title`} label="Titre" />}
      </Parts>
    </Language>,
  )
  expect(
    await fragmentFaults(`<form method="post"><button type="submit">Oui</button>${html}</form>`),
  ).toEqual([])
  expect(html).toContain('name="lots.1.title"')
  expect(html).toContain('value="lots.remove.1"')
})
