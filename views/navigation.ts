import type { IconName } from './icons.ts'

/** One section of the hub. The frame is handed the list, in its order and in the reader's language. */
export interface Section {
  /** What a page calls itself by in `Shell.active`. */
  key: string
  href: string
  label: string
  icon: IconName
  /** The other pages that are found in it. */
  holds?: readonly string[] | undefined
}
