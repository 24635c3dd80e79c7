/** What is used of it here; it brings no types of its own. */
declare module '@peertube/http-signature' {
  interface Parsed {
    keyId: string
    algorithm: string
    signingString: string
  }
  interface Incoming {
    method: string
    url: string
    httpVersion: string
    headers: Record<string, string>
  }
  const library: {
    parseRequest(request: Incoming, options: { headers: string[]; clockSkew?: number }): Parsed
    verifySignature(parsed: Parsed, publicKeyPem: string): boolean
  }
  export default library
}
