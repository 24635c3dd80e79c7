import { accepts } from 'hono/accepts'
import type { Ctx } from './env.ts'

const activityTypes = ['application/activity+json', 'application/ld+json']

/** Another server wants the document, not the page. A browser asks for HTML first, and `*` means it too. */
export const asksForActivity = (c: Ctx): boolean =>
  activityTypes.includes(
    accepts(c, { header: 'Accept', supports: ['text/html', ...activityTypes], default: 'text/html' }),
  )
