// What icon.ts and the program icon-program.ts say to each other.

/** The square by which a telephone, a tab or a bookmark shows the hub. */
export interface HubIcon {
  /** In pixels. */
  side: number
  /**
   * It will be cut to a shape that only the telephone knows: all that matters stays in the circle that no shape cuts
   * (https://www.w3.org/TR/appmanifest/#icon-masks).
   */
  masked: boolean
  /** ‘#1d5c4d’: the hub's own, by day. */
  hue: string
  /** Its number; null: the mark of the software, in the hub's colour. */
  logo: string | null
}

export interface IconJob {
  icon: HubIcon
  /** As encoder.ts wrote it. */
  logo: Uint8Array | null
}
