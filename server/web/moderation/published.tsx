import { PublishedBlocks, publishedTexts } from '../../../views/moderation/published-blocks.tsx'
import type { Deps } from '../../deps.ts'
import { pageNumber } from '../../entries/list.ts'
import { blocksOnPage, publishedBlocks } from '../../moderation/block-store.ts'
import { obfuscated } from '../../moderation/blocklist.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'

export const publishedPath = '/serveurs-bloques'

/** Which servers are blocked, and why, where the hub says so: whoever looks for their own can find it, no search engine. */
export const showPublishedBlocks = (deps: Deps) => async (c: Ctx) => {
  const { settings, origin } = deps.hub
  if (settings.blocksShown !== 'everyone')
    throw new Refusal('absent', 'This hub does not publish its blocks.')
  const number = pageNumber(c.req.query('page'))
  const rows = await publishedBlocks(deps.db, {
    limit: blocksOnPage + 1,
    offset: (number - 1) * blocksOnPage,
  })
  const blocks = rows.slice(0, blocksOnPage).map((row) => ({
    ...{ severity: row.severity, rejectMedia: row.rejectMedia, rejectReports: row.rejectReports },
    name: row.obfuscate ? obfuscated(row.target) : row.target,
    isObfuscated: row.obfuscate,
    comment: row.publicComment,
    at: row.createdAt,
  }))
  return page(
    deps,
    c,
    {
      title: publishedTexts[c.var.locale].title,
      canonical: origin + publishedPath,
      robots: 'noindex',
    },
    <PublishedBlocks
      blocks={blocks}
      chosen={settings.federation === 'chosen'}
      page={number}
      more={rows.length > blocksOnPage}
    />,
  )
}
