/** A stretch of text that both have, or that only the former or only the later has. */
export interface Stretch {
  is: 'same' | 'gone' | 'new'
  text: string
}

/** Of words by words. Of longer texts what differs in the middle is shown whole: any visitor may ask for it. */
const mostCells = 1_000_000

/**
 * What became of a text, word by word: the longest common subsequence, after what both begin and end with. Texts here
 * are parts of a specification, a few hundred words long, for which the plain table is quick enough.
 */
export function wordDiff(former: string, later: string): Stretch[] {
  const [before, after] = [wordsOf(former), wordsOf(later)]
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail += 1
  return joined([
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ])
}

/** Words, signs and spaces: put together again they are the text. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}]+|\s+|./gsu) ?? []

const same = (text: string): Stretch => ({ is: 'same', text })
const gone = (text: string): Stretch => ({ is: 'gone', text })
const fresh = (text: string): Stretch => ({ is: 'new', text })

function middle(before: readonly string[], after: readonly string[]): Stretch[] {
  if (before.length * after.length > mostCells) return [...before.map(gone), ...after.map(fresh)]
  const width = after.length + 1
  // lengths[i * width + j]: of what before[i…] and after[j…] have in common.
  const lengths = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const found: Stretch[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]]
    if (left !== undefined && left === right) {
      found.push(same(left))
      i += 1
      j += 1
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push(gone(left))
      i += 1
    } else {
      found.push(fresh(right ?? ''))
      j += 1
    }
  }
  return found
}

/**
 * Neighbours of one sort as one stretch; spaces alone between two changes belong to both, so that a rewritten sentence
 * is heard as one change and not word for word.
 */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = []
  let [out, put] = ['', '']
  const flush = (): void => {
    if (out !== '') whole.push(gone(out))
    if (put !== '') whole.push(fresh(put))
    out = put = ''
  }
  stretches.forEach(({ is, text }, index) => {
    if (is === 'gone') out += text
    else if (is === 'new') put += text
    else if (out + put !== '' && text.trim() === '' && changes(stretches[index + 1])) {
      out += text
      put += text
    } else {
      flush()
      const last = whole.at(-1)
      if (last?.is === 'same') last.text += text
      else whole.push(same(text))
    }
  })
  flush()
  return whole
}

const changes = (stretch: Stretch | undefined): boolean => stretch !== undefined && stretch.is !== 'same'
