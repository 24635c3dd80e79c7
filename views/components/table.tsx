import type { Child } from 'hono/jsx'

export interface TableProps {
  /** Said before the table, and shown unless `quiet`. */
  caption: string
  quiet?: boolean | undefined
  head: readonly Child[]
  /** The rows: `<tr>` with a `<th scope="row">` first. Cells named `data-label` stand as lines on a phone. */
  children: Child
}

/** A wide table scrolls in its own frame, by keyboard too: the page never does. */
export const Table = ({ caption, quiet, head, children }: TableProps) => (
  <div class="table-frame" role="region" aria-label={caption} tabindex={0}>
    <table>
      <caption class={quiet === true ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)
