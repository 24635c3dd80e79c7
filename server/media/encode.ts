import { Refusal } from '../refusal.ts'
import { isAnswer, type Answer, type Job } from './job.ts'
import { program } from './program.ts'
import { queue } from './queue.ts'

export type { Encoded, Size, Unfit } from './job.ts'

/** One picture at once is all the memory allowed; who waits longest waits for some seconds. */
const turns = queue(1, 20, () => new Refusal('unavailable', 'Too many images at once.', { retryAfter: 10 }))

const ask = program('encoder', isAnswer)

/**
 * A picture in each of the sizes, largest first. Wrong pictures are values; a machine that has no time for
 * one is a refusal.
 */
export const encode = (job: Job): Promise<Answer> =>
  turns.run(async () => {
    const answer = await ask(job)
    return answer === 'gone' ? 'unusable' : answer === 'too-long' ? 'too-large' : answer
  })
