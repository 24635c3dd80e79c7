/**
 * A structure of data·inclusion, schema v1: written by hand from the published format
 * (https://github.com/gip-inclusion/data-inclusion-schema), for the fields that we give and no others. The codes of
 * networks are those that we write.
 */
export const dataInclusionStructure = {
  type: 'object',
  required: ['source', 'id', 'nom', 'date_maj'],
  additionalProperties: false,
  properties: {
    source: { type: 'string', minLength: 1 },
    id: { type: 'string', pattern: '^.+--.+$' },
    // It never ends with a full stop.
    nom: { type: 'string', minLength: 3, maxLength: 150, pattern: '(etc\\.|[^.])$' },
    date_maj: { type: 'string', pattern: '^20\\d{2}-\\d{2}-\\d{2}$' },
    lien_source: { type: 'string', pattern: '^https?://' },
    description: { type: 'string', minLength: 5, maxLength: 10_000 },
    siret: { type: 'string', pattern: '^\\d{14}$' },
    commune: { type: 'string' },
    code_insee: { type: 'string', pattern: '^\\w{5}$' },
    adresse: { type: 'string' },
    telephone: { type: 'string' },
    courriel: { type: 'string', pattern: '@' },
    site_web: { type: 'string', pattern: '^https?://' },
    reseaux_porteurs: {
      type: 'array',
      uniqueItems: true,
      items: {
        enum: [
          ...['chantier-ecole', 'coorace', 'emmaus', 'federation-des-acteurs-de-la-solidarite'],
          ...['france-active', 'geiq', 'ressourceries', 'unea'],
        ],
      },
    },
  },
}
