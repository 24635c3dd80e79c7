import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { freePort, openMachine, type Machine } from '../support/processes.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let near: Machine
let far: Machine
let nearHost: string
let farHost: string
const env = { near: {}, far: {} }

beforeEach(async () => {
  near = await openMachine()
  far = await openMachine()
  const [one, two] = [await freePort(), await freePort()]
  nearHost = `localhost:${one}`
  farHost = `localhost:${two}`
  const common = { FEDERATION_ALLOW_HOSTS: `localhost:${one},localhost:${two}` }
  env.near = { ...common, PORT: String(one), PUBLIC_URL: `http://localhost:${one}` }
  env.far = { ...common, PORT: String(two), PUBLIC_URL: `http://localhost:${two}` }
  await near.serve(env.near)
  await far.serve(env.far)
  await near.init()
  await far.init()
})
afterEach(async () => {
  await near?.clear()
  await far?.clear()
})

describe('the commands of federation', () => {
  test('follow another hub, show it, unfollow it, and block it', async () => {
    const target = `@ruche@${farHost}`
    const asked = await near.maillon(['federation', 'follow', target])
    expect(asked).toMatchObject({ code: 0, err: '' })
    expect(asked.out).toContain(`http://${farHost}/ap/actors/ruche`)
    expect(await statusThat(`${target}\taccepted`)).toContain(`follows\t${target}\taccepted`)
    expect((await near.maillon(['federation', 'retry'])).code).toBe(0)

    expect((await near.maillon(['federation', 'unfollow', target])).code).toBe(0)
    expect((await near.maillon(['federation', 'status'])).out).not.toContain('follows')
    expect((await near.maillon(['federation', 'unfollow', target])).code).toBe(1)

    expect((await near.maillon(['federation', 'block', farHost, '--reason', 'spam'])).code).toBe(0)
    expect(await near.maillon(['federation', 'follow', target])).toMatchObject({ code: 1 })
  })

  test('change the keys of one actor or of all, and doctor tells their age', async () => {
    const one = await near.maillon(['federation', 'rotate-keys', '--handle', '@emplois'])
    expect(one).toMatchObject({ code: 0, err: '', out: '@emplois has new keys.\n' })
    const all = await near.maillon(['federation', 'rotate-keys'])
    expect(all.out).toContain('@instance has new keys.\n')
    expect(all.out).toContain('@emplois has new keys.\n')
    expect((await near.maillon(['doctor'])).out).toMatch(/ok +keys of \d+ actors, the oldest 0 days old/)
    // Both still understand each other.
    expect((await near.maillon(['federation', 'follow', `@ruche@${farHost}`])).code).toBe(0)
    const unknown = await near.maillon(['federation', 'rotate-keys', '--handle', 'personne'])
    expect(unknown).toMatchObject({ code: 1, err: 'This hub has no actor @personne.\n' })
  })

  test('move the hub where it is expected, with its sections, and back', async () => {
    const target = `@ruche@${farHost}`
    const early = await near.maillon(['federation', 'move', target])
    expect(early).toMatchObject({ code: 1 })
    expect(early.err).toContain('does not list @ruche of this hub')
    expect((await near.maillon(['federation', 'move', `@personne@${farHost}`])).err).toContain('Nobody there')
    expect((await near.maillon(['federation', 'move'])).code).toBe(2)

    const former = `@ruche@${nearHost}`
    const added = await far.maillon(['federation', 'alias', former])
    expect(added).toMatchObject({ code: 0, out: `${former}\thttp://${nearHost}/ap/actors/ruche\n` })
    expect((await far.maillon(['federation', 'alias', '--handle', 'personne'])).code).toBe(1)

    const moved = await near.maillon(['federation', 'move', target])
    expect(moved).toMatchObject({ code: 0, err: '' })
    expect(moved.out).toContain(`@emplois\t@emplois@${farHost}\n`)
    expect((await near.maillon(['federation', 'move', '--back'])).out).toBe('@ruche is back.\n')
    expect((await near.maillon(['federation', 'move', target])).err).toContain('within the last week')
    expect(await far.maillon(['federation', 'alias', former, '--remove'])).toMatchObject({ code: 0, out: '' })
    const left = await fetch(`http://${farHost}/ap/actors/emplois`)
    expect(await left.json()).not.toHaveProperty('alsoKnownAs')
  })

  test('say why nobody was found', async () => {
    const nobody = await near.maillon(['federation', 'follow', `@nobody@${farHost}`])
    expect(nobody).toMatchObject({ code: 1, out: '' })
    expect(nobody.err).toContain('No actor was found there')
    const own = await near.maillon(['federation', 'block', 'com'])
    expect(own.err).toBe('This is no host, such as other.example.\n')
  })
})

/** The answer comes when the other hub has sent it. */
async function statusThat(words: string): Promise<string> {
  for (;;) {
    const { out } = await near.maillon(['federation', 'status'])
    if (out.includes(words)) return out
    await pause(200)
  }
}
