// What banner.ts and the program banner-program.ts say to each other.

/** What a link card shows of a page, in words; how they are set is banner-program.ts's. */
export interface Banner {
  /** ‘Offre d’emploi’, and what of it is to be known first: ‘Pourvue’. */
  kind: { label: string; hue: string; tint: string } | null
  over: string | null
  title: string
  by: string
  /** ‘Gennevilliers (92)’, ‘Jusqu’au 12 décembre’ */
  facts: readonly string[]
  hub: string
  /** What this hub shows itself by: the colours of its pages by day, and the number of its logo in place of the mark. */
  look: { hue: string; tint: string; logo: string | null }
  /** `hub.example` */
  host: string
}

/** The banner, and its logo as it lies on the disk. */
export interface BannerJob {
  banner: Banner
  logo: Uint8Array | null
}

/** What https://ogp.me readers crop least. */
export const bannerSize = { width: 1200, height: 630 }
