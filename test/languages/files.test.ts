import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadLanguages } from '../../server/languages.ts'
import type { LanguageFile, Texts } from '../../views/language-file.ts'
import {
  addLanguage,
  catalogue,
  catalogues,
  inEachLanguage,
  isLocale,
  languageOf,
  localeOf,
  type Locale,
} from '../../views/language.tsx'
import { formatCount, formatDay, formatLabelled } from '../../views/format.ts'
import { readSources } from '../support/sources.ts'
import { lacking } from './lacking.ts'
import { lackingIn, strangersIn } from './texts-of.ts'

// Every catalogue registers itself when its file is read.
const files = readSources()
  .filter(({ code }) => /\bcatalogue\(\s*'/.test(code))
  .map(({ file }) => file)
for (const file of files) await import(/* @vite-ignore */ join(process.cwd(), file))

const breton = (texts: Texts): LanguageFile => ({
  ...languageOf('fr'),
  ...{ tag: 'br', name: 'Brezhoneg', intl: 'br-FR', colon: '\u00a0: ', texts },
})

describe('the catalogues', () => {
  test('are named for their files', () => {
    const named = [...catalogues.keys()]
      .map((name) => name.replace(/#.*$/, ''))
      .filter((name) => !name.startsWith('test/'))
    const found = new Set(files.map((file) => file.replace(/\.tsx?$/, '')))
    expect(named.filter((name) => !found.has(name))).toEqual([])
    expect(named.length).toBeGreaterThan(100)
  })

  test('say the same in French and in English, with the same arguments', () => {
    const differing = [...catalogues].flatMap(([name, { fr, en }]) => [
      ...lackingIn(fr, en).map((key) => `${name} ${key}`),
      ...strangersIn(fr, en).map((key) => `${name} ${key}`),
    ])
    expect(differing).toEqual([])
  })
})

describe('a file of a language', () => {
  const mine = catalogue('test/languages/mine', {
    fr: { a: 'un', b: 'deux', f: (x: string) => `le ${x}`, n: { c: 'trois' }, p: { one: 'o', other: 'r' } },
    en: { a: 'one', b: 'two', f: (x: string) => `the ${x}`, n: { c: 'three' }, p: { one: 'o', other: 's' } },
  })
  const label = inEachLanguage((locale) => mine[locale].b)

  test('gives the texts it has, and key by key those of the language that stands in for the rest', () => {
    addLanguage(
      breton({
        'test/languages/mine': { b: 'daou', f: 'no function', n: 'no list', p: { other: 'x', few: 'y' } },
      }),
    )
    const here = mine['br' as Locale]
    expect({ ...here, f: here.f('tra') }).toEqual({
      ...{ a: 'un', b: 'daou', f: 'le tra', n: { c: 'trois' }, p: { other: 'x', few: 'y' } },
    })
    expect(label['br' as Locale]).toBe('daou')
    expect(formatCount(3, 'br' as Locale, here.p)).toBe('3\u00a0y')
    expect(formatLabelled('Deiz', formatDay('2026-12-01', 'br' as Locale), 'br' as Locale)).toBe(
      'Deiz\u00a0: 1er Kerzu 2026',
    )
  })

  test('that nobody has is French, wherever its tag was kept', () => {
    expect(mine['co' as Locale].a).toBe('un')
    expect(label['co' as Locale]).toBe('deux')
    expect(isLocale('co')).toBe(false)
    expect(localeOf('pt-BR')).toBeNull()
    expect(localeOf('fr-CA')).toBe('fr')
    expect(localeOf('br-FR')).toBe('br')
  })

  test('must be whole enough to be used, or is refused when the hub starts', () => {
    for (const wrong of [{ tag: 'BR' }, { tag: 'br' }, { tag: 'nothing at all' }, { tag: 'zz', intl: 'zz' }])
      expect(() => addLanguage({ ...breton({}), ...wrong }), JSON.stringify(wrong)).toThrow(/./)
  })

  test('is found by its place, under its own name', async () => {
    const folder = mkdtempSync(join(process.cwd(), 'node_modules/.languages-'))
    const file = (tag: string) =>
      `export default { tag: '${tag}', name: 'X', intl: 'eu', direction: 'ltr', instead: 'fr', colon: ': ', quotes: ['“', '”', '‘', '’'] }`
    try {
      writeFileSync(join(folder, 'eu.js'), file('eu'))
      writeFileSync(join(folder, 'eu.js.map'), '{}')
      await loadLanguages(folder)
      expect(isLocale('eu')).toBe(true)
      // A second hub in the same process has them already.
      await loadLanguages(folder)
      writeFileSync(join(folder, 'oc.js'), file('ca'))
      await expect(loadLanguages(folder)).rejects.toThrow(/oc\.js/)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('of this repository has its name, and says nothing that no catalogue asks for', async () => {
    for (const path of globSync('views/languages/*.ts')) {
      const { default: file } = (await import(/* @vite-ignore */ join(process.cwd(), path))) as {
        default: LanguageFile
      }
      expect(path).toBe(`views/languages/${file.tag}.ts`)
      const strangers = Object.entries(file.texts ?? {}).flatMap(([name, texts]) => {
        const known = catalogues.get(name)
        return known === undefined || typeof texts !== 'object' ? [name] : strangersIn(known.fr, texts)
      })
      expect(strangers, path).toEqual([])
    }
  })

  test('can be asked what it lacks', () => {
    const texts = { a: 'x', n: {}, f: (x: string, y: string) => x + y, z: 'z' }
    expect(lackingIn(mine.fr, texts)).toEqual(['b', 'n.c', 'p'])
    expect(strangersIn(mine.fr, texts)).toEqual(['f', 'z'])
  })

  test('gets a list of what it lacks, each text with its French', () => {
    const skip = { fr: 'Aller au contenu' }
    const all = lacking(catalogues, {})
    expect(all).toContain(`  // skip: "${skip.fr}"`)
    const some = lacking(catalogues, { texts: { 'views/layout': { skip: 'x' } } })
    expect(some).not.toContain(skip.fr)
    expect(some.split('\n').length).toBe(all.split('\n').length - 1)
    // A text that is a function is shown as it is.
    expect(all).toMatch(/\/\/ replies: \(name\) => `Réponses à \$\{name\}`/)
  })
})
