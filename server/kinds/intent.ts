interface Flow {
  action: 'transfer' | 'deliverService'
  /** What sort of thing it is: any address that names one. */
  conformsTo: string
  /** Any amount, where none is said. */
  amount?: number | undefined
}

/** https://www.wikidata.org/wiki/Q4916, the euro. */
export const euro = 'https://www.wikidata.org/wiki/Q4916'

/**
 * One half of an exchange that is proposed, in the words of Valueflows (FEP-0837). Numbers are texts, and countable
 * things have the unit `one`, as the FEP writes them.
 */
export const intent = (id: string, { action, conformsTo, amount }: Flow): Record<string, unknown> => ({
  id,
  type: 'Intent',
  action,
  resourceConformsTo: conformsTo,
  resourceQuantity: {
    hasUnit: 'one',
    ...(amount === undefined ? {} : { hasNumericalValue: String(amount) }),
  },
})
