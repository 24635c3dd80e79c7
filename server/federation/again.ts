import { isConflict } from '../refusal.ts'

/** Two commands that meet are told so by the database; read again, they usually agree. */
export async function again<Result>(attempt: () => Promise<Result>, tries = 3): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await attempt()
    } catch (error) {
      if (count === tries || !isConflict(error)) throw error
    }
  }
}
