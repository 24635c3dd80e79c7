import type { Entry } from '../entries/load.ts'
import { isSiret } from '../kinds/organisation/identifiers.ts'
import { listOf, textIn } from '../kinds/received.ts'
import { positionOf } from '../places/position.ts'
import { foldTag } from '../text/fold.ts'
import { plainText } from '../text/html.ts'

/**
 * A structure as data·inclusion takes it (schema v1: https://github.com/gip-inclusion/data-inclusion-schema). What is not
 * known is left out. A name that the schema cannot take (under three letters) leaves the organisation out.
 */
export interface Structure {
  source: string
  /** The source, two dashes, and our own id. */
  id: string
  nom: string
  date_maj: string
  lien_source: string
  description?: string
  siret?: string
  commune?: string
  code_insee?: string
  latitude?: number
  longitude?: number
  adresse?: string
  telephone?: string
  courriel?: string
  site_web?: string
  reseaux_porteurs?: string[]
}

export function structureOf({ envelope, fields }: Entry, origin: string): Structure | null {
  const nom = nameOf(envelope.title)
  if (nom.length < 3 || fields === null) return null
  const source = new URL(origin).host.replace(/[^a-z0-9.-]+/gi, '-')
  const siret = textIn(fields, 'siret')
  const description = descriptionOf(envelope)
  const networks = networksOf(fields)
  const commune = envelope.placeLabel?.replace(/ \([^)]*\)$/, '') ?? null
  return {
    source,
    id: `${source}--${envelope.id}`,
    nom,
    date_maj: new Date(envelope.updatedAt).toISOString().slice(0, 10),
    lien_source: envelope.url,
    ...(description.length >= 5 && { description }),
    ...(siret !== null && isSiret(siret) && { siret }),
    ...(commune !== null && { commune }),
    ...(envelope.placeCode !== null && { code_insee: envelope.placeCode }),
    ...positionOf(envelope),
    ...known('adresse', textIn(fields, 'address')),
    ...known('telephone', textIn(fields, 'phone')),
    ...known('courriel', textIn(fields, 'email')),
    ...known('site_web', textIn(fields, 'website')),
    ...(networks.length > 0 && { reseaux_porteurs: networks }),
  }
}

/** It never ends with a full stop; ‘etc.’ may. */
const nameOf = (title: string): string =>
  (title.endsWith('etc.') ? title : title.replace(/[.\s]+$/, '')).slice(0, 150)

const descriptionOf = ({ summary, html }: Entry['envelope']): string =>
  [summary, plainText(html)]
    .filter((text) => text.trim() !== '')
    .join('\n\n')
    .slice(0, 10_000)

const known = <Name extends string>(name: Name, value: string | null) =>
  value === null ? {} : { [name]: value }

/** The networks that the schema has a code for, as their names are written; others have no place in it. */
const codes: Readonly<Record<string, string>> = {
  coorace: 'coorace',
  federationcoorace: 'coorace',
  chantierecole: 'chantier-ecole',
  reseauchantierecole: 'chantier-ecole',
  emmaus: 'emmaus',
  federationdesacteursdelasolidarite: 'federation-des-acteurs-de-la-solidarite',
  franceactive: 'france-active',
  geiq: 'geiq',
  ressourceries: 'ressourceries',
  unea: 'unea',
  unionnationaledesentreprisesadaptees: 'unea',
}

function networksOf(fields: Readonly<Record<string, unknown>>): string[] {
  const named = listOf(fields['networks']).flatMap((name) => codes[foldTag(String(name))] ?? [])
  return [...new Set([...named, ...(fields['structure'] === 'geiq' ? ['geiq'] : [])])].toSorted()
}
