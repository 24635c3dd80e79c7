import type { Child } from 'hono/jsx'

export interface RowProps {
  title: string
  href?: string | undefined
  /** Short facts under the title. */
  notes: readonly Child[]
  /** A badge or a button, at the end. */
  children?: Child
}

/** One of a list of people, devices or tokens: nothing is out of sight on a phone, as in a wide table. */
export const Row = ({ title, href, notes, children }: RowProps) => (
  <li class="row">
    <div class="row-main">
      {href === undefined ? <span class="row-title">{title}</span> : <a href={href}>{title}</a>}
      {notes.map((note) => (
        <span class="row-note">{note}</span>
      ))}
    </div>
    {children}
  </li>
)
