import { exportJwk, generateCryptoKeyPair } from '@fedify/fedify'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer, type Measured } from './process.ts'

/** The peer of `fedify-peer.ts`, anew on an empty database at each start. */
export interface Peer {
  start(): Promise<Measured>
  clear(): void
}

export async function preparePeer(wanted: {
  port: number
  living: readonly string[]
  mixed: readonly string[]
}): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-bench-peer-'))
  const pair = await generateCryptoKeyPair('RSASSA-PKCS1-v1_5')
  const keys = { public: await exportJwk(pair.publicKey), private: await exportJwk(pair.privateKey) }
  let starts = 0
  return {
    async start() {
      starts += 1
      const settings = join(folder, `settings-${starts}.json`)
      const followers = { emplois: wanted.living, ressources: wanted.mixed }
      writeFileSync(settings, JSON.stringify({ database: join(folder, `${starts}.db`), keys, followers }))
      const args = [join(import.meta.dirname, 'fedify-peer.ts')]
      return startServer({ args, env: { SETTINGS: settings, NODE_ENV: 'production' }, port: wanted.port })
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}
