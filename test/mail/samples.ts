import type { Letter } from '../../server/deps.ts'
import type { Locale } from '../../views/language.tsx'
import * as accounts from '../../server/accounts/letters.ts'
import * as alerts from '../../server/alerts/letters.ts'
import * as assemblies from '../../server/assemblies/letters.ts'
import * as checks from '../../server/checks/letters.ts'
import * as facilitation from '../../server/facilitation/letters.ts'
import * as groupings from '../../server/groupings/letters.ts'
import * as inquiries from '../../server/inquiries/letters.ts'
import * as moderation from '../../server/moderation/letters.ts'
import * as notifications from '../../server/notifications/letters.ts'
import type { Notification } from '../../server/notifications/queries.ts'
import * as registrations from '../../server/registrations/letters.ts'
import * as reminders from '../../server/reminders/letters.ts'
import * as stands from '../../server/stands/letters.ts'
import * as submissions from '../../server/submissions/letters.ts'
import * as supports from '../../server/supports/letters.ts'
import * as visits from '../../server/visits/letters.ts'

// One of each letter that a hub writes, with words that would break what does not escape them. A verb that makes a
// letter and has no sample here fails the test beside: no letter is forgotten.

export const origin = 'https://reseau.example'
export const hub = 'Œuvrons & <côte à côte>'
export const identified = { origin, settings: { name: hub, tagline: '', accent: '#e8c51e', logo: null } }
const title = 'Salle « Aux Tilleuls » <b>& jardin</b>'
/** What a stranger typed, into a letter that may hold it. */
export const typed = 'Bonjour <script>alert(1)</script>\n\nVoyez https://piege.example/clic & "dites" oui.'
const link = `${origin}/demandes/018f/cle?a=1&b=2`
const name = 'Zoé\r\nBcc: autre@ailleurs.example'
const at = Date.parse('2026-12-04T17:00:00Z')
const calendar = {
  method: 'PUBLISH' as const,
  filename: 'réunion.ics',
  content: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n',
}

const told = (
  n: number,
  about: Pick<Notification, 'topic' | 'why'> & Partial<Notification>,
): Notification => ({
  ...{ n, fact: `x ${n}`, at, isRead: false, author: '', commentId: null, reason: '' },
  ...{ grouping: null, count: 1 },
  entry: { title, path: '/emplois/a', language: 'fr', isOpen: true },
  ...about,
})

type Sample = (to: { email: string; locale: Locale }) => Letter

const each = <T extends string>(
  all: Readonly<Record<T, true>>,
  make: (to: Parameters<Sample>[0], one: T) => Letter,
): Sample[] =>
  // `Object.keys` forgets that the keys are those of the record.
  (Object.keys(all) as T[]).map((one) => (to) => make(to, one))

/** By file and exported verb. */
export const samples: Readonly<Record<string, Readonly<Record<string, readonly Sample[]>>>> = {
  'server/accounts/letters.ts': {
    letter: each<Parameters<typeof accounts.letter>[0]>(
      {
        invitation: true,
        confirmation: true,
        known: true,
        waiting: true,
        approval: true,
        reset: true,
        newEmail: true,
        oldEmail: true,
        report: true,
      },
      (to, kind) => accounts.letter(kind, to, { hub, link }),
    ),
  },
  'server/alerts/letters.ts': {
    askedLetter: [(to) => alerts.askedLetter(to, { hub, what: title }, link)],
    knownLetter: [(to) => alerts.knownLetter(to, { hub, what: title }, link)],
    crowdedLetter: [(to) => alerts.crowdedLetter(to, { hub, what: title }, link)],
    digestLetter: [
      (to) =>
        alerts.digestLetter(
          to,
          hub,
          [false, true].map((more) => ({
            what: title,
            items: [1, 2].map((n) => ({
              title: `${title} ${n}`,
              details: ['Nanterre <92>', 'CDI'],
              closesAt: n === 1 ? at : null,
              link: `${origin}/emplois/${n}`,
            })),
            more,
            list: `${origin}/emplois?q=a&place=92036`,
            link: `${origin}/alertes/1/cle`,
          })),
          `${origin}/alertes/fin/${'r'.repeat(43)}/${'k'.repeat(43)}`,
        ),
    ],
  },
  'server/assemblies/letters.ts': {
    confirmLetter: [(to) => assemblies.confirmLetter(to, { assembly: title, hub, link })],
    decidedLetter: [true, false].map(
      (isYes) => (to) =>
        assemblies.decidedLetter(to, { assembly: title, hub, link, isYes, answer: isYes ? '' : typed }),
    ),
    invitationLetter: ['', 'Mairie, salle 2'].map(
      (place) => (to) =>
        assemblies.invitationLetter(to, { assembly: title, hub, link, when: '4 décembre 2026', place }),
    ),
  },
  'server/checks/letters.ts': {
    checkLetter: each<Parameters<typeof checks.checkLetter>[1]['kind']>(
      { proposal: true, commitment: true, fund: true },
      (to, kind) =>
        checks.checkLetter(
          to,
          { kind, title, hub, page: `${origin}/propositions/a`, again: kind === 'fund' },
          link.replace(/\?.*/, ''),
        ),
    ),
  },
  'server/facilitation/letters.ts': {
    letter: each<Parameters<typeof facilitation.letter>[0]>(
      { asked: true, enough: true, received: true, newReply: true, answer: true, closed: true, trace: true },
      (to, kind) => facilitation.letter(kind, to, { hub, link, text: typed, thread: '018f-aa' }),
    ),
  },
  'server/groupings/letters.ts': {
    groupingLetter: (['asked', 'accepted', 'declined'] as const).map(
      (state) => (to) => groupings.groupingLetter({ name: hub, origin }, to, state, '018f-bb'),
    ),
  },
  'server/inquiries/letters.ts': {
    askedLetter: (['apply', 'ask', 'register'] as const).map(
      (act) => (to) => inquiries.askedLetter(to, { act, title, hub }, link),
    ),
    knownLetter: [(to) => inquiries.knownLetter(to, { act: 'ask', title, hub }, link)],
    doneLetter: [(to) => inquiries.doneLetter(to, { act: 'apply', title, hub }, link)],
    offerLetter: [(to) => inquiries.offerLetter(to, { act: 'register', title, hub }, link, at)],
    lineLetter: [(to) => inquiries.lineLetter(to, { act: 'register', title, hub }, link)],
    registeredLetter: [
      (to) =>
        inquiries.registeredLetter(
          to,
          { act: 'register', title, hub },
          { link, door: `${origin}/billet/1/cle`, code: 'BATEAU' },
          { attachments: [{ filename: 'billet.txt', content: 'BATEAU', contentType: 'text/plain' }] },
        ),
    ],
    forwardedLetter: (['apply', 'register'] as const).map(
      (act) => (to) =>
        inquiries.forwardedLetter(
          to,
          { act, title, hub },
          { name, email: 'zoe@asso.example', body: typed, people: 2, organisation: 'Halage <&>' },
          link,
        ),
    ),
  },
  'server/moderation/letters.ts': {
    noticeLetter: moderation.noticeSorts.map(
      (sort) => (to) => moderation.noticeLetter(sort, to, { hub, link }),
    ),
  },
  'server/notifications/letters.ts': {
    digestLetter: [1, 50].map(
      (most) => (to) =>
        notifications.digestLetter(
          { hub: { origin, settings: { name: hub } }, secret: Buffer.alloc(32, 7) },
          { userId: '018f-cc', ...to },
          [
            told(1, { topic: 'moderation', why: 'comment-hidden', reason: typed }),
            told(2, { topic: 'answer', why: 'to-entry', author: name }),
            told(3, { topic: 'moderation', why: 'report-none' }),
            told(4, { topic: 'request', why: 'message' }),
            told(5, { topic: 'partner', why: 'said', count: 3, grouping: { id: 'g', subject: title } }),
            told(6, { topic: 'project', why: 'submitted', count: 2 }),
          ],
          most,
        ),
    ),
  },
  'server/registrations/letters.ts': {
    movedLetter: [
      (to) =>
        registrations.movedLetter(
          to,
          { title, hub, link, calendar },
          { when: '4 décembre 2026 à 18 h', where: 'Mairie' },
        ),
    ],
    lineClosedLetter: [(to) => registrations.lineClosedLetter(to, { title, hub, link })],
    calledOffLetter: [
      (to) =>
        registrations.calledOffLetter(to, { title, hub, link, calendar: { ...calendar, method: 'CANCEL' } }),
    ],
  },
  'server/reminders/letters.ts': {
    minutesLetter: [
      (to) =>
        reminders.minutesLetter(
          to,
          { title, hub, page: `${origin}/agenda/a`, endedAt: at },
          {
            ...{ write: `${origin}/actualites/nouveau?minutesOf=1`, act: `${origin}/rappels/1/cle` },
            end: `${origin}/rappels/fin/1/cle`,
          },
        ),
    ],
    reminderLetter: each<Parameters<typeof reminders.reminderLetter>[1]['reason']>(
      { closing: true, stale: true },
      (to, reason) =>
        reminders.reminderLetter(
          to,
          { reason, title, hub, page: `${origin}/ressources/a`, closesAt: reason === 'closing' ? at : null },
          { act: `${origin}/rappels/1/cle`, end: `${origin}/rappels/fin/1/cle` },
        ),
    ),
  },
  'server/stands/letters.ts': {
    confirmStandLetter: [(to) => stands.confirmStandLetter(to, { title, hub, link })],
    hostLetter: (['asked', 'withdrawn'] as const).map(
      (what) => (to) => stands.hostLetter(to, { title, hub, link }, name, what),
    ),
    decisionLetter: (['accepted', 'refused', 'waiting'] as const).map(
      (state) => (to) =>
        stands.decisionLetter(to, { title, hub, link }, state, state === 'waiting' ? '' : typed),
    ),
    contactLetter: [
      (to) =>
        stands.contactLetter(to, { title, hub, link }, { name, email: 'zoe@asso.example', body: typed }),
    ],
  },
  'server/submissions/letters.ts': {
    beginLetter: [(to) => submissions.beginLetter(to, { title, hub }, link)],
    receiptLetter: [
      (to) => submissions.receiptLetter(to, { title, hub }, { at, zone: 'Europe/Paris', link }),
    ],
    decisionLetter: [
      (to) =>
        submissions.decisionLetter(to, { title, hub }, submissions.decisionDrafts(to.locale, title).retained),
    ],
  },
  'server/supports/letters.ts': {
    askedLetter: [(to) => supports.askedLetter(to, { title, hub }, link)],
  },
  'server/visits/letters.ts': {
    schoolLetter: each<visits.SchoolLetter>(
      { asked: true, known: true, sent: true, accepted: true, refused: true, held: true, cancelled: true },
      (to, which) => visits.schoolLetter(which, to, { title, hub }, link, which === 'refused' ? typed : ''),
    ),
    structureLetter: (['asked', 'cancelled'] as const).map(
      (which) => (to) =>
        visits.structureLetter(
          which,
          to,
          { title, hub },
          {
            school: 'Collège des Rives',
            name,
            email: 'zoe@asso.example',
            placeLabel: 'Nanterre (92)',
            pupils: 24,
            dates: 'En mars\nou en avril',
            body: typed,
            note: '',
          },
          link,
        ),
    ),
  },
}

/** Exported beside the letters, and no letter. */
export const others: readonly string[] = [
  'deliver',
  'send',
  'deliver',
  'later',
  'tellOfGroupings',
  'decisionDrafts',
  'filledIn',
  'isNoticeSort',
]
