import { events } from '../../db/schema/entries.ts'
import { known } from '../support/publish.ts'
import type { ApiHub } from './hub.ts'

/** What a program sends to publish a job. */
export const job = (change: Record<string, unknown> = {}) => ({
  kind: 'job',
  title: 'Chef·fe de chantier',
  summary: 'Encadrer une équipe',
  body: 'Venez **nombreux**.',
  language: 'fr',
  licence: 'CC-BY-4.0',
  place: '92036',
  tags: ['insertion', 'bâtiment'],
  fields: known('job').sample,
  publish: true,
  ...change,
})

/** What the federation was told of an entry, in order. */
export const eventsOf = async ({ deps }: Pick<ApiHub, 'deps'>, id: string): Promise<string[]> =>
  (await deps.db.read.select().from(events)).filter(({ subject }) => subject === id).map(({ type }) => type)
