import { listFolder, remove } from './files.ts'

/** Counts what is added, and looks at the folder only when the count says it may be over. */
export function pruning(folder: string, cacheBytes: number): (added: number) => Promise<void> {
  let total: number | null = null
  return async (added) => {
    total = total === null ? Infinity : total + added
    if (total <= cacheBytes) return
    const kept = (await listFolder(folder)).sort((a, b) => a.usedAt - b.usedAt)
    total = kept.reduce((sum, { bytes }) => sum + bytes, 0)
    for (const { name, bytes } of kept) {
      // Room to spare, so that the next picture does not read the folder again.
      if (total <= cacheBytes * 0.9) break
      await remove(folder, name)
      total -= bytes
    }
  }
}
