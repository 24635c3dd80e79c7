import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import type { House } from '../wire.ts'
import { noteOf, requestSchema, type answerSchema } from './ask.ts'
import { perform } from './perform.ts'

/** A Unix socket's path holds 107 bytes at most; longer ones are cut without an error. */
const longestPath = 100

/** The caller holds the lock, so a socket that is already there belongs to nobody. */
export async function listenForCommands(house: House): Promise<{ close(): Promise<void> }> {
  const path = claimPath(house.deps.config.dataDir)
  const open = new Set<Socket>()
  // Half open: the asker has said everything, and still listens.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    // Somebody pressed Ctrl-C: the command goes on to its end, unheard.
    socket.on('error', () => socket.destroy())
    answer(house, socket).catch((error: unknown) =>
      house.deps.log.error({ err: error }, 'a command was cut off'),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Node binds at once, inside this call: the socket never exists with other rights.
    const before = process.umask(0o177)
    server.listen(path, resolve)
    process.umask(before)
  })
  chmodSync(path, 0o600)
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of open) socket.destroySoon()
      await closed
      forgetPath(house.deps.config.dataDir)
    },
  }
}

async function answer(house: House, socket: Socket): Promise<void> {
  const tell = (message: z.infer<typeof answerSchema>): void => {
    if (socket.writable) socket.write(`${JSON.stringify(message)}\n`)
  }
  for await (const text of createInterface({ input: socket })) {
    const { words, stdin, cwd } = requestSchema.parse(JSON.parse(text))
    tell(await perform(house, words, { stdin, cwd, say: (line) => tell({ line }) }))
    break
  }
  socket.end()
}

/** In the data directory, or in a private folder noted there when that path is too long. */
function claimPath(dataDir: string): string {
  forgetPath(dataDir)
  const own = join(dataDir, 'socket')
  if (Buffer.byteLength(own) <= longestPath) return own
  const folder = mkdtempSync(join(tmpdir(), 'maillon-'))
  writeFileSync(noteOf(dataDir), join(folder, 'socket'), { mode: 0o600 })
  return join(folder, 'socket')
}

function forgetPath(dataDir: string): void {
  const note = noteOf(dataDir)
  const noted = existsSync(note) ? readFileSync(note, 'utf8') : ''
  if (/\/maillon-[a-zA-Z0-9]{6}\/socket$/.test(noted))
    rmSync(dirname(noted), { recursive: true, force: true })
  rmSync(note, { force: true })
  rmSync(join(dataDir, 'socket'), { force: true })
}
