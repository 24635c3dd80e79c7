/** Two rings, one in the other: a maillon. The hub's name always stands beside it. */
export const LogoMark = () => (
  <svg class="logo" viewBox="0 0 48 48" width="36" height="36" aria-hidden="true">
    <circle class="logo-two" cx="31" cy="24" r="12.5" />
    <circle class="logo-one" cx="17" cy="24" r="12.5" />
    <path class="logo-two" d="M20.64 17.01A12.5 12.5 0 0 1 28.4 11.77" />
  </svg>
)

export interface Logo {
  src: string
  width: number
  height: number
}

/**
 * What the hub shows itself by: its own picture, or the mark of the software. Its name stands beside it, so the picture
 * says nothing of its own (https://www.w3.org/WAI/tutorials/images/decorative/).
 */
export const HubLogo = ({ logo }: { logo: Logo | null | undefined }) =>
  logo === null || logo === undefined ? (
    <LogoMark />
  ) : (
    <img class="brand-logo" src={logo.src} alt="" width={logo.width} height={logo.height} />
  )
