import { AccountStateBadge } from '../accounts/people.tsx'
import { HostBadge } from '../network/host.tsx'
import { StatusBadge } from '../proposals/known.tsx'
import { StateWord } from '../stands/state-word.tsx'
import { VisitBadge } from '../visits/visit.tsx'
import { useTexts } from '../language.tsx'
import { Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'

/** The states that rooms have of their own, side by side: two that mean the same should look the same. */
export function States() {
  const s = useTexts(sampleTexts)
  return (
    <>
      <Piece name="AccountStateBadge · HostBadge">
        <p class="badges">
          {(['active', 'pending', 'disabled'] as const).map((state) => (
            <AccountStateBadge state={state} />
          ))}
        </p>
        <p class="badges">
          {(['fine', 'late', 'given-up', 'failing', 'resting', 'let-be', 'blocked'] as const).map((state) => (
            <HostBadge state={state} />
          ))}
        </p>
      </Piece>
      <Piece name="StatusBadge · StateWord · VisitBadge">
        <p class="badges">
          {(['unknown', 'asked', 'answered', 'accepted', 'refused', 'done'] as const).map((key) => (
            <StatusBadge status={{ key, label: s.maybe }} />
          ))}
        </p>
        <p class="badges">
          {(['asked', 'waiting', 'accepted', 'refused'] as const).map((state) => (
            <StateWord state={state} />
          ))}
        </p>
        <p class="badges">
          {(['asked', 'accepted', 'refused', 'held', 'cancelled'] as const).map((state) => (
            <VisitBadge state={state} />
          ))}
        </p>
      </Piece>
    </>
  )
}
