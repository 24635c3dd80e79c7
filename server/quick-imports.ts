// The default export: an old Node, which lacks the hooks, must come as far as the guard of its version.
import modules from 'node:module'

/**
 * For every file that is imported, Node reads the package.json around it to learn what the file is. Drizzle's has
 * 180 KB and was read five hundred times: half of the time and of the memory of a start. Our own files and those of
 * these packages are all ES modules, and a package's name always leads to the same file.
 *
 * What is imported statically is linked before any line runs: an entry point imports this first, and the rest of the
 * house by `import()`. https://nodejs.org/docs/latest-v24.x/api/module.html#moduleregisterhooksoptions
 */
const packages = /\/node_modules\/(?:drizzle-orm|hono\/dist(?!\/cjs))\//
const names = /^(?:drizzle-orm|hono)(?:\/|$)/
const house = new URL('..', import.meta.url).href

const isOurs = (url: string): boolean => url.startsWith(house) && !url.includes('/node_modules/')

const found = new Map<string, { url: string; format: string }>()

modules.registerHooks({
  resolve(specifier, context, next) {
    const { conditions, parentURL: from = '' } = context
    if (!conditions.includes('import')) return next(specifier, context)
    if (/^\.\.?\/.*\.js$/.test(specifier) && (isOurs(from) || packages.test(from)))
      return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true }
    if (!names.test(specifier) || !isOurs(from)) return next(specifier, context)
    const known = found.get(specifier)
    if (known !== undefined) return { ...known, shortCircuit: true }
    const { url, format } = next(specifier, context)
    if (format === 'module') found.set(specifier, { url, format })
    return { url, format, shortCircuit: true }
  },
})
