import { existsSync, readFileSync } from 'node:fs'
import { createConnection, type Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Outcome } from './outcome.ts'

/**
 * How a command reaches the running server: a Unix socket that only the server's own user can open. One line of JSON
 * asks; lines of JSON answer, the last one being the outcome.
 */
export const requestSchema = z.object({ words: z.array(z.string()), stdin: z.string(), cwd: z.string() })
export type Request = z.infer<typeof requestSchema>

export const answerSchema = z.union([
  z.object({ line: z.string() }),
  z.object({ code: z.union([z.literal(0), z.literal(1), z.literal(2)]), complaints: z.array(z.string()) }),
])

/** Names the socket, where the data directory's own path is too long for one. */
export const noteOf = (dataDir: string): string => join(dataDir, 'socket.path')

/** Null: no server runs on this data directory, or it is only starting. */
export async function askServer(
  dataDir: string,
  request: Request,
  say: (line: string) => void,
): Promise<Outcome | null> {
  const socket = await connect(currentPath(dataDir))
  if (socket === null) return null
  socket.end(`${JSON.stringify(request)}\n`)
  for await (const text of createInterface({ input: socket })) {
    const answer = answerSchema.parse(JSON.parse(text))
    if ('code' in answer) return answer
    say(answer.line)
  }
  return { code: 1, complaints: ['The server stopped before it had answered.'] }
}

function connect(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path, allowHalfOpen: true })
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
  })
}

function currentPath(dataDir: string): string {
  const note = noteOf(dataDir)
  return existsSync(note) ? readFileSync(note, 'utf8') : join(dataDir, 'socket')
}
