import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import { importLimits } from '../../imports/understood.ts'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'
import { importPath, makeImport, showImport } from './import.tsx'
import { showModel } from './model.ts'

/** A tender from a file. */
export function importRoutes(deps: Deps): Hono<Env> {
  const app = new Hono<Env>()
  app.get(importPath, showImport(deps))
  app.get(`${importPath}/modele.csv`, showModel)
  // What surrounds the file in the form, and a text pasted beside it.
  app.post(importPath, bodyLimit({ maxSize: 3 * importLimits.bytes, onError: tooLarge }), makeImport(deps))
  return app
}

function tooLarge(): never {
  throw new Refusal('too-large', 'This is too much at once.')
}
