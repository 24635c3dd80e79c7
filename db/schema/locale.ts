import { text } from 'drizzle-orm/sqlite-core'

/**
 * The language somebody reads in. The type names those of the house, as everywhere; what stands here may be the tag of
 * another that the hub knows or knew, and SQLite holds any text.
 */
export const readIn = () => text({ enum: ['fr', 'en'] })
