const day = 86_400_000

/** One reminder, and no more. */
export const remindAfter = 14 * day
/** How long the link of a letter opens; whoever publishes can answer on the site all the same. */
export const linkFor = 60 * day
/** A question that nobody answers is asked again after a year. */
export const askAgainAfter = 365 * day
/** How long it is known who was asked, once it is answered. */
export const keptFor = 365 * day

/** When an answer does not say otherwise, one asks again half a year later. */
export const monthsBetween = 6
