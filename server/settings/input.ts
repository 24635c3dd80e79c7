import { z } from 'zod'
import { locales } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { choice, line, optionalLine, optionalText } from '../kinds/gate.ts'
import { departments } from '../places/departments.ts'

/** What an administrator may change of the hub; its handle and address are not among it. */
export const settingsInput = ({ mailer, hub }: Pick<Deps, 'mailer' | 'hub'>) =>
  z.object({
    name: line(80),
    tagline: optionalLine(160),
    locale: choice(locales),
    territory: optionalLine(3).refine(
      (code) => code === null || departments.some(([known]) => known === code),
      'choice',
    ),
    // Without mail nobody can confirm an address: open would be a promise not kept.
    registration: choice(['invitation', 'open']).refine(
      (rule) => rule === 'invitation' || mailer !== null,
      'choice',
    ),
    holdComments: choice(['never', 'first', 'always']),
    moderationLog: choice(['private', 'public']),
    // A form that was opened before there were these leaves them as they are.
    holdTopics: choice(['never', 'first', 'always']).default(hub.settings.holdTopics),
    outsideTopics: choice(['never', 'first', 'always', 'refused']).default(hub.settings.outsideTopics),
    readers: choice(['everyone', 'signed']),
  })

export type SettingsInput = z.infer<ReturnType<typeof settingsInput>>

/** One of the pages under every page: legal notice, privacy, terms, contact, accessibility. */
export const pageInput = z.object({ text: optionalText(30_000) })
