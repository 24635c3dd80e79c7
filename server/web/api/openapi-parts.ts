// The pieces that openapi.ts repeats.

export const parameter = (
  name: string,
  where: 'path' | 'query' | 'header',
  schema: object = { type: 'string' },
) => ({
  name,
  in: where,
  required: where === 'path',
  schema,
})

export const reference = (name: string) => ({
  'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
})

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

/** What can go wrong, in groups that go wrong together. */
export const problems = {
  refused: { 401: problem('No token, or an unknown one.'), 403: problem('Not with this role or scope.') },
  absent: { 404: problem('No such entry.'), 410: problem('It was withdrawn.') },
  conflict: { 409: problem('Somebody changed it meanwhile, or the id is taken.') },
  unfinished: { 422: problem('An unfinished draft: what it lacks, by JSON Pointer.') },
  unprocessable: { 422: problem('A parameter cannot be used.') },
  body: {
    400: problem('Not JSON.'),
    413: problem('Longer than 256 KB.'),
    415: problem('Not declared as JSON.'),
    422: problem('What to mend, by JSON Pointer.'),
    507: problem('The disk is full: reading goes on.'),
  },
}

export const responses = (...parts: Record<string, object>[]): Record<string, object> =>
  Object.assign({ 429: problem('Too many in one minute: `Retry-After` says how long to wait.') }, ...parts)

/** The first is `q`. */
export const filterParameters = [
  parameter('q', 'query'),
  parameter('kind', 'query'),
  parameter('tag', 'query'),
  { ...parameter('place', 'query'), description: 'INSEE code of a commune, or a department.' },
  {
    ...parameter('around', 'query'),
    description: '`1`: the communes of the same territory (intercommunality) as `place` too.',
  },
  { ...parameter('org', 'query'), description: 'Id of an organisation.' },
  parameter('origin', 'query', { enum: ['hub', 'network', 'all'] }),
  parameter('direction', 'query', { enum: ['offer', 'need'] }),
  { ...parameter('past', 'query', { enum: ['1'] }), description: 'What is over or closed, too.' },
  parameter('sort', 'query', { enum: ['recent', 'soon'] }),
  parameter('page', 'query', { type: 'integer', minimum: 1, maximum: 500 }),
  parameter('limit', 'query', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
]
