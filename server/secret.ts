import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { ConfigFault } from './config.ts'

/**
 * The instance secret, which encrypts the private keys at rest. It is made once: a hub that lost it must not get a
 * new one in silence, since it could no longer open its keys and every follower would be lost.
 */
export function openSecret(
  file: string,
  options: { mayMake: boolean; random: (bytes: number) => Buffer },
): Buffer {
  if (!existsSync(file)) {
    if (!options.mayMake)
      throw new ConfigFault([
        `SECRET_FILE ${file} is missing: put it back from a backup, its keys cannot be read`,
      ])
    writeDurably(file, `${options.random(32).toString('base64url')}\n`)
  }
  if ((statSync(file).mode & 0o007) !== 0)
    throw new ConfigFault([`SECRET_FILE ${file} can be read by everyone: chmod 600 it`])
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (secret.length < 32) throw new ConfigFault([`SECRET_FILE ${file} is not the secret of a hub`])
  return secret
}

/** Whole on the disk or not there at all: keys are sealed with it a moment later. */
function writeDurably(file: string, text: string): void {
  const draft = `${file}.new`
  const descriptor = openSync(draft, 'w', 0o600)
  writeSync(descriptor, text)
  fsyncSync(descriptor)
  closeSync(descriptor)
  renameSync(draft, file)
  const folder = openSync(dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}
