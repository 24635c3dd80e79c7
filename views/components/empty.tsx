import type { Child } from 'hono/jsx'
import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

export interface EmptyProps {
  icon: IconName
  /** What is not there: ‘Aucune offre ne correspond’. */
  title: string
  /** What to do about it: one or two sentences. */
  children?: Child
  /** The button or link that does it. */
  action?: Child
}

export const Empty = ({ icon, title, children, action }: EmptyProps) => (
  <div class="empty">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    {children}
    {action !== undefined && action !== false && <div class="actions">{action}</div>}
  </div>
)
