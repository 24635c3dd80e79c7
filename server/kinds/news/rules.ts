import type { Fault } from '../faults.ts'
import type { NewsFields } from './fields.ts'

/** What we ask of our own editors: something to read. Of minutes, what was decided will do. */
export const rules = ({ decisions }: NewsFields, { words }: { words: boolean }): Fault[] =>
  words || decisions !== null ? [] : [{ field: 'summary', code: 'words', from: ['decisions'] }]
