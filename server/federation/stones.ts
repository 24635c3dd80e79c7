/**
 * The stone of what was deleted before it came, or by somebody who never said it: it counts for its sender alone, so
 * that nobody erases in advance what a neighbour on the same host will say. A space is in no address.
 */
export const earlyStone = (senderId: string, objectId: string): string => `${senderId} ${objectId}`
