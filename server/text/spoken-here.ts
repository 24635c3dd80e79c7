import { z } from 'zod'
import { isLocale, type Locale } from '../../views/language.tsx'

/** A language of the interface, of those that are there when it is asked: languages come by files. */
export const spokenHere = z.custom<Locale>(isLocale, 'choice')
