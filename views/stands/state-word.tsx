import { Badge } from '../components/badge.tsx'
import { useTexts } from '../language.tsx'
import { standTexts } from './texts.ts'

const looks = { asked: 'warning', waiting: 'neutral', accepted: 'good', refused: 'bad' } as const

export function StateWord({ state }: { state: keyof typeof looks }) {
  const t = useTexts(standTexts)
  return <Badge look={looks[state]}>{t.states[state]}</Badge>
}
