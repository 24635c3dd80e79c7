import { and, eq, isNull } from 'drizzle-orm'
import { groupingMembers, groupings } from '../../db/schema/groupings.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import { send } from '../accounts/letters.ts'
import type { Deps, Letter } from '../deps.ts'
import { compose } from '../mail/compose.ts'
import { editorsOf } from './queries.ts'

/** In one round; the next ones wait five minutes. */
const most = 50

/**
 * People are written to about what concerns their organisation: somebody asks to take part in its call, or its own ask
 * was answered, here or from another hub. Marked before the letter leaves, so that nobody gets two; put back if it
 * could not leave.
 */
export async function tellOfGroupings(deps: Deps): Promise<void> {
  const { db, mailer } = deps
  if (mailer === null) return
  const waiting = await db.read
    .select({ member: groupingMembers, grouping: groupings })
    .from(groupingMembers)
    .innerJoin(groupings, eq(groupings.n, groupingMembers.groupingN))
    .where(isNull(groupingMembers.toldAt))
    .limit(most)
  for (const { member, grouping } of waiting) {
    const mark = (toldAt: number | null) =>
      db.write([
        db.make
          .update(groupingMembers)
          .set({ toldAt })
          .where(and(eq(groupingMembers.n, member.n), eq(groupingMembers.state, member.state))),
      ])
    await mark(deps.now())
    const { state } = member
    const organisation = state === 'asked' ? grouping.leadId : member.organisationId
    if (organisation === null || state === 'left') continue
    const hub = { name: deps.hub.settings.name, origin: deps.hub.origin }
    const readers = await editorsOf(db, organisation)
    const left = await Promise.all(
      readers.map((reader) => send(deps, groupingLetter(hub, reader, state, grouping.id))),
    )
    if (left.length > 0 && !left.includes(true)) await mark(null)
  }
}

export function groupingLetter(
  { name, origin }: { name: string; origin: string },
  to: { email: string; locale: Locale },
  state: 'asked' | 'accepted' | 'declined',
  groupingId: string,
): Letter {
  const t = texts[to.locale]
  const { subject, text, act, end } = state === 'asked' ? t.asked : t.answered
  const body = [text, { act, link: `${origin}/groupements/${groupingId}` }, end]
  return compose({ to, hub: name, subject: subject(name), body, why: 'publishes', thread: groupingId })
}

/** What strangers typed (a name, a note) is read on the page, not here. */
const texts = catalogue('server/groupings/letters', {
  fr: {
    asked: {
      subject: (hub: string) => `Une organisation veut répondre avec vous – ${hub}`,
      text: 'Bonjour,\n\nVotre appel à partenaires a une réponse. Lisez-la, et dites oui ou non ici\u00a0:',
      act: 'Lire la réponse',
      end: 'Rien n’engage personne tant que rien n’est signé.',
    },
    answered: {
      subject: (hub: string) => `Une réponse à votre proposition de partenariat – ${hub}`,
      text: 'Bonjour,\n\nL’organisation qui a lancé l’appel vous a répondu\u00a0:',
      act: 'Voir l’appel à partenaires',
      end: '',
    },
  },
  en: {
    asked: {
      subject: (hub: string) => `An organisation offers to answer with you – ${hub}`,
      text: 'Hello,\n\nYour call for partners has an answer. Read it, and say yes or no here:',
      act: 'Read the answer',
      end: 'Nobody is bound as long as nothing is signed.',
    },
    answered: {
      subject: (hub: string) => `An answer to your offer of partnership – ${hub}`,
      text: 'Hello,\n\nThe organisation that leads the call has answered you:',
      act: 'See the call for partners',
      end: '',
    },
  },
})
