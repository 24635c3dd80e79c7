import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { create } from 'tar'

/**
 * Last step of `npm run build`: what the compiler does not carry into `dist`. `version.json` is written at the very
 * end, so its age says whether the build is whole and up to date.
 */
const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')

rmSync(join(dist, 'db/migrations'), { recursive: true, force: true })
cpSync(join(root, 'db/migrations'), join(dist, 'db/migrations'), { recursive: true })
const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const source = packSource()
writeFileSync(
  join(dist, 'version.json'),
  `${JSON.stringify({ number: version, commit: commit(), source })}\n`,
)

/**
 * The very source of what runs, changes of whoever runs it included, served by the hub itself (AGPL §13). Returns its
 * address, which is put into the manifest of served files.
 */
function packSource(): string {
  const draft = join(dist, 'static', 'source.draft')
  // By name: whatever else lies in the folder (data, a backup, notes) is nobody else's business.
  const folders = ['.ci', 'db', 'docs', 'server', 'static', 'test', 'views']
  const files = readdirSync(root).filter((name) =>
    /^([A-Z]+\.md|LICENSE|Dockerfile|\.dockerignore|\.editorconfig|\.gitignore|package(-lock)?\.json|tsconfig\.json)$/.test(
      name,
    ),
  )
  create(
    {
      sync: true,
      file: draft,
      cwd: root,
      gzip: true,
      portable: true,
      prefix: `maillon-${version}`,
    },
    [...folders.filter((name) => existsSync(join(root, name))), ...files],
  )
  const hash = createHash('sha256').update(readFileSync(draft)).digest('hex').slice(0, 10)
  const address = `/static/maillon-${version}-${hash}.tar.gz`
  const index = join(dist, 'static', 'manifest.json')
  const manifest: Record<string, string> = JSON.parse(readFileSync(index, 'utf8'))
  const before = manifest['source']
  if (before !== undefined) rmSync(join(dist, 'static', basename(before)), { force: true })
  renameSync(draft, join(dist, 'static', basename(address)))
  writeFileSync(index, JSON.stringify({ ...manifest, source: address }, null, 2))
  return address
}

/** An image is built without the history, and is told its commit instead. */
function commit(): string | null {
  const told = process.env['COMMIT']
  if (told !== undefined && told !== '') return told
  try {
    // A history further up, of a folder that this one was unpacked in, is not its own.
    if (realpathSync(git('rev-parse', '--show-toplevel')) !== realpathSync(root)) return null
    return git('rev-parse', 'HEAD')
  } catch {
    return null
  }
}

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
}
