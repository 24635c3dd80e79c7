import type { Locale } from '../../../views/language.tsx'
import type { Entry } from '../../entries/load.ts'
import { missingOf } from '../../entries/whole.ts'
import { namesIn } from '../../kinds/unfinished.ts'

/** What an unfinished draft still lacks, as its form calls it: « Début, Contrat ». Empty for all others. */
export const missingWords = (entry: Entry, locale: Locale): string =>
  namesIn(missingOf(entry))
    .map((name) => entry.kind.texts[locale].fields[name] ?? name)
    .join(', ')
