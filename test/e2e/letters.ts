import type { Peer } from '../peers/fedify.ts'
import type { Place } from './place.ts'

/** What somebody on a Fedify server writes to the hub: short and long, in public and alone, one of them seen to. */
export async function seedMessages(place: Place, peer: Peer): Promise<void> {
  for (const letter of letters) await write(place, peer, letter)
  const admin = await place.admin()
  await admin.goto('/messages')
  await admin
    .getByRole('button', { name: /^Marquer comme traité/ })
    .first()
    .click()
}

export interface Letter {
  content: string
  type?: string
  name?: string
  summary?: string
  language?: string
  /** To the hub alone. */
  alone?: boolean
}

export async function write(
  place: Place,
  peer: Peer,
  { alone, language = 'fr', ...words }: Letter,
): Promise<void> {
  const to = `${place.base}/ap/actors/emplois`
  await peer.say(
    to,
    'Create',
    peer.write({
      ...{ type: 'Note', ...words, contentMap: { [language]: words.content } },
      ...{ published: new Date().toISOString(), cc: [to] },
      ...(alone === true ? { to: [to], cc: [] } : {}),
      tag: [{ type: 'Mention', href: to, name: `@emplois@${place.host}` }],
    }),
  )
}

const letters: readonly Letter[] = [
  { content: '<p>@emplois Bonjour, l’offre de menuiserie est-elle encore ouverte ?</p>' },
  {
    content:
      '<h2>Un sous-titre</h2><p>Une <a href="https://exemple.example/un/chemin/tres/long/sans/aucune/coupure/possible/dans/la/ligne">adresse</a>, https://exemple.example/un/chemin/tres/long/sans/aucune/coupure/possible/dans/la/ligne</p><ul><li>un point</li><li>un autre</li></ul><pre>une ligne de code qui ne se coupe pas et qui dépasse la largeur du plus petit des téléphones</pre>',
    type: 'Article',
    name: 'Anticonstitutionnellementintergouvernementalisations et autres mots sans coupure',
  },
  { content: '<p>The words under the warning.</p>', summary: 'A word of warning', language: 'en' },
  { content: '<p>Je préfère vous l’écrire en privé : mon téléphone est le 01 00 00 00 00.</p>', alone: true },
]
