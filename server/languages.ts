import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { addLanguage, isLocale } from '../views/language.tsx'
import type { LanguageFile } from '../views/language-file.ts'

/** Every file of the folder is a language (docs/languages.md); those of the house are there already. */
export async function loadLanguages(folder: string): Promise<void> {
  const files = readdirSync(folder).filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
  for (const name of files.toSorted()) {
    const tag = name.replace(/\.[jt]s$/, '')
    if (isLocale(tag)) continue
    // What a file of code exports is what its types say: the compiler has read it.
    const { default: file } = (await import(pathToFileURL(join(folder, name)).href)) as {
      default: LanguageFile
    }
    if (file.tag !== tag) throw new Error(`${name} is the file of ${file.tag}, and should have its name`)
    addLanguage(file)
  }
}
