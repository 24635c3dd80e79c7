import { randomUUID } from 'node:crypto'
import { openDatabase, type Step } from '../../db/open.ts'
import { actors, followers } from '../../db/schema/federation.ts'
import { openMachine, type Machine } from '../support/processes.ts'

/** A hub on this machine that can be started, killed and asked, and a token that publishes. */
export async function openHub(): Promise<{ machine: Machine; token: string }> {
  const machine = await openMachine()
  const begun = await machine.init()
  const words = ['token', 'create', '--email', 'amel@ruche.example', '--scopes', 'read,write']
  const made = await machine.maillon(words)
  if (begun.code !== 0 || made.code !== 0) throw new Error(begun.err + made.err)
  return { machine, token: made.out.trim() }
}

export const newId = (): string => randomUUID()

/** The title holds the id: an entry that was made twice under two ids would show. */
export const titleOf = (id: string): string => `Encadrement ${id}`

/** What the hub answered: a status, or null when it was gone before it could answer. */
export async function post(url: string, token: string, id: string): Promise<number | null> {
  try {
    const answer = await fetch(`${url}/api/v1/entries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        kind: 'job',
        id,
        title: titleOf(id),
        body: 'Un atelier de menuiserie cherche quelqu’un qui aime transmettre.',
        tags: ['menuiserie', 'insertion'],
        fields: { contract: 'cdi', hours: 35, deadline: '2099-12-31', applyEmail: 'emploi@ruche.example' },
        publish: true,
      }),
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return null
  }
}

/** Someone on each of these hosts follows the hub's job offers. Written while no server holds the file. */
export async function addFollowers(dataDir: string, hosts: readonly string[]): Promise<void> {
  const db = await openDatabase({ url: `file:${dataDir}/maillon.db` })
  const steps: Step[] = hosts.flatMap((host) => [
    db.make.insert(actors).values({
      id: `http://${host}/users/lena`,
      local: false,
      type: 'Person',
      handle: 'lena',
      host,
      inbox: `http://${host}/users/lena/inbox`,
      sharedInbox: `http://${host}/inbox`,
      createdAt: 0,
      fetchedAt: 0,
    }),
  ])
  await db.write(steps)
  const known = await db.read.select({ n: actors.n, id: actors.id, local: actors.local }).from(actors)
  const section = known.find(({ id }) => id === '/ap/actors/emplois')
  if (section === undefined) throw new Error('The hub has no section for jobs.')
  const lenas = known.filter(({ local }) => !local)
  await db.write([
    db.make.insert(followers).values(
      lenas.map(({ n, id }) => ({
        actorN: section.n,
        followerN: n,
        followId: `${id}#follow`,
        acceptedAt: 0,
      })),
    ),
  ])
  await db.close()
}
