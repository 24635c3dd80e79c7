import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { choice, optionalLine, optionalText } from '../kinds/gate.ts'
import { isDepartment } from '../places/departments.ts'
import { spokenHere } from '../text/spoken-here.ts'
import { tilesInput } from './tiles.ts'

/** The hub's rules. How it shows itself is the identity's; its handle and address do not change. */
export const settingsInput = ({ mailer, hub }: Pick<Deps, 'mailer' | 'hub'>) =>
  z
    .object({
      locale: spokenHere,
      territory: optionalLine(3).refine((code) => code === null || isDepartment(code), 'choice'),
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
      tiles: tilesInput.default(hub.settings.tiles),
      tilesCredit: z
        .preprocess((sent) => sent ?? hub.settings.tilesCredit, optionalLine(200))
        .transform((credit) => credit ?? ''),
    })
    // Whoever made a map is named on it.
    .refine(({ tiles, tilesCredit }) => tiles === '' || tilesCredit !== '', {
      path: ['tilesCredit'],
      error: 'required',
    })

export type SettingsInput = z.infer<ReturnType<typeof settingsInput>>

/** One of the pages under every page: legal notice, privacy, terms, contact, accessibility. */
export const pageInput = z.object({ text: optionalText(30_000) })
