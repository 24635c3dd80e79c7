import type { Child } from 'hono/jsx'

/** One chapter of the page. */
export const Chapter = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section class="styles-part" aria-labelledby={id}>
    <h2 id={id}>{title}</h2>
    {children}
  </section>
)

/** One component, by its name in the code. */
export const Piece = ({ name, children }: { name: string; children: Child }) => (
  <div class="stack styles-piece">
    <h3>
      <code>{name}</code>
    </h3>
    {children}
  </div>
)
