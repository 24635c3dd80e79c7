import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { choiceOf, notificationsOf, watchedBy, watchedKindsOf } from './queries.ts'
import { sentenceOf } from './sentences.ts'
import { mostOfOne } from './gather.ts'

/** What is kept about a person here (GDPR, articles 15 and 20). */
export async function exportNotifications({ db }: Pick<Deps, 'db'>, viewer: Viewer) {
  const { rhythm, notOnPage, notByMail } = await choiceOf(db, viewer.id)
  const told = await notificationsOf(db, viewer.id, { topic: null, page: 1, limit: mostOfOne })
  return {
    choices: { rhythm, notOnPage, notByMail },
    sections: await watchedKindsOf(db, viewer.id),
    followed: (await watchedBy(db, viewer.id)).map(({ title, path, what }) => ({ title, path, what })),
    told: told.map((one) => ({
      ...{ topic: one.topic, text: sentenceOf(one, viewer.locale), read: one.isRead },
      at: new Date(one.at).toISOString(),
    })),
  }
}
