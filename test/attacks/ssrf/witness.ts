import { Socket } from 'node:net'

export interface Witness {
  /** `127.0.0.1:443`, one for each time that this process tried to open a socket, whoever listens there. */
  attempts: string[]
  stop(): void
}

/**
 * Sees every socket that this process tries to open, before anybody answers: a canary that listens on one port would
 * not see who knocks at another. What goes to `nobody` fails at once, whatever the network makes of it.
 */
export function watchSockets(nobody: string): Witness {
  const attempts: string[] = []
  const { connect } = Socket.prototype
  const watched = function (this: Socket, ...args: unknown[]): Socket {
    this.on('connectionAttempt', (ip: string, port: number) => {
      attempts.push(`${ip}:${port}`)
      if (ip === nobody) setImmediate(() => this.destroy(new Error('Nobody is there.')))
    })
    return Reflect.apply(connect, this, args)
  }
  Socket.prototype.connect = watched
  return { attempts, stop: () => void (Socket.prototype.connect = connect) }
}
