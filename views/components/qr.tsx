/** A QR code as one path, in squares of one unit, with the white margin that readers need. */
export interface Code {
  size: number
  path: string
}

/** Black on white at night too: readers know nothing else. */
export const QrCode = ({ code, label }: { code: Code; label: string }) => (
  <svg
    class="qr"
    viewBox={`0 0 ${code.size} ${code.size}`}
    role="img"
    aria-label={label}
    shape-rendering="crispEdges"
  >
    <path class="qr-white" d={`M0 0h${code.size}v${code.size}H0z`} />
    <path d={code.path} />
  </svg>
)
