import { Hono, type Handler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { openThrottle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { mostFiles } from '../../submissions/attach.ts'
import { smallBody } from '../accounts/form.ts'
import type { Ctx, Env } from '../env.ts'
import { sendBegin, showBegin, showLinkSent, showTakenBack } from './begin.tsx'
import { keepDecision, sendLetters, showDecision } from './decision.tsx'
import { actOnOwnProject, changeFiles, ownFile, showOwnProject } from './dossier.tsx'
import { judge, judgedFile, showJudged } from './judged.tsx'
import { addJuror, inviteJuror, removeJuror, showJury, showSeat, takeOffered } from './jury.tsx'
import { showResults, showTally } from './results.tsx'

/** Projects that are submitted to calls, their jury, and what is decided. */
export function submissionRoutes(deps: Deps, federation: Pick<Federation, 'wake'>): Hono<Env> {
  const app = new Hono<Env>()
  const kind = kindNamed('call')
  if (kind === undefined) return app
  const throttle = openThrottle(deps)
  const on = (make: (deps: Deps, kind: Kind) => (c: Ctx) => Response | Promise<Response>): Handler<Env> =>
    make(deps, kind)
  const at = (path: string) => `${kind.path}/:ref${path}`
  app
    .get('/projets/lien-envoye', showLinkSent(deps))
    .get('/projets/retire', showTakenBack(deps))
    .get('/projets/:id/:key', showOwnProject(deps))
    .post('/projets/:id/:key', mediumBody, actOnOwnProject(deps))
    .post('/projets/:id/:key/fichiers', fileBody, changeFiles(deps))
    .get('/projets/:id/:key/fichiers/:file', ownFile(deps))
    .get('/jury/:id/:key', showSeat(deps))
    .post('/jury/:id/:key', smallBody, takeOffered(deps))
    .get('/bilan-des-appels', on(showTally))
  app
    .get(at('/projet'), on(showBegin))
    .post(at('/projet'), smallBody, sendBegin(deps, kind, throttle))
    .get(at('/resultats'), on(showResults))
    .get(at('/jury'), on(showJury))
    .post(at('/jury/membres'), smallBody, on(addJuror))
    .post(at('/jury/membres/:juror/retrait'), smallBody, on(removeJuror))
    .post(at('/jury/invitations'), smallBody, on(inviteJuror))
    .get(at('/jury/decision'), on(showDecision))
    .post(at('/jury/decision'), mediumBody, keepDecision(deps, kind, federation))
    .post(at('/jury/lettres'), smallBody, on(sendLetters))
    .get(at('/jury/:submission'), on(showJudged))
    .post(at('/jury/:submission'), smallBody, on(judge))
    .get(at('/jury/:submission/fichiers/:file'), on(judgedFile))
  return app
}

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too-large', 'This is too much at once.')
    },
  })

/** Twelve answers of three thousand characters each may weigh this much, written as a form writes them. */
const mediumBody = limited(512 * 1024)
const fileBody = limited(mostFiles.bytes + 200_000)
