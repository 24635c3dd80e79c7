import { ConfigFault } from '../config.ts'
import { Refusal } from '../refusal.ts'
import { UsageFault } from './verb.ts'

/** How a command ended: 0 done, 1 refused or failed, 2 not understood. */
export interface Outcome {
  code: 0 | 1 | 2
  /** For stderr. */
  complaints: string[]
}

/** `unexpected` is told what is a bug, or a broken machine, and no answer to what was asked. */
export async function outcomeOf(
  act: () => Promise<void>,
  unexpected: (error: unknown) => void,
): Promise<Outcome> {
  try {
    await act()
    return { code: 0, complaints: [] }
  } catch (error) {
    if (error instanceof UsageFault)
      return { code: 2, complaints: [error.message, 'See: npm run -s maillon -- help'] }
    if (error instanceof Refusal) {
      const fields = Object.entries(error.fields).map(([name, fault]) => `  ${name}: ${fault}`)
      return { code: 1, complaints: [error.message, ...fields] }
    }
    if (!(error instanceof ConfigFault)) unexpected(error)
    return { code: 1, complaints: [error instanceof Error ? error.message : String(error)] }
  }
}
