import type { Database } from './open.ts'

/**
 * A query of the hot paths, written into SQL once for each database instead of at each request. What changes from one
 * request to the next are `sql.placeholder`s.
 */
export function prepared<Query>(build: (read: Database['read']) => Query): (db: Database) => Query {
  const made = new WeakMap<Database, Query>()
  return (db) => {
    const known = made.get(db)
    if (known !== undefined) return known
    const query = build(db.read)
    made.set(db, query)
    return query
  }
}
