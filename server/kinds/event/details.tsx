import { LinkButton } from '../../../views/components/button.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import type { Envelope } from '../envelope.ts'
import { FactItems, Facts } from '../facts.tsx'
import { facts } from './facts.ts'
import type { EventFields } from './fields.ts'
import { texts } from './texts.ts'

export function Details({ entry, fields: event }: { entry: Envelope; fields: EventFields }) {
  const t = useTexts(texts)
  const href = registerAt(entry, event)
  return (
    <>
      <Facts items={facts(event, useLocale())} />
      {href !== null && event.status !== 'cancelled' && (
        <p class="actions">
          <LinkButton
            href={href}
            // The form of the hub, where it has mail, stands above.
            look={event.registration === 'link' ? 'primary' : 'secondary'}
            icon="ticket"
            rel="nofollow noopener ugc"
          >
            {t.register}
          </LinkButton>
        </p>
      )}
    </>
  )
}

export const Line = ({ fields }: { entry: Envelope; fields: EventFields }) => (
  <FactItems
    items={facts(fields, useLocale())}
    icons={{ status: 'info', when: 'clock', venue: 'map-pin', capacity: 'users' }}
  />
)

/** A letter with its subject, or the registration page. */
function registerAt(entry: Envelope, event: EventFields): string | null {
  if (event.registration === 'link') return event.registrationUrl
  if (event.registration !== 'email' || event.registrationEmail === null) return null
  return `mailto:${event.registrationEmail}?subject=${encodeURIComponent(entry.title)}`
}
