import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Sent } from '../../../views/moderation/decision-form.tsx'
import { Rules } from '../../../views/moderation/rules.tsx'
import { hasRole } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { readRules, saveRules } from '../../moderation/rules.ts'
import { Refusal } from '../../refusal.ts'
import { formOf, mend } from '../accounts/form.ts'
import type { Ctx, Env } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'
import { moderator } from './deciding.ts'
import { moderationPage } from './moderation-page.tsx'

/** What waits for a moderator before anybody sees it. */
export const ruleRoutes = (deps: Deps): Hono<Env> =>
  new Hono<Env>()
    .get('/', (c) => {
      moderator(c)
      const { settings } = deps.hub
      const values = {
        words: settings.holdWords,
        domains: settings.holdDomains,
        hosts: settings.holdHosts,
        links: settings.holdLinks === null ? '' : String(settings.holdLinks),
        members: String(settings.holdMembers),
      }
      return rulesPage(deps, c, { values, errors: {} })
    })
    .post('/', longLists, async (c) => {
      const viewer = moderator(c)
      const sent = await formOf(c)
      const { input, faults } = readRules(sent)
      if (input === null) return rulesPage(deps, c, mend(c, sent, faults), 422)
      await saveRules(deps, viewer, input)
      setFlash(deps, c, 'rules-saved')
      return c.redirect('/moderation/regles', 303)
    })

/** Room for three whole lists, each letter of them escaped. */
const longLists = bodyLimit({
  maxSize: 1024 * 1024,
  onError: () => {
    throw new Refusal('too-large', 'These lists are too long.')
  },
})

function rulesPage(deps: Deps, c: Ctx, form: Sent, status: 200 | 422 = 200): Promise<Response> {
  const mayChangeFirst = hasRole(c.var.viewer, 'admin')
  return moderationPage(
    deps,
    c,
    'rules',
    <Rules {...form} first={deps.hub.settings.holdComments} mayChangeFirst={mayChangeFirst} />,
    status,
  )
}
