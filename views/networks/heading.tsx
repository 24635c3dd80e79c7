import type { Child } from 'hono/jsx'

/** The same part stands at another depth on another page. */
export const Heading = ({ level, id, children }: { level: 2 | 3; id?: string; children: Child }) =>
  level === 2 ? <h2 id={id}>{children}</h2> : <h3 id={id}>{children}</h3>
