import { fork, type ChildProcess } from 'node:child_process'
import { extname, join } from 'node:path'

const longest = 20_000
const idle = 5_000

/** The program ended, or said what is no answer; or it was at it for too long. */
export type Fault = 'gone' | 'too-long'

/**
 * A program of this folder in a process of its own: heavy and rarely needed, so started with the first question and
 * ended when none has come for a while. It is asked one thing at a time.
 */
export function program<Answer>(
  name: string,
  isAnswer: (message: unknown) => message is Answer,
  env: Readonly<Record<string, string>> = {},
): (question: object) => Promise<Answer | Fault> {
  let running: ChildProcess | undefined
  let ending: NodeJS.Timeout | undefined

  function started(): ChildProcess {
    clearTimeout(ending)
    if (running !== undefined) return running
    const file = join(import.meta.dirname, `${name}${extname(import.meta.filename)}`)
    const child = fork(file, {
      serialization: 'advanced',
      execArgv: [],
      // It inherits no environment: there are secrets in it. glibc keeps less memory with a single arena.
      env: { MALLOC_ARENA_MAX: '1', ...env },
    })
    child.once('exit', () => {
      if (running === child) running = undefined
    })
    // Heard by whoever waits; an error that nobody hears would end the hub.
    child.on('error', () => undefined)
    running = child
    return child
  }

  function rest(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    ending = setTimeout(() => abandon(child), idle).unref()
  }

  /** Idle, hurt, or at work for too long on what may never end: the next question gets a new one. */
  function abandon(child: ChildProcess): void {
    if (running === child) running = undefined
    child.kill('SIGKILL')
  }

  return (question) => {
    const child = started()
    // A hub that stops waits for a picture under way, not for an idle program.
    child.ref()
    child.channel?.ref()
    return new Promise((resolve) => {
      const done = (answer: Answer | Fault, isWell: boolean) => {
        clearTimeout(timer)
        child.off('message', heard).off('exit', gone).off('error', gone)
        if (isWell) rest(child)
        else abandon(child)
        resolve(answer)
      }
      const heard = (message: unknown) => (isAnswer(message) ? done(message, true) : gone())
      const gone = () => done('gone', false)
      const timer = setTimeout(() => done('too-long', false), longest)
      child.on('message', heard).on('exit', gone).on('error', gone)
      child.send(question, (error) => error && gone())
    })
  }
}
