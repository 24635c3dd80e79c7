import { fork, type ChildProcess } from 'node:child_process'
import { extname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import { isAnswer, type Answer, type Job } from './job.ts'
import { queue } from './queue.ts'

export type { Encoded, Size, Unfit } from './job.ts'

const longest = 20_000
const idle = 5_000

/** One picture at once is all the memory allowed; who waits longest waits for some seconds. */
const turns = queue(1, 20, () => new Refusal('unavailable', 'Too many images at once.', { retryAfter: 10 }))

/**
 * A picture in each of the sizes, largest first. Wrong pictures are values; a machine that has no time for
 * one is a refusal.
 */
export const encode = (job: Job): Promise<Answer> => turns.run(() => ask(encoder(), job))

let running: ChildProcess | undefined
let ending: NodeJS.Timeout | undefined

/** Heavy and rarely needed: started with the first picture, ended when none has come for a while. */
function encoder(): ChildProcess {
  clearTimeout(ending)
  if (running !== undefined) return running
  const program = join(import.meta.dirname, `encoder${extname(import.meta.filename)}`)
  // It inherits no environment: there are secrets in it. glibc keeps less memory with a single arena.
  const child = fork(program, { serialization: 'advanced', execArgv: [], env: { MALLOC_ARENA_MAX: '1' } })
  child.once('exit', () => {
    if (running === child) running = undefined
  })
  // Heard by whoever waits; an error that nobody hears would end the hub.
  child.on('error', () => undefined)
  running = child
  return child
}

function ask(child: ChildProcess, job: Job): Promise<Answer> {
  // A hub that stops waits for a picture under way, not for an idle encoder.
  child.ref()
  child.channel?.ref()
  return new Promise<Answer>((resolve) => {
    const done = (answer: Answer, isWell: boolean) => {
      clearTimeout(timer)
      child.off('message', heard).off('exit', gone).off('error', gone)
      if (isWell) rest(child)
      else abandon(child)
      resolve(answer)
    }
    const heard = (message: unknown) => (isAnswer(message) ? done(message, true) : gone())
    const gone = () => done('unusable', false)
    const timer = setTimeout(() => done('too-large', false), longest)
    child.on('message', heard).on('exit', gone).on('error', gone)
    child.send(job, (error) => error && gone())
  })
}

function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  ending = setTimeout(() => abandon(child), idle).unref()
}

/** Idle, hurt, or at work for too long on what may never end: the next picture gets a new one. */
function abandon(child: ChildProcess): void {
  if (running === child) running = undefined
  child.kill('SIGKILL')
}
