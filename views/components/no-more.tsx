import { LinkButton } from './button.tsx'

/** A page that has nothing to do here (any more), and the way back. */
export const NoMore = ({
  title,
  text,
  back,
}: {
  title: string
  text: string
  back: { href: string; label: string }
}) => (
  <div class="narrow stack">
    <h1>{title}</h1>
    <p class="lead">{text}</p>
    <p class="actions">
      <LinkButton href={back.href}>{back.label}</LinkButton>
    </p>
  </div>
)
