import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { mostBytes } from '../../imports/organisation-file.ts'
import { Refusal } from '../../refusal.ts'
import { smallBody } from '../accounts/form.ts'
import type { Env } from '../env.ts'
import { makeRecord, removeRecord, showRecord } from '../registers/record.tsx'
import { showDataInclusion } from './data-inclusion.ts'
import { confirmImport, previewImport, showImport } from './import.tsx'
import { showShelf } from './shelf.tsx'

/** What stands beside the list of organisations, and the shelf that they fill. */
export function directoryRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const app = new Hono<Env>()
    .get('/annuaire.data-inclusion.json', showDataInclusion(deps))
    .get('/ressources/logiciels-libres', showShelf(deps))
    .get('/annuaire/importer', showImport(deps))
    .post('/annuaire/importer', limited(mostBytes + 64 * 1024), previewImport(deps))
  // What the followers of an organisation are told of leaves at once.
  app.use('/annuaire/*', async (c, next) => {
    await next()
    if (c.req.method === 'POST' && c.res.status < 400) federation.wake()
  })
  return app
    .post('/annuaire/importer/confirmation', limited(3 * mostBytes), confirmImport(deps))
    .get('/annuaire/:ref/identite', showRecord(deps))
    .post('/annuaire/:ref/identite', smallBody, makeRecord(deps))
    .post('/annuaire/:ref/identite/:finding/effacer', smallBody, removeRecord(deps))
}

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too-large', 'This file is too long: cut it into several.')
    },
  })
