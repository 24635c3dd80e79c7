import type { WholeEntry } from '../entries/whole.ts'
import { fields as commitmentFields } from '../kinds/commitment/fields.ts'
import { fields as proposalFields } from '../kinds/proposal/fields.ts'
import { catalogue, localeOf } from '../../views/language.tsx'
import type { CheckAnswer } from './input.ts'

/** What an answer adds to what is known. Whoever does not know adds nothing, and the status stays what it was. */
export function noted(
  { kind, fields, envelope }: WholeEntry,
  given: CheckAnswer,
  { today, by }: { today: string; by: string },
): Record<string, unknown> {
  const { answer } = given
  if (answer === 'unsure' || answer === 'same') return fields
  if (kind.name === 'commitment') {
    const before = commitmentFields.parse(fields)
    const { value, source, url, what } = given
    const measure = { day: given.day ?? today, value, source, url, note: what }
    return { ...before, measures: [...before.measures, measure] }
  }
  if (answer === 'measured') return fields
  const before = proposalFields.parse(fields)
  const what = given.what ?? words[localeOf(envelope.language) ?? 'fr'][answer]
  return {
    ...before,
    status: answer,
    evidence: [...before.evidence, { day: today, what, by: given.by ?? by, url: given.url }],
  }
}

/** Said on the page when the answer came without words, in the language of the page. */
const words = catalogue('server/checks/noted', {
  fr: {
    asked: 'Vérification\u00a0: toujours demandé, aucune réponse connue.',
    answered: 'Vérification\u00a0: une réponse a été donnée.',
    accepted: 'Vérification\u00a0: accepté.',
    refused: 'Vérification\u00a0: refusé.',
    done: 'Vérification\u00a0: fait.',
  },
  en: {
    asked: 'Check: still asked for, no answer known.',
    answered: 'Check: an answer was given.',
    accepted: 'Check: accepted.',
    refused: 'Check: refused.',
    done: 'Check: done.',
  },
})
