import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openMachine, type Machine } from '../support/processes.ts'

// Processes start one after another here, on machines that may have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let machine: Machine
beforeEach(async () => {
  machine = await openMachine()
})
afterEach(() => machine?.clear())

describe('a command without a server', () => {
  test('makes the data directory for its user alone, and a secret in it', async () => {
    expect((await machine.init()).code).toBe(0)
    const rights = (name: string): number => statSync(join(machine.dataDir, name)).mode & 0o777
    expect(rights('.')).toBe(0o700)
    for (const name of ['secret', 'maillon.db', 'lock.db']) expect(rights(name)).toBe(0o600)
    expect(Buffer.from(readFileSync(join(machine.dataDir, 'secret'), 'utf8'), 'base64url')).toHaveLength(32)
  })

  test('sets a hub up, once', async () => {
    const first = await machine.init()
    expect(first).toMatchObject({ code: 0, out: 'La Ruche is ready: http://localhost:3000\n', err: '' })
    const second = await machine.init()
    expect(second).toMatchObject({ code: 1, out: '', err: 'This hub is already set up.\n' })
  })

  test('that finds no hub where it was sent says where it looked, and makes nothing there', async () => {
    for (const words of [
      ['user', 'reset', 'amel@ruche.example'],
      ['doctor'],
      ['backup', 'x.tar.gz'],
      ['federation', 'status'],
    ]) {
      const refused = await machine.maillon(words)
      expect(refused.code, words.join(' ')).toBe(1)
      expect(refused.err).toContain(`There is no hub in ${machine.dataDir}`)
      expect(refused.err).toContain('DATA_DIR')
      expect(existsSync(machine.dataDir) ? readdirSync(machine.dataDir) : []).toEqual([])
    }
  })

  test('says so when the hub follows nobody and owes nothing', async () => {
    await machine.init()
    expect((await machine.maillon(['federation', 'status'])).out).toBe(
      'No neighbour is followed, and nothing waits to be sent.\n',
    )
  })

  test('names every option that cannot be used, and begins nothing', async () => {
    const refused = await machine.maillon(
      [
        'init',
        '--name',
        '',
        '--handle',
        'La Ruche',
        '--admin-email',
        'amel',
        '--admin-name',
        'Amel',
        '--password-stdin',
      ],
      { stdin: 'court\n' },
    )
    expect(refused.code).toBe(1)
    for (const option of ['--name', '--handle', '--admin-email', '--password-stdin'])
      expect(refused.err).toContain(`  ${option}: `)
    expect((await machine.init()).code).toBe(0)
  })

  test('sets the sentence under the name too, if it is given', async () => {
    const made = await machine.maillon(
      [
        ...['init', '--name', 'La Ruche', '--handle', 'ruche', '--tagline', 'Ce qui se partage ici'],
        ...['--admin-email', 'amel@ruche.example', '--admin-name', 'Amel', '--password-stdin'],
      ],
      { stdin: 'une phrase assez longue\n' },
    )
    expect(made.code).toBe(0)
    const server = await machine.serve()
    expect(await (await fetch(`${server.url}/`)).text()).toContain('Ce qui se partage ici')
    await server.stop()
  })

  test('lists accounts, makes them, and closes them', async () => {
    await machine.init()
    const added = await machine.maillon([
      'user',
      'add',
      '--email',
      'Bruno@halles.example',
      '--name',
      'Bruno',
      '--role',
      'editor',
    ])
    expect(added.out).toMatch(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{40,}\n$/)
    expect((await machine.maillon(['user', 'disable', 'bruno@halles.example'])).code).toBe(0)
    expect((await machine.maillon(['user', 'list'])).out).toBe(
      'amel@ruche.example\tadmin\tactive\tAmel\nbruno@halles.example\teditor\tdisabled\tBruno\n',
    )
    expect((await machine.maillon(['user', 'reset', 'bruno@halles.example'])).code).toBe(1)
  })

  test('does not close the last administrator out', async () => {
    await machine.init()
    expect(await machine.maillon(['user', 'disable', 'amel@ruche.example'])).toMatchObject({
      code: 1,
      err: 'amel@ruche.example is the last administrator: make another one first.\n',
    })
  })

  test('prints a token and nothing else', async () => {
    await machine.init()
    const made = await machine.maillon([
      'token',
      'create',
      '--email',
      'amel@ruche.example',
      '--scopes',
      'read,write',
    ])
    expect(made).toMatchObject({ code: 0, err: '' })
    expect(made.out).toMatch(/^maillon_[\w-]{40,}\n$/)
    const wrong = await machine.maillon([
      'token',
      'create',
      '--email',
      'amel@ruche.example',
      '--scopes',
      'read,everything',
    ])
    expect(wrong).toMatchObject({ code: 1, out: '' })
    expect(wrong.err).toContain('--scopes')
  })

  test('that is misspelt says so, and touches nothing', async () => {
    for (const words of [
      ['backpu', 'x'],
      ['user'],
      ['backup'],
      ['backup', 'a', 'b'],
      ['user', 'list', '--all'],
    ])
      expect((await machine.maillon(words)).code).toBe(2)
    expect(existsSync(machine.dataDir)).toBe(false)
    expect((await machine.maillon(['user'])).err).toContain('user add, user list, user disable, user reset')
  })

  test('says all that is wrong with the environment at once', async () => {
    const refused = await machine.maillon(['doctor'], {
      env: { PORT: 'eighty', PUBLIC_URL: 'hub.example', LOG_LEVEL: 'loud' },
    })
    expect(refused).toMatchObject({ code: 1, out: '' })
    for (const name of ['PORT', 'PUBLIC_URL', 'LOG_LEVEL']) expect(refused.err).toContain(`  ${name} `)
  })

  test('exports every kind as JSON and CSV, with the pictures, for its owner alone', async () => {
    await machine.init()
    mkdirSync(join(machine.dataDir, 'media'))
    writeFileSync(join(machine.dataDir, 'media/photo.webp'), 'picture')
    const folder = join(machine.dataDir, '../out')
    expect((await machine.maillon(['export', '../out'], { cwd: machine.dataDir })).code).toBe(0)
    const names = readdirSync(folder)
    for (const kind of ['job', 'resource', 'news', 'event', 'organisation']) {
      expect(JSON.parse(readFileSync(join(folder, `${kind}.json`), 'utf8'))).toEqual([])
      expect(names).toContain(`${kind}.csv`)
    }
    expect(readFileSync(join(folder, 'media/photo.webp'), 'utf8')).toBe('picture')
    expect(statSync(folder).mode & 0o077).toBe(0)
    expect((await machine.maillon(['export', folder])).code).toBe(1)
  })
})

describe('the doctor', () => {
  test('finds a new hub well, and shows what is exempt from the guards', async () => {
    await machine.init()
    const found = await machine.maillon(['doctor'], { env: { FEDERATION_ALLOW_HOSTS: '127.0.0.1:4001' } })
    expect(found).toMatchObject({ code: 0, err: '' })
    expect(found.out).toContain('ok     database whole')
    expect(found.out).toContain('FEDERATION_ALLOW_HOSTS: 127.0.0.1:4001')
    expect(found.out).not.toContain('fault')
  })

  test('finds a mail server that does not answer', async () => {
    await machine.init()
    const found = await machine.maillon(['doctor'], {
      env: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'hub@ruche.example' },
    })
    expect(found.code).toBe(1)
    expect(found.out).toContain('fault  mail server 127.0.0.1:1')
  })
})
