/** Enough that the clock of the processor sees it. */
const atLeast = 2_000

/**
 * Processor time of one call in microseconds: the least of several rounds, each of as many calls as can be measured.
 * What else the machine does meanwhile is not counted, and a slow machine is slow for every length alike.
 */
export async function effort(work: () => unknown): Promise<number> {
  let calls = 1
  await work()
  while ((await spent(work, calls)) < atLeast) calls *= 4
  const rounds: number[] = []
  for (let round = 0; round < 5; round++) rounds.push((await spent(work, calls)) / calls)
  return Math.min(...rounds)
}

async function spent(work: () => unknown, calls: number): Promise<number> {
  const before = process.cpuUsage()
  for (let call = 0; call < calls; call++) await work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}
