import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { submissionFiles, submissions } from '../../db/schema/submissions.ts'
import { makeBackup } from '../../server/backup/make.ts'
import { verifyArchive } from '../../server/backup/archive.ts'
import type { Entry } from '../../server/entries/load.ts'
import { attachmentKind } from '../../server/media/attachment-type.ts'
import { attachmentName } from '../../server/media/attachments.ts'
import { pictureFolder } from '../../server/media/files.ts'
import { mostFiles } from '../../server/submissions/attach.ts'
import { forgetSubmissions } from '../../server/submissions/forget.ts'
import { person } from '../support/publish.ts'
import {
  attach,
  begun,
  day,
  newId,
  odt,
  openCall,
  openCalls,
  pdf,
  submitted,
  visitor,
  zipOf,
  type CallPlace,
} from './place.ts'

let place: CallPlace
let call: Entry
beforeAll(async () => {
  place = await openCalls()
  call = await openCall(place)
})
afterAll(() => place.close())

const folder = () => join(pictureFolder(place.deps.config), 'files')
const onDisk = () => (existsSync(folder()) ? readdirSync(folder()) : [])
const rows = () => place.deps.db.read.select().from(submissionFiles)

describe('what bytes are', () => {
  const docx = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }
  test.each([
    ['a PDF', pdf, 'pdf'],
    ['a text of LibreOffice', odt, 'odt'],
    ['a table of LibreOffice', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), 'ods'],
    ['a text of Word', zipOf(docx), 'docx'],
    ['a JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'jpg'],
    ['a PNG', new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')), 'png'],
    ['a text with a program in it', zipOf({ ...docx, 'word/vbaProject.bin': 'x' }), null],
    ['an archive of anything', zipOf({ 'a.html': '<script>' }), null],
    ['an archive that says that it would fill a disk', zipOf(docx, { claims: 150_000_000 }), null],
    ['an archive of an archive, cut short', odt.slice(0, 60), null],
    ['a page', new Uint8Array(Buffer.from('<!doctype html><script>alert(1)</script>')), null],
    ['a picture that is a program', new Uint8Array(Buffer.from('<svg onload="alert(1)"/>')), null],
    ['nothing', new Uint8Array(), null],
    [
      'an archive whose directory points anywhere',
      new Uint8Array(Buffer.concat([odt, Buffer.alloc(0)])).fill(255, odt.length - 8, odt.length - 2),
      null,
    ],
  ])('%s', (_, bytes, kind) => {
    expect(attachmentKind(bytes)).toBe(kind)
  })

  test.each([
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\zoe\\Budget 2027.docx', 'Budget 2027.pdf'],
    ['.htaccess', 'document.pdf'],
    ['"><script>.html', 'script.pdf'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['évaluation\u202Efdp.exe', 'évaluation fdp.pdf'],
    ['', 'document.pdf'],
    ['x'.repeat(300), `${'x'.repeat(80)}.pdf`],
  ])('a file named %j is called %s', (sent, name) => {
    expect(attachmentName(sent, 'pdf')).toBe(name)
  })
})

describe('a file', () => {
  test('comes back as something to save, to its owner alone, whatever it was called and said to be', async () => {
    const { link } = await submitted(place, call)
    expect((await attach(visitor(place), link, '../"piège".html', pdf)).status).toBe(303)
    const page = await visitor(place).get(link)
    const path = /href="(\/projets\/[^"]+\/fichiers\/[^"]+)"/.exec(page.text)?.[1] ?? ''
    const { status, headers } = await visitor(place).get(path)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="pi_ge.pdf"; filename\*=UTF-8''pi%C3%A8ge.pdf$/,
    )
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('private, no-store')
    const [row] = await rows()
    const { mediaRoutes } = await import('../../server/web/media.ts')
    for (const guess of [
      `/media/${row?.id}`,
      `/media/files/${row?.id}`,
      `/media/files%2f${row?.id}`,
      `/media/${row?.id}.webp`,
    ])
      expect((await mediaRoutes(place.deps).request(guess)).status).toBe(404)
    // Another project's key opens none of its files.
    const other = await submitted(place, call)
    expect((await visitor(place).get(`${other.link}/fichiers/${row?.id}`)).status).toBe(410)
    await visitor(place).post(`${other.link}/fichiers`, { retirer: row?.id ?? '' })
    expect(await rows()).toHaveLength(1)
    await visitor(place).post(`${link}/fichiers`, { retirer: row?.id ?? '' })
    expect([await rows(), onDisk()]).toEqual([[], []])
  })

  test('that is none of those, too heavy, or one too many is refused in words, and leaves nothing', async () => {
    const { link } = await submitted(place, call)
    const page = new Uint8Array(Buffer.from('<script>alert(1)</script>'))
    const refused = await attach(visitor(place), link, 'projet.pdf', page, 'application/pdf')
    expect([refused.status, refused.text.includes('pas utilisable ici')]).toEqual([422, true])
    const heavy = new Uint8Array(mostFiles.bytes + 1)
    heavy.set(pdf)
    expect((await attach(visitor(place), link, 'a.pdf', heavy)).status).toBe(422)
    expect(
      (await attach(visitor(place), link, 'a.pdf', new Uint8Array(mostFiles.bytes + 400_000))).status,
    ).toBe(413)
    expect((await attach(visitor(place), link, 'a.pdf', new Uint8Array())).text).toContain(
      'Choisissez d’abord',
    )
    expect((await visitor(place).post(`${link}/fichiers`, { fichier: 'texte' })).status).toBe(422)
    const all = await Promise.all(Array.from({ length: 8 }, () => attach(visitor(place), link, 'a.odt', odt)))
    expect(all.filter(({ status }) => status === 303)).toHaveLength(mostFiles.count)
    expect([(await rows()).length, onDisk().length]).toEqual([mostFiles.count, mostFiles.count])
    await visitor(place).post(link, { acte: 'retirer' })
    expect([await rows(), onDisk()]).toEqual([[], []])
  })

  test('finds no room where a call, or the hub, holds all that it may', async () => {
    const { link, id } = await submitted(place, call)
    const [own] = await place.deps.db.read.select().from(submissions).where(eq(submissions.id, id))
    const full = { id: newId(), submissionN: own?.n ?? 0, name: 'x', type: 'x', createdAt: 0 }
    await place.deps.db.write([
      place.deps.db.make.insert(submissionFiles).values({ ...full, bytes: mostFiles.ofCall - 5 }),
    ])
    expect((await attach(visitor(place), link, 'a.pdf', pdf)).text).toContain('plus de place')
    expect(onDisk()).toEqual([])
    await place.deps.db.write([place.deps.db.make.delete(submissionFiles)])
  })

  test('is in a backup, goes with its project, and its bytes with the next sweep', async () => {
    const { link, id } = await submitted(place, call)
    await attach(visitor(place), link, 'a.pdf', pdf)
    const [row] = await rows()
    const out = mkdtempSync(join(tmpdir(), 'maillon-files-'))
    const archive = join(out, 'sauvegarde.tar.gz')
    const { dataDir, databaseUrl, secretFile } = place.deps.config
    writeFileSync(secretFile, place.deps.secret)
    const plan = {
      target: archive,
      dataDir,
      databaseUrl,
      secretFile,
      maillon: '0',
      origin: '',
      madeAt: new Date(0).toISOString(),
    }
    await makeBackup({ ...plan, mediaDir: pictureFolder(place.deps.config) }, () => {})
    expect(Object.keys((await verifyArchive(archive)).files)).toContain(`media/files/${row?.id}`)
    rmSync(out, { recursive: true })
    await place.deps.db.write([place.deps.db.make.delete(submissions)])
    expect([(await rows()).length, onDisk().length]).toEqual([0, 1])
    place.deps.pass(2 * day)
    await forgetSubmissions(place.deps)
    // Files are dated by the clock of the hub, which stands still here but for what passes.
    expect(onDisk()).toEqual([])
    expect(id).not.toBe('')
  })

  test('cannot be added after the deadline', async () => {
    const { link } = await begun(place, call, { email: `${newId()}@a.example` })
    await attach(visitor(place), link ?? '', 'a.pdf', pdf)
    place.deps.pass(30 * day)
    expect((await attach(visitor(place), link ?? '', 'b.pdf', pdf)).status).toBe(409)
    const [row] = await rows()
    expect((await visitor(place).post(`${link}/fichiers`, { retirer: row?.id ?? '' })).status).toBe(409)
    expect(await rows()).toHaveLength(1)
    expect(await place.deps.db.read.$count(entries)).toBeGreaterThan(0)
    expect(
      (await place.as(await person(place.deps, 'member')).get(`${call.envelope.path}/jury`)).status,
    ).toBe(403)
  })
})
