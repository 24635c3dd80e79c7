/** Asks again and again until there is an answer; what is slow today is still right, what never comes is named. */
export async function until<Found>(
  wanted: string,
  ask: () => Promise<Found | undefined | null | false> | Found | undefined | null | false,
  deadline = 15_000,
): Promise<Found> {
  const late = performance.now() + deadline
  for (;;) {
    const found = await ask()
    if (found !== undefined && found !== null && found !== false) return found
    if (performance.now() > late) throw new Error(`Waited in vain: ${wanted}.`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
