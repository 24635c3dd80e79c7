import type { Child } from 'hono/jsx'
import { Moderation, type ModerationProps } from '../../../views/moderation/frame.tsx'
import { moderationTexts } from '../../../views/moderation/texts.ts'
import type { Deps } from '../../deps.ts'
import { waiting } from '../../moderation/store.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

/** One tab of moderation. */
export const moderationPage = async (
  deps: Deps,
  c: Ctx,
  here: ModerationProps['here'],
  children: Child,
  status: 200 | 422 = 200,
): Promise<Response> => {
  const t = moderationTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: here === 'held' ? t.title : `${t[here]} – ${t.title}`, status },
    <Moderation here={here} waiting={await waiting(deps.db)}>
      {children}
    </Moderation>,
  )
}
