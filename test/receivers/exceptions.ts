import type { Emitted } from './corpus.ts'
import { textOf } from './reading.ts'

/** What a receiver passes over, and what it costs: known, and meant so. */
export interface Exception {
  receiver: string
  reason: string
  about: (emitted: Emitted) => boolean
  why: string
}

const typed =
  (...types: string[]): Exception['about'] =>
  ({ document }) =>
    types.includes(textOf(document['type']))

/** Also inside what carries it. */
const ofKind =
  (...types: string[]): Exception['about'] =>
  ({ document }) =>
    [document, document['object']].some(
      (one) => typeof one === 'object' && one !== null && 'type' in one && types.includes(textOf(one.type)),
    )

/** What a section says itself, without a community to say it in. */
const saidBy =
  (section: string): Exception['about'] =>
  ({ document }) =>
    [document, document['object']].some(
      (one) =>
        typeof one === 'object' &&
        one !== null &&
        'attributedTo' in one &&
        textOf(one.attributedTo).endsWith(`/ap/actors/${section}`),
    )

export const exceptions: readonly Exception[] = [
  {
    receiver: 'GoToSocial',
    reason: 'its type is none that is known as activity',
    about: typed('Add', 'Remove'),
    why: 'It reads `featured` itself from time to time.',
  },
  {
    receiver: 'Lemmy',
    reason: 'its type is none that is known as activity',
    about: typed('Add', 'Remove'),
    why: 'To it they are words of a community’s moderators; there is nothing of the kind to lose.',
  },
  {
    receiver: 'Lemmy',
    reason: 'its type is none that is known as activity',
    about: typed('Move'),
    why: 'It moves nobody: who reads there subscribes anew, and the Update before says nothing to it of where.',
  },
  {
    receiver: 'Lemmy',
    reason: 'its type is none that is known as actor',
    about: ({ document }) => document['preferredUsername'] === 'hub.example',
    why: 'An Application is no author there. Ours only signs; its key is read all the same.',
  },
  {
    receiver: 'Lemmy',
    reason: 'it is in no community',
    about: ofKind('Note'),
    why: 'Jobs and resources belong to sections, which are no communities: Lemmy has no place for them.',
  },
  {
    receiver: 'Lemmy',
    reason: 'it is in no community',
    about: saidBy('propositions'),
    why: 'Proposals and commitments belong to a section too; it is followed, and not posted to.',
  },
  {
    receiver: 'Lemmy',
    reason: 'it announces an object, not an activity',
    about: typed('Announce'),
    why: 'Mastodon and Pleroma would not understand an announced activity; those who do get that instead.',
  },
  {
    receiver: 'Akkoma',
    reason: 'it announces what is not named by its address, or to nobody',
    about: ({ document }) => document['type'] === 'Announce' && typeof document['object'] === 'object',
    why: 'Whole activities are announced to forum software alone (FEP-1b12); Akkoma gets the address.',
  },
  {
    receiver: 'Lemmy',
    reason: 'it answers something else than a Follow',
    about: ofKind('QuoteRequest', 'Join'),
    why: 'It never asks for either.',
  },
  {
    receiver: 'Lemmy',
    reason: 'it reports in the name of no person',
    about: typed('Flag'),
    why: 'Whoever reported is named to nobody, and no member of the hub stands in for them.',
  },
  {
    receiver: 'Lemmy',
    reason: 'its author is a community, which writes nothing',
    about: ({ document }) =>
      [document, document['object']].some(
        (one) =>
          typeof one === 'object' &&
          one !== null &&
          'attributedTo' in one &&
          textOf(one.attributedTo).endsWith('/reseau'),
      ),
    why: 'A network is the Group that gathers its members everywhere else; its own news are not read there.',
  },
  ...['Mastodon', 'GoToSocial', 'Misskey', 'Lemmy', 'Akkoma', 'WordPress'].map((receiver) => ({
    receiver,
    reason: 'its type is none that is known as activity',
    about: typed('Join', 'Invite', 'Leave'),
    why: 'They go to the other side of a membership alone, which is another hub’s, or Mobilizon’s.',
  })),
  {
    receiver: 'Friendica',
    reason: 'its type is none that is known as activity',
    about: typed('Join', 'Leave'),
    why: 'They go to the other side of a membership alone, which is another hub’s, or Mobilizon’s.',
  },
  ...['Mastodon', 'Misskey', 'Akkoma'].map((receiver) => ({
    receiver,
    reason: 'it pins elsewhere than in its actor’s featured',
    about: ({ document }: Emitted) => document['type'] === 'Remove' && document['origin'] !== undefined,
    why: 'A network lets a member go, which is told to that member’s server alone.',
  })),
]
