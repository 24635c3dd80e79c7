import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

const folder = new URL('../fixtures/wild/', import.meta.url)
const json = z.record(z.string(), z.unknown())

/** Something that some software sends, and what a hub makes of it. */
const payload = z.strictObject({
  /** In a few words, for whoever reads the file. */
  shape: z.string(),
  becomes: z.enum([
    ...(['nothing', 'a follower of emplois', 'no follower of emplois', 'a comment', 'no comment'] as const),
    ...(['a like', 'no like', 'a boost', 'no boost', 'news', 'an event', 'no entry', 'a report'] as const),
    ...(['a yes', 'a no', 'a stamp', 'a polite no', 'a new name', 'a message', 'a topic'] as const),
  ]),
  /** What was so before it came. */
  before: z
    .enum([
      'they follow',
      'they answered',
      'they liked',
      'they boosted',
      'they wrote',
      'we asked',
      'we follow',
    ])
    .optional(),
  /** What the inbox answers; 202 if nothing is said. */
  status: z.union([z.literal(400), z.literal(401)]).optional(),
  /** Words of it that are kept. */
  reads: z.string().optional(),
  /** The full id of what it is about, where it is not embedded. */
  object: z.string().optional(),
  /** In the sender's document, beside what everybody has. */
  actor: json.optional(),
  keyId: z.string().optional(),
  /** Who signs, where nobody says it. */
  signer: z.string().optional(),
  /** The sender's document is nowhere. */
  stranger: z.literal(true).optional(),
  /** Documents of the same server, by their address. */
  stands: z.record(z.string(), json).optional(),
  /** So many hashtags are put into the object: too many to write down. */
  tags: z.number().optional(),
  activity: json,
})

export type Payload = z.infer<typeof payload>
export type Outcome = Payload['becomes']

export interface Sample extends Payload {
  software: string
  name: string
}

export const samples: readonly Sample[] = readdirSync(folder).flatMap((software) =>
  readdirSync(new URL(`${software}/`, folder)).map((file) => ({
    software,
    name: file.replace('.json', ''),
    ...payload.parse(JSON.parse(readFileSync(new URL(`${software}/${file}`, folder), 'utf8'))),
  })),
)

/** The same on other hosts: every sample has a server of its own. */
export function movedTo(sample: Sample, places: ReadonlyMap<string, string>): Sample {
  let text = JSON.stringify(sample)
  for (const [from, to] of places) text = text.replaceAll(from, to)
  return JSON.parse(text) as Sample
}

export function senderOf({ activity, signer }: Payload): string {
  const [first] = [activity['actor']].flat()
  const actor = typeof first === 'object' && first !== null && 'id' in first ? first.id : first
  if (typeof actor === 'string') return actor
  if (signer === undefined) throw new Error('Nobody sends it.')
  return signer
}
