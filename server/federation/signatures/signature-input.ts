/** The one signature of a request, as `Signature-Input` describes it. */
export interface SignatureInput {
  label: string
  /** Lower case, none twice, none with parameters of its own. */
  components: string[]
  parameters: Readonly<Partial<Record<string, string | number>>>
}

/**
 * Reads a `Signature-Input` of exactly one member, strictly: a doubled label, component or parameter, a component
 * with parameters (`;req`, `;bs`) or a stray character refuses it. Structured fields let the last of two win, which
 * is how two readers come to see two messages. https://www.rfc-editor.org/rfc/rfc9421#section-4.1
 */
export function readSignatureInput(header: string): SignatureInput | null {
  const [, label, list, rest] = member.exec(header) ?? []
  if (label === undefined || list === undefined || rest === undefined) return null
  const components = list === '' ? [] : list.split(' ').map((item) => item.slice(1, -1))
  if (new Set(components).size !== components.length) return null
  const parameters = readParameters(rest)
  return parameters === null ? null : { label, components, parameters }
}

/** Reads a `Signature` of exactly one member. */
export function readSignature(header: string): { label: string; base64: string } | null {
  const [, label, base64] = /^([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]+={0,2}):$/.exec(header) ?? []
  return label === undefined || base64 === undefined ? null : { label, base64 }
}

const member = /^([a-z*][a-z0-9_.*-]*)=\(((?:"[@a-z0-9-]+"(?: "[@a-z0-9-]+")*)?)\)((?:;.*)?)$/

function readParameters(text: string): SignatureInput['parameters'] | null {
  const found = new Map<string, string | number>()
  const parameter = /; *([a-z*][a-z0-9_.*-]*)=(?:"([^"\\]*)"|(\d{1,12}))/y
  while (parameter.lastIndex < text.length) {
    const [, name, quoted, bare] = parameter.exec(text) ?? []
    const value = quoted ?? (bare === undefined ? undefined : Number(bare))
    if (name === undefined || value === undefined || found.has(name)) return null
    found.set(name, value)
  }
  return Object.fromEntries(found)
}
