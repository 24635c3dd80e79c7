import { describe, expect, test } from 'vitest'
import { ActionForm, Button } from '../../views/components/button.tsx'
import { Checkbox, Choices } from '../../views/components/choices.tsx'
import { ErrorSummary } from '../../views/components/error-summary.tsx'
import { FieldGroup, fieldId, RequiredNote } from '../../views/components/field.tsx'
import { Filters } from '../../views/components/filters.tsx'
import { Field, Select, TextArea } from '../../views/components/inputs.tsx'
import { fragmentFaults } from '../support/markup.ts'
import { piece } from './render.tsx'

const hostile = '"><img src=x onerror=alert(1)>'

const Whole = ({ idPrefix, wrong }: { idPrefix?: string; wrong?: string }) => (
  <form method="post" action="/emplois">
    <ErrorSummary
      errors={{ title: wrong, 'lots[0].cpv': wrong }}
      labels={{ title: 'Intitulé' }}
      idPrefix={idPrefix}
    />
    <RequiredNote />
    <Field
      name="title"
      label="Intitulé"
      required
      hint="Court."
      error={wrong}
      value={hostile}
      idPrefix={idPrefix}
    />
    <Field name="lots[0].cpv" label="CPV" error={wrong} idPrefix={idPrefix} />
    <Field name="day" type="date" label="Jour" value="2026-12-01" idPrefix={idPrefix} />
    <Field name="start" type="datetime-local" label="Début" value="2026-12-01T09:00" idPrefix={idPrefix} />
    <Field name="pay" type="number" label="Salaire" unit="€" min={0} value={2100} idPrefix={idPrefix} />
    <Field name="image" type="file" label="Image" accept="image/*" idPrefix={idPrefix} />
    <TextArea
      name="body"
      label="Texte"
      required
      value={`\n</textarea>${hostile}`}
      error={wrong}
      idPrefix={idPrefix}
    />
    <Select
      name="licence"
      label="Licence"
      empty="Aucune"
      value="b"
      error={wrong}
      options={[
        { value: 'a', label: hostile, group: 'Libres' },
        { value: 'b', label: 'B' },
      ]}
      idPrefix={idPrefix}
    />
    <FieldGroup legend="Conditions">
      <Checkbox
        name="remote"
        label="Télétravail"
        checked
        hint="Au moins un jour."
        error={wrong}
        idPrefix={idPrefix}
      />
      <Choices
        type="radio"
        name="contract"
        label="Contrat"
        required
        hint="Un seul."
        error={wrong}
        chosen={['cdd']}
        options={[
          { value: 'cdi', label: 'CDI' },
          { value: 'cdd', label: 'CDD', hint: 'Avec un terme.' },
        ]}
        idPrefix={idPrefix}
      />
    </FieldGroup>
    <Button look="primary" icon="check">
      Publier
    </Button>
  </form>
)

describe('a form', () => {
  test('is valid, empty or full of errors', async () => {
    expect(await fragmentFaults(piece(<Whole />))).toEqual([])
    expect(await fragmentFaults(piece(<Whole wrong="À revoir." />))).toEqual([])
  })

  test('stands twice on a page without sharing an id', async () => {
    const html = piece([
      <Whole wrong="À revoir." idPrefix="one" />,
      <Whole wrong="À revoir." idPrefix="two" />,
    ])
    expect(await fragmentFaults(html)).toEqual([])
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('escapes what was typed', () => {
    const html = piece(<Whole wrong={hostile} />)
    expect(html).not.toContain('<img')
    expect(html.match(/<\/textarea>/g)).toHaveLength(1)
  })

  test('gives back a text that begins with a line break as it was', () => {
    expect(piece(<TextArea name="t" label="T" value={'\nun'} />)).toContain('>\n\nun</textarea>')
  })

  test('never sends a password back', () => {
    expect(piece(<Field name="p" type="password" label="Mot de passe" value="secret" />)).not.toContain(
      'secret',
    )
  })
})

describe('a field with an error', () => {
  const html = piece(<Field name="title" label="Intitulé" required hint="Court." error="Donnez un titre." />)

  test('is announced with its hint and its error', () => {
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('aria-describedby="f-title-hint f-title-error"')
    expect(html).toMatch(/id="f-title-error">.*Donnez un titre\./)
  })

  test('is reached from the summary', () => {
    const summary = piece(
      <ErrorSummary errors={{ title: 'Donnez un titre.' }} labels={{ title: 'Intitulé' }} />,
    )
    expect(summary).toContain('role="alert" tabindex="-1"')
    expect(summary).toContain('<a href="#f-title">Intitulé – Donnez un titre.</a>')
    expect(html).toContain('id="f-title"')
  })

  test('is reached even when it is a set of choices', () => {
    const choices = piece(
      <Choices type="radio" name="contract" label="Contrat" options={[{ value: 'a', label: 'A' }]} />,
    )
    expect(choices).toContain(`<input id="${fieldId('contract')}" type="radio"`)
  })
})

test('a form without errors has no summary', () => {
  expect(piece(<ErrorSummary errors={{ title: undefined }} />)).toBe('')
})

test('a field that may stay empty says so, except in a search', () => {
  expect(piece(<Field name="a" label="A" />)).toContain('(facultatif)')
  expect(piece(<Field name="a" label="A" />, 'en')).toContain('(optional)')
  expect(piece(<Field name="a" label="A" quiet />)).not.toContain('(facultatif)')
  expect(piece(<Field name="a" label="A" required />)).not.toContain('(facultatif)')
})

test('a filter bar is a plain GET form that tells how many filters are set', async () => {
  const html = piece(
    <Filters action="/emplois" active={2} clearHref="/emplois">
      <Field quiet name="q" type="search" label="Mots" idPrefix="filter" />
    </Filters>,
  )
  expect(await fragmentFaults(html)).toEqual([])
  expect(html).toContain('<form method="get" action="/emplois"')
  expect(html).toContain('2\u00a0filtres actifs')
})

test('one button that changes something is a POST form of its own', async () => {
  const html = piece(
    <ActionForm
      action="/commentaires/1/masquage"
      fields={{ retour: hostile }}
      label="Masquer le commentaire de Bruno"
    >
      Masquer
    </ActionForm>,
  )
  expect(await fragmentFaults(html)).toEqual([])
  expect(html).toContain('method="post"')
  expect(html).not.toContain('<img')
})
