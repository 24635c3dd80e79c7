import type { Child } from 'hono/jsx'
import { Tabs } from '../components/tabs.tsx'
import { useTexts } from '../language.tsx'
import { moderationTexts } from './texts.ts'

export interface ModerationProps {
  here: 'held' | 'quotations' | 'reports' | 'blocks' | 'rules' | 'decisions'
  waiting: { comments: number; topics: number; reports: number; quotations: number }
  children?: Child
}

/** The frame of every page of moderation: what waits stands on its tab. */
export function Moderation({ here, waiting, children }: ModerationProps) {
  const t = useTexts(moderationTexts)
  const tabs = [
    { key: 'held', href: '/moderation', count: waiting.comments + waiting.topics },
    { key: 'quotations', href: '/moderation/citations', count: waiting.quotations },
    { key: 'reports', href: '/moderation/signalements', count: waiting.reports },
    { key: 'blocks', href: '/moderation/blocages' },
    { key: 'rules', href: '/moderation/regles' },
    { key: 'decisions', href: '/moderation/decisions' },
  ] as const
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <Tabs
        label={t.tabs}
        items={tabs.map(({ key, ...tab }) => ({ ...tab, label: t[key], current: key === here }))}
      />
      <div class="stack">{children}</div>
    </div>
  )
}
