const local = /^\/ap\/objects\/([0-9a-f-]{36})$/

/** Ours by the id in their path, those of other servers by their full id. */
export function split(objectIds: readonly string[]): { ids: string[]; apIds: string[] } {
  return {
    ids: objectIds.flatMap((objectId) => local.exec(objectId)?.[1] ?? []),
    apIds: objectIds.filter((objectId) => !local.test(objectId)),
  }
}
