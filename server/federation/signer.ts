import type { Doors, Turned } from './doors.ts'
import type { Search } from './remote-keys.ts'
import { verifyRequest, type Proof, type SignedRequest } from './signatures/index.ts'

export type Signed = Extract<Proof, { ok: true }>

/** Whose key it is that a request names is asked before anything of theirs is fetched. */
export type Possible = (keyId: string) => boolean | Promise<boolean>

/** By whose key a request is signed. A signature that does not fit may mean a new key (rule 7). */
export async function signerOf(
  { deps, keys }: Doors,
  request: SignedRequest,
  isPossible: Possible,
): Promise<Signed | Turned> {
  let later: Turned | undefined
  let gone: string | undefined
  const by = (search: (keyId: string) => Promise<Search>) => async (keyId: string) => {
    if (!(await isPossible(keyId))) return null
    const found = await search(keyId)
    later = found.later
    if (found.gone === true) gone = keyId.replace(/#.*$/s, '')
    return found.key
  }
  const verified = (search: (keyId: string) => Promise<Search>): Promise<Proof> =>
    verifyRequest(request, { keyFor: by(search), now: deps.now(), ownOrigin: deps.hub.origin })
  const first = await verified(keys.keyFor)
  const proof = !first.ok && first.reason === 'signature' ? await verified(keys.renewed) : first
  return proof.ok ? proof : (later ?? { status: 401, reason: proof.reason, ...(gone && { gone }) })
}
