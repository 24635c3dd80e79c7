import { Copyable } from '../entries/follow.tsx'
import { useTexts } from '../language.tsx'
import { personTexts } from './person-texts.ts'

/** A member who chose to be known elsewhere: a name, and how to reach it. Nothing else is anybody's business. */
export function Person({ name, address, hub }: { name: string; address: string; hub: string }) {
  const t = useTexts(personTexts)
  return (
    <div class="narrow stack">
      <h1>{name}</h1>
      <p class="lead">{t.lead(hub)}</p>
      <p>{t.how}</p>
      <Copyable text={address} />
    </div>
  )
}
