/** Pages whose address is itself a key: for minutes, for days, or as long as what it opens is kept. */
const rooms = [
  ...['setup', 'invitation', 'mot-de-passe', 'confirmer', 'demandes', 'alertes', 'facilitation/demandes'],
  ...[
    'billet',
    'stand',
    'projets',
    'jury',
    'soutiens',
    'rappels',
    'verifications',
    'interventions',
    'assemblees/confirmer',
  ],
].join('|')
const keyed = new RegExp(`^/(${rooms})(/|$)`)

export const carriesSecret = (path: string): boolean => keyed.test(path)

/** The path as a log may keep it. */
export const pathForLog = (path: string): string => {
  const [, room] = keyed.exec(path) ?? []
  return room === undefined ? path : `/${room}/…`
}
