/** The words of a kind, in one language. */
export interface KindTexts {
  /** « Offre d’emploi » */
  one: string
  /** « Offres d’emploi »: the list's title. */
  many: string
  /** « 12 offres d’emploi » */
  count: { one: string; other: string }
  /** « Publier une offre d’emploi » */
  create: string
  /** What its title is called where that is another word, in the editor. */
  title?: { label: string; hint: string }
  /** Said in place of ‘(facultatif)’ where a summary or a text is needed. */
  eitherOf?: { summary: string; body: string }
  /** One sentence under the list's title. */
  lede: string
  /** What an empty list says. */
  empty: string
  /** Past the closing date or closed: « Pourvue », « Terminé »… */
  closed: string
  /** What each of its fields is called, by name. */
  fields: Readonly<Record<string, string>>
  /** Of its lists of records: what one of them is called (« Lot »), and each of its fields. */
  parts?: Readonly<Record<string, { one: string; fields: Readonly<Record<string, string>> }>>
}
