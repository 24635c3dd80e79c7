// What stands inside an entry and can be asked for on its own: a lot of a tender.

/** `{ part: 'lots', number: 3 }` */
export interface Inside {
  part: string
  number: number
}

/** The federation adds author, addressing, url and dates. */
export interface InsideObject {
  id: string
  type: string
  [property: string]: unknown
}
