import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { LanguageFile, Texts } from '../../views/language-file.ts'
import { lackingIn } from './texts-of.ts'

// `npm run -s texts -- br`: what the file of a language lacks, each text with its French beside it, ready to be
// translated and put there. A function is shown as it is, to be written anew.

type Catalogues = ReadonlyMap<string, { readonly fr: Texts }>

/** What is in French and not in `file`: a piece of code for each catalogue. */
export const lacking = (catalogues: Catalogues, file: Pick<LanguageFile, 'texts'>): string =>
  [...catalogues]
    .map(([name, { fr }]) => [name, lackingIn(fr, file.texts?.[name]).map((key) => line(fr, key))] as const)
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `'${name}': {\n${lines.join('\n')}\n},`)
    .join('\n')

function line(texts: Texts, path: string): string {
  const text = path
    .split('.')
    .reduce<Texts[string] | undefined>(
      (found, key) => (typeof found === 'object' ? found[key] : undefined),
      texts,
    )
  const said = typeof text === 'function' ? text.toString() : JSON.stringify(text)
  return said
    .split('\n')
    .map((part, at) => `  // ${at === 0 ? `${path}: ` : ''}${part}`)
    .join('\n')
}

/** Of a hub that is built: every catalogue is there once its file is read. */
async function catalogueOf(dist: string): Promise<Catalogues> {
  const at = (path: string): string => pathToFileURL(join(dist, path)).href
  for (const path of globSync('{views,server}/**/*.js', { cwd: dist }))
    if (/\bcatalogue\(\s*'/.test(readFileSync(join(dist, path), 'utf8'))) await import(at(path))
  const { catalogues } = (await import(at('views/language.js'))) as { catalogues: Catalogues }
  return catalogues
}

if (process.argv[1] === import.meta.filename) {
  const [tag = ''] = process.argv.slice(2)
  const dist = join(import.meta.dirname, '../../dist')
  const [found] = globSync(`views/languages/${tag}.js`, { cwd: dist })
  const { default: file } =
    found === undefined
      ? { default: {} }
      : ((await import(pathToFileURL(join(dist, found)).href)) as { default: LanguageFile })
  process.stdout.write(`${lacking(await catalogueOf(dist), file)}\n`)
  process.exitCode = 0
}
