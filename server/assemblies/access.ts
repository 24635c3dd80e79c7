import { roleIn, type Viewer, type Visitor } from '../accounts/viewer.ts'
import { Refusal } from '../refusal.ts'

/** Those who edit for the organisation that runs it, or for the hub: nobody of another, whatever their role there. */
export const mayRun = (viewer: Visitor, { organisationId }: { organisationId: string | null }): boolean =>
  viewer !== null && roleIn(viewer, organisationId) === 'editor'

export function running(viewer: Viewer, assembly: { organisationId: string | null }): void {
  if (!mayRun(viewer, assembly)) throw new Refusal('forbidden', 'You do not run this assembly.')
}
