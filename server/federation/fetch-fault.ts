/** Why a request to another server came to nothing. Callers count these and go on quietly. */
export type FetchFaultKind =
  | 'url' // not an address at all, or one with a user and password in it
  | 'scheme' // neither https nor an allowed host
  | 'port'
  | 'own-host'
  | 'refused-address' // an IP literal, or a name that leads into a private network
  | 'blocked' // by a moderator of this hub
  | 'redirect'
  | 'too-large'
  | 'encoding'
  | 'timeout'
  | 'network'
  | 'status' // answered, but not with a document; `status` says how
  | 'content-type'
  | 'json'
  | 'id' // the document does not stand where it says it stands
  | 'closed'

export class FetchFault extends Error {
  readonly kind: FetchFaultKind
  /** What the other server answered, if it did. */
  readonly status: number | undefined

  constructor(kind: FetchFaultKind, message: string, more: { status?: number; cause?: unknown } = {}) {
    super(message, 'cause' in more ? { cause: more.cause } : undefined)
    this.name = 'FetchFault'
    this.kind = kind
    this.status = more.status
  }
}

/** Asked again later, the answer may be another: they were not reached, not ready, or we were too quick. */
export const mayPass = ({ kind, status = 0 }: FetchFault): boolean =>
  kind === 'network' || kind === 'timeout' || kind === 'closed' || status >= 500 || status === 429
