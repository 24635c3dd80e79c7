/** At most `slots` tasks at once and `most` waiting; who comes after that is refused. */
export function queue(slots: number, most: number, refusal: () => Error) {
  let running = 0
  const waiting: (() => void)[] = []
  return {
    async run<Result>(task: () => Promise<Result>): Promise<Result> {
      if (running >= slots) {
        if (waiting.length >= most) throw refusal()
        await new Promise<void>((resolve) => waiting.push(resolve))
      } else running += 1
      try {
        return await task()
      } finally {
        // The slot is handed over, or given back.
        const next = waiting.shift()
        if (next === undefined) running -= 1
        else next()
      }
    },
  }
}
