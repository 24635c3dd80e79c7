import { and, eq, isNull } from 'drizzle-orm'
import { groupingMembers, groupings } from '../../db/schema/groupings.ts'
import { catalogue, type Locale } from '../../views/language.tsx'
import { send } from '../accounts/letters.ts'
import type { Deps } from '../deps.ts'
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
    const organisation = member.state === 'asked' ? grouping.leadId : member.organisationId
    if (organisation === null || member.state === 'left') continue
    const readers = await editorsOf(db, organisation)
    const left = await Promise.all(
      readers.map((reader) => send(deps, written(deps, reader, member.state, grouping.id))),
    )
    if (left.length > 0 && !left.includes(true)) await mark(null)
  }
}

const written = (
  { hub }: Pick<Deps, 'hub'>,
  to: { email: string; locale: Locale },
  state: 'asked' | 'accepted' | 'declined' | 'left',
  groupingId: string,
) => {
  const t = texts[to.locale]
  const { subject, body } = state === 'asked' ? t.asked : t.answered
  const link = `${hub.origin}/groupements/${groupingId}`
  return {
    to: to.email,
    subject: subject(hub.settings.name),
    text: `${body(link)}\n\n— ${hub.settings.name}\n`,
  }
}

/** What strangers typed (a name, a note) is read on the page, not here. */
const texts = catalogue('server/groupings/letters', {
  fr: {
    asked: {
      subject: (hub: string) => `Une organisation veut répondre avec vous – ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nVotre appel à partenaires a une réponse. Lisez-la, et dites oui ou non ici\u00a0:\n\n${link}\n\nRien n’engage personne tant que rien n’est signé.`,
    },
    answered: {
      subject: (hub: string) => `Votre demande à un appel à partenaires a une réponse – ${hub}`,
      body: (link: string) =>
        `Bonjour,\n\nL’organisation qui a lancé l’appel vous a répondu\u00a0:\n\n${link}`,
    },
  },
  en: {
    asked: {
      subject: (hub: string) => `An organisation would answer with you – ${hub}`,
      body: (link: string) =>
        `Hello,\n\nYour call for partners has an answer. Read it, and say yes or no here:\n\n${link}\n\nNothing binds anybody as long as nothing is signed.`,
    },
    answered: {
      subject: (hub: string) => `Your request to a call for partners has an answer – ${hub}`,
      body: (link: string) => `Hello,\n\nThe organisation that leads the call has answered you:\n\n${link}`,
    },
  },
})
