/** Pages whose address is itself a key: used once, for minutes or days. */
const keyed = /^\/(setup|invitation|mot-de-passe|confirmer)(\/|$)/

export const carriesSecret = (path: string): boolean => keyed.test(path)

/** The path as a log may keep it. */
export const pathForLog = (path: string): string => {
  const [, room] = keyed.exec(path) ?? []
  return room === undefined ? path : `/${room}/…`
}
