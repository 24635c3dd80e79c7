import { wordDiff, type Stretch } from '../../text/word-diff.ts'
import type { Specification } from './sections.ts'

/** A part or a criterion, in one version and in another. */
export interface Change {
  number: number
  is: 'same' | 'changed' | 'new' | 'gone'
  title: Stretch[]
  text: Stretch[]
}

export interface Comparison {
  sections: Change[]
  criteria: Change[]
}

interface Passage {
  number: number
  title: string
  text: string
}

/** Found again by their numbers, in the order of the later one; those that are gone stand last. */
export const compare = (
  former: Specification,
  later: Specification,
  words: { weight(weight: number | null): string },
): Comparison => {
  const criteria = (all: Specification['criteria']): Passage[] =>
    all.map(({ number, title, weight, description }) => ({
      number,
      title: `${title} (${words.weight(weight)})`,
      text: description ?? '',
    }))
  const sections = (all: Specification['sections']): Passage[] =>
    all.map(({ number, title, text }) => ({ number, title, text: text ?? '' }))
  return {
    sections: changes(sections(former.sections), sections(later.sections)),
    criteria: changes(criteria(former.criteria), criteria(later.criteria)),
  }
}

function changes(former: readonly Passage[], later: readonly Passage[]): Change[] {
  const before = new Map(former.map((one) => [one.number, one]))
  const after = new Set(later.map(({ number }) => number))
  return [
    ...later.map((one) => change(one.number, before.get(one.number), one)),
    ...former.filter(({ number }) => !after.has(number)).map((one) => change(one.number, one, undefined)),
  ]
}

function change(number: number, before: Passage | undefined, after: Passage | undefined): Change {
  const title = wordDiff(before?.title ?? '', after?.title ?? '')
  const text = wordDiff(before?.text ?? '', after?.text ?? '')
  const isSame = [...title, ...text].every((stretch) => stretch.is === 'same')
  return {
    ...{ number, title, text },
    is: before === undefined ? 'new' : after === undefined ? 'gone' : isSame ? 'same' : 'changed',
  }
}
