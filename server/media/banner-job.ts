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
  /** `hub.example` */
  host: string
}

/** What https://ogp.me readers crop least. */
export const bannerSize = { width: 1200, height: 630 }
