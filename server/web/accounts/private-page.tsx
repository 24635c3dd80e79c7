import type { Child } from 'hono/jsx'
import type { Deps } from '../../deps.ts'
import type { Ctx } from '../env.ts'
import { page, type PageProps } from '../page.tsx'
import { SpentLink } from '../../../views/accounts/reset.tsx'
import { entryTexts } from '../../../views/accounts/entry-texts.ts'

/** A page that concerns one person: kept by no cache, found by no search engine. */
export async function privatePage(deps: Deps, c: Ctx, props: PageProps, children: Child): Promise<Response> {
  const response = await page(deps, c, { robots: 'noindex', ...props }, children)
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** A link that was used, replaced or forgotten. */
export const spentLink = (deps: Deps, c: Ctx, was: 'invitation' | 'letter' = 'letter'): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: entryTexts[c.var.locale].spent.title, status: 410 },
    <SpentLink was={was} hasMail={deps.mailer !== null} />,
  )
