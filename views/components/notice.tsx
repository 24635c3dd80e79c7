import type { Child } from 'hono/jsx'
import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

export interface NoticeProps {
  kind?: NoticeKind | undefined
  title?: string | undefined
  /** `alert` only for what appeared because of the reader's last act. */
  role?: 'alert' | 'status' | undefined
  children?: Child
}

const iconOf = {
  info: 'info',
  success: 'circle-check',
  warning: 'triangle-alert',
  error: 'circle-alert',
} as const satisfies Record<NoticeKind, IconName>

export const Notice = ({ kind = 'info', title, role, children }: NoticeProps) => (
  <div class={`notice notice-${kind}`} role={role}>
    <Icon name={iconOf[kind]} />
    <div class="notice-text">
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
)
