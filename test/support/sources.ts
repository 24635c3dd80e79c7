import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export interface Source {
  /** From the root: `server/entries/list.ts`. */
  file: string
  /** Without comments. */
  code: string
  lines: number
  /** Files of ours that it imports, for values or types. */
  local: string[]
  /** Those of them that are loaded with it. */
  loaded: string[]
  /** Packages and parts of Node that are loaded with it, or by it later. */
  packages: string[]
}

const root = join(import.meta.dirname, '../..')

/** Everything that runs in a hub, read as text. */
export const readSources = (): Source[] =>
  globSync('{server,views,db}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !file.includes('.test.') && !file.endsWith('.d.ts') && file !== 'db/drizzle.config.ts')
    .map((file) => readSource(file, readFileSync(join(root, file), 'utf8')))
    .toSorted((a, b) => a.file.localeCompare(b.file))

export function readSource(file: string, text: string): Source {
  const code = withoutComments(text)
  const imports = [
    ...code.matchAll(/(?:^|\n)\s*(?:import|export)\s([^'"]*?from\s*)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g),
  ].map(([, clause = '', from, later]) => ({
    name: from ?? later ?? '',
    isType: /^type\s/.test(clause.trim()),
  }))
  const at = (name: string): string => normalize(join(dirname(file), name))
  const isLocal = ({ name }: { name: string }): boolean => name.startsWith('.') && /\.tsx?$/.test(name)
  return {
    file,
    code,
    lines: text.split('\n').length - 1,
    local: imports.filter(isLocal).map(({ name }) => at(name)),
    loaded: imports.filter((one) => isLocal(one) && !one.isType).map(({ name }) => at(name)),
    packages: imports.filter(({ name, isType }) => !name.startsWith('.') && !isType).map(({ name }) => name),
  }
}

/** `server/entries/list.ts` → `entries`; `server/app.tsx` → `app`; `views/…` → `views`. */
export function roomOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'server' ? second.replace(/\.tsx?$/, '') : top
}

/** Files that need each other to be loaded; one path for each circle found. */
export function circles(sources: readonly Source[]): string[] {
  const loadedBy = new Map(sources.map(({ file, loaded }) => [file, loaded]))
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) {
      for (const next of loadedBy.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
  }
  for (const { file } of sources) visit(file, [])
  return found
}

/** Comments may name what code may not. A `//` inside a string or an address is none. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[\s;{}(,])\/\/[^\n]*/g, '$1')
