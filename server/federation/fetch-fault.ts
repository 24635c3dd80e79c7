/** Why a request to another server came to nothing. Callers count these and go on quietly. */
export const fetchFaultKinds = [
  'url', // not an address at all, or one with a user and password in it
  'scheme', // neither https nor an allowed host
  'port',
  'own-host',
  'refused-address', // an IP literal, or a name that leads into a private network
  'blocked', // by a moderator of this hub
  'redirect',
  'too-large',
  'encoding',
  'timeout',
  'network',
  'status', // answered, but not with a document; `status` says how
  'content-type',
  'json',
  'id', // the document does not stand where it says it stands
  'closed',
] as const
export type FetchFaultKind = (typeof fetchFaultKinds)[number]

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

/** How a connection failed, as far as the system says. */
export const connectionFaults = ['dns', 'no-server', 'certificate', 'certificate-expired', 'cut'] as const
export type ConnectionFault = (typeof connectionFaults)[number]

/** Why another server was not reached, or not understood: kept in `last_error` and the like. */
export type Reason = FetchFaultKind | ConnectionFault | `answered ${number}`

/** Closer than its kind, where that is known: what an administrator can do about it differs. */
export function reasonOf({ kind, status, cause }: FetchFault): Reason {
  if (status !== undefined) return `answered ${status}`
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return kind === 'network' ? (connectionFault(code) ?? kind) : kind
}

/** https://nodejs.org/api/errors.html#common-system-errors, https://nodejs.org/api/tls.html#x509-certificate-error-codes */
function connectionFault(code: string): ConnectionFault | undefined {
  if (code === 'CERT_HAS_EXPIRED') return 'certificate-expired'
  if (/CERT|SIGNATURE|^ERR_(TLS|SSL)_|^EPROTO$/.test(code)) return 'certificate'
  if (/^(ENOTFOUND|EAI_AGAIN|ENODATA)$/.test(code)) return 'dns'
  if (code === 'ECONNREFUSED') return 'no-server'
  return /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(code) ? 'cut' : undefined
}

/** Asked again later, the answer may be another: they were not reached, not ready, or we were too quick. */
export const mayPass = ({ kind, status = 0 }: FetchFault): boolean =>
  kind === 'network' || kind === 'timeout' || kind === 'closed' || status >= 500 || status === 429
