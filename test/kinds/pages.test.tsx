import type { Child } from 'hono/jsx'
import { describe, expect, test } from 'vitest'
import { asObject, filled, sent } from '../../server/kinds/form-values.ts'
import type { FormValues, Kind } from '../../server/kinds/kind.ts'
import { Language, locales, type Locale } from '../../views/language.tsx'
import { envelopeOf } from '../support/entries.ts'
import { elementsOf, submitted } from '../support/form.ts'
import { fragmentFaults } from '../support/markup.ts'
import { answersTo, eachKind, least } from './schema.ts'

/** A component, so that what is asked of the language is asked inside of it. */
const Shown = ({ what }: { what: () => Child }) => <>{what()}</>

const render = (locale: Locale, what: () => Child): string =>
  String(
    <Language value={locale}>
      <Shown what={what} />
    </Language>,
  )

const form = (kind: Kind, locale: Locale, values: FormValues, errors: Record<string, string> = {}): string =>
  render(locale, () => kind.Form({ values, errors }))

/** What a browser would send of it. */
function formDataOf(html: string): FormData {
  const typed = new FormData()
  for (const [name, values] of Object.entries(submitted(html)))
    for (const value of [values].flat()) typed.append(name, value)
  return typed
}

describe.each(eachKind)('%s', (_, kind) => {
  const entry = envelopeOf(kind)
  const fields = kind.sample
  const names = Object.keys(fields)

  describe.each(locales)('in %s', (locale) => {
    test('names its facts, the same ones whatever is known', () => {
      const facts = kind.facts(fields, locale)
      expect(facts.filter(({ label }) => label === '')).toEqual([])
      expect(facts.map(({ name }) => name)).toEqual([...new Set(facts.map(({ name }) => name))])
      const few = kind.facts(kind.fields.parse(least), locale)
      expect(few.map(({ name, label }) => [name, label])).toEqual(
        facts.map(({ name, label }) => [name, label]),
      )
    })

    test('shows its details and its line on a card, in valid HTML', async () => {
      const details = render(locale, () => kind.Details({ entry, fields }))
      const line = `<ul>${render(locale, () => kind.Line({ entry, fields }))}</ul>`
      expect(await fragmentFaults(details)).toEqual([])
      expect(await fragmentFaults(line)).toEqual([])
      for (const { label, value } of kind.facts(fields, locale))
        if (value !== '') expect(details).toContain(`<dt>${label}</dt>`)
      expect(line).toMatch(/<li class="fact">/)
    })

    test('has nothing to show of what is not known', () => {
      const few = kind.fields.parse(least)
      const details = render(locale, () => kind.Details({ entry, fields: few }))
      expect(details).not.toMatch(/undefined|null|NaN|<dd><\/dd>/)
    })

    test('asks in valid HTML, with each error beside its field', async () => {
      const errors = Object.fromEntries(names.map((name) => [name, `faute-${name}`]))
      for (const html of [form(kind, locale, filled(fields)), form(kind, locale, filled({}), errors)])
        expect(
          await fragmentFaults(`<form method="post"><button type="submit">Oui</button>${html}</form>`),
        ).toEqual([])
      for (const fault of Object.values(errors))
        expect(form(kind, locale, filled({}), errors)).toContain(`<span>${fault}</span>`)
    })

    test('a form sent back as it was filled changes nothing', () => {
      const back = asObject(formDataOf(form(kind, locale, filled(fields))))
      expect(names.filter((name) => !(name in back))).toEqual([])
      expect(kind.fields.parse(back)).toEqual(fields)
    })

    test('a form that comes back with errors still holds what was typed', () => {
      const typed = formDataOf(form(kind, locale, filled(fields)))
      const again = formDataOf(form(kind, locale, sent(typed)))
      expect(kind.fields.parse(asObject(again))).toEqual(fields)
    })

    test('has words for every answer of every question', () => {
      const parts = Object.keys(kind.texts.fr.parts ?? {})
      const html = form(kind, locale, filled(Object.fromEntries(parts.map((name) => [name, [{}]]))))
      const values = elementsOf(html).map(({ attributes }) => attributes['value'])
      for (const answer of names.flatMap((name) => answersTo(kind, name))) expect(values).toContain(answer)
      expect(html).not.toMatch(/<option[^>]*><\/option>|<label[^>]*><\/label>|undefined/)
    })

    test('filters by every answer of a question, each with its words', () => {
      for (const facet of kind.facets ?? []) {
        expect(facet.label[locale].label).not.toBe('')
        if (!('options' in facet)) continue
        const options = facet.options?.(locale) ?? []
        const values = options.map(({ value }) => value)
        if ('of' in facet) expect(answersTo(kind, facet.of)).toEqual(expect.arrayContaining(values))
        else expect(values.toSorted()).toEqual(answersTo(kind, facet.name).toSorted())
        expect(options.map(({ label }) => label)).not.toContain('')
      }
    })
  })

  test('speaks the language of its reader', () => {
    const shown = (locale: Locale) => render(locale, () => kind.Details({ entry, fields }))
    expect(shown('fr')).not.toBe(shown('en'))
    expect(form(kind, 'fr', filled({}))).not.toBe(form(kind, 'en', filled({})))
  })
})
