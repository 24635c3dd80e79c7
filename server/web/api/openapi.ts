import type { Deps } from '../../deps.ts'
import { filterParameters, parameter, problems, reference, responses } from './openapi-parts.ts'
import { schemas } from './openapi-schemas.ts'

/** https://spec.openapis.org/oas/v3.1.1 — every route is in it, by test. */
export const openApi = ({ hub, version }: Pick<Deps, 'hub' | 'version'>) => ({
  openapi: '3.1.1',
  info: {
    title: `${hub.settings.name}: API`,
    version: version.number,
    description:
      'Public entries are read without a token. A token has scopes: `admin` includes `write`, `write` includes `read`; none gives more than the role of the person it belongs to. Errors are problem details (RFC 9457); `errors` names each fault by its JSON Pointer.',
    license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
  },
  servers: [{ url: `${hub.origin}/api/v1` }],
  paths,
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    schemas: schemas(),
  },
})

const token = [{ token: [] }]
const optional = [{}, { token: [] }]
const id = parameter('id', 'path', { type: 'string', format: 'uuid' })
const entry = { 200: { description: 'The entry.', content: reference('Entry') } }
const list = { 200: { description: 'A page of entries.', content: reference('EntryList') } }
const body = (name: string) => ({ required: true, content: reference(name) })

const paths = {
  '/kinds': {
    get: {
      summary: 'The kinds of entries, with the JSON Schema of their fields and a sample',
      security: optional,
      responses: responses({ 200: { description: 'Every kind.', content: reference('KindList') } }),
    },
  },
  '/openapi.json': {
    get: {
      summary: 'This document',
      security: optional,
      responses: responses({ 200: { description: 'OpenAPI 3.1.', content: reference('Any') } }),
    },
  },
  '/search': {
    get: {
      summary: 'Entries that hold every word of q, best first',
      security: optional,
      parameters: [{ ...parameter('q', 'query'), required: true }, ...filterParameters.slice(1)],
      responses: responses(list, problems.unprocessable),
    },
  },
  '/entries': {
    get: {
      summary: 'Entries by the filters of the lists; with ?state=draft or review, your own work',
      security: optional,
      parameters: [...filterParameters, parameter('state', 'query', { enum: ['draft', 'review'] })],
      responses: responses(list, problems.refused, problems.unprocessable),
    },
    post: {
      summary: 'Writes an entry, and publishes it if asked',
      description:
        'Sending again with the same `id` or `Idempotency-Key` gives the same entry. A past deadline is accepted. Without `publish`, what a kind requires may wait: the draft names it in `missing`.',
      security: token,
      parameters: [parameter('Idempotency-Key', 'header')],
      requestBody: body('NewEntry'),
      responses: responses(
        { 201: { description: 'The entry.', content: reference('Entry') } },
        problems.refused,
        problems.body,
        problems.conflict,
      ),
    },
  },
  '/entries/{id}': {
    parameters: [id],
    get: {
      summary: 'One entry; drafts only for those who may change them',
      security: optional,
      responses: responses(entry, problems.absent),
    },
    patch: {
      summary: 'Changes what is sent and keeps the rest (JSON Merge Patch, RFC 7396, one level into fields)',
      description: 'With `If-Match` or `revision`, refused with 409 if somebody changed it since.',
      security: token,
      parameters: [parameter('If-Match', 'header')],
      requestBody: body('ChangedEntry'),
      responses: responses(entry, problems.refused, problems.absent, problems.body, problems.conflict),
    },
    delete: {
      summary: 'Withdraws it for good: its page answers 410 and its followers are told to forget it',
      security: token,
      responses: responses({ 204: { description: 'Withdrawn.' } }, problems.refused, problems.absent),
    },
  },
  '/entries/{id}/publication': {
    parameters: [id],
    post: {
      summary: 'Publishes it; reopens it if it was closed',
      security: token,
      responses: responses(entry, problems.refused, problems.absent, problems.conflict, problems.unfinished),
    },
    delete: {
      summary: 'Closes it (filled, over, taken): still readable, no longer in the lists of what is open',
      security: token,
      responses: responses(entry, problems.refused, problems.absent, problems.conflict),
    },
  },
  '/following': {
    get: {
      summary: 'Whom this hub follows',
      security: token,
      responses: responses(
        { 200: { description: 'All of them.', content: reference('Any') } },
        problems.refused,
      ),
    },
    post: {
      summary: 'Asks to follow a hub or an actor; needs the scope admin',
      security: token,
      requestBody: body('NewFollowing'),
      responses: responses(
        {
          200: { description: 'Followed already.', content: reference('Any') },
          202: { description: 'Asked: some servers answer hours later.', content: reference('Any') },
        },
        problems.refused,
        problems.body,
      ),
    },
  },
  '/federation/deliveries': {
    get: {
      summary: 'What was sent to other servers, and whether it arrived',
      security: token,
      parameters: [
        parameter('state', 'query', { enum: ['waiting', 'delivered', 'failed'] }),
        ...['host', 'activity', 'object', 'before'].map((name) => parameter(name, 'query')),
      ],
      responses: responses(
        { 200: { description: 'Newest first, with counts.', content: reference('Any') } },
        problems.refused,
        problems.unprocessable,
      ),
    },
  },
}
