/** What can be done from one's own server, as addresses say it. */
export type ActName = 'suivre' | 'repondre' | 'partager' | 'aimer'

/** The page from which one acts from elsewhere; `/interagir` alone follows the hub. */
export function actHref(aim: {
  acte?: string | undefined
  compte?: string | undefined
  fiche?: string | undefined
  reponse?: string | undefined
}): string {
  const query = new URLSearchParams()
  for (const name of ['acte', 'compte', 'fiche', 'reponse'] as const)
    if (aim[name] !== undefined) query.set(name, aim[name])
  return query.size === 0 ? '/interagir' : `/interagir?${query.toString()}`
}

/** Of an account of ours, as others write it: `@emplois@hub.example`. */
export const followHref = (handle: string): string =>
  actHref({ acte: 'suivre', compte: handle.split('@')[1] })
