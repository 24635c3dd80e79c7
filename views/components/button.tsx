import type { Child } from 'hono/jsx'
import type { IconName } from '../icons.ts'
import { Icon } from './icon.tsx'

/** `primary` once per page: what most people came to do. `danger` for what cannot be undone. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Look {
  look?: ButtonLook | undefined
  icon?: IconName | undefined
  small?: boolean | undefined
  children: Child
}

export interface ButtonProps extends Look {
  type?: 'submit' | 'button' | 'reset' | undefined
  name?: string | undefined
  value?: string | undefined
  form?: string | undefined
  formaction?: string | undefined
  /** A cancel button must not be stopped by an empty required field. */
  formnovalidate?: boolean | undefined
  /** Nearly never: a button that says what is missing helps more than one that is dead. */
  disabled?: boolean | undefined
  /** What it acts on, for those who hear the button out of its place: ‘Supprimer le commentaire de Bruno’. */
  label?: string | undefined
}

export const Button = ({ look, icon, small, children, type = 'submit', label, ...rest }: ButtonProps) => (
  <button type={type} class={classOf(look, small)} aria-label={label} {...rest}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </button>
)

export interface LinkButtonProps extends Look {
  href: string
  rel?: string | undefined
  label?: string | undefined
  download?: boolean | undefined
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export const LinkButton = ({ look, icon, small, children, label, ...rest }: LinkButtonProps) => (
  <a class={classOf(look, small)} aria-label={label} {...rest}>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </a>
)

export interface ActionFormProps extends ButtonProps {
  action: string
  /** Hidden inputs sent with the press. */
  fields?: Readonly<Record<string, string>> | undefined
}

/** One button that changes something: a whole POST form, so that it works without JavaScript. */
export const ActionForm = ({ action, fields = {}, ...button }: ActionFormProps) => (
  <form method="post" action={action} class="action-form">
    <HiddenFields fields={fields} />
    <Button {...button} />
  </form>
)

export const HiddenFields = ({ fields }: { fields: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)

const classOf = (look: ButtonLook = 'secondary', small = false): string =>
  `button button-${look}${small ? ' button-small' : ''}`
