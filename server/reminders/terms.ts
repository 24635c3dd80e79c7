const day = 86_400_000

/** Before what closes by itself. */
export const before = 7 * day
/** What was published only a little earlier needs no reminder: whoever wrote it remembers. */
export const youngest = 14 * day
/** Nobody has touched it, and nothing says when it ends. */
export const staleAfter = 182 * day
/** After an event: whoever writes minutes has had time to begin; much later nobody remembers what was said. */
export const minutesAfter = 2 * day
export const minutesUntil = 30 * day
/** How long the link of a letter opens. */
export const linkFor = 60 * day
/** How long it is known who was reminded of what. */
export const keptFor = 400 * day
