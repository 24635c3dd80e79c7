import type { Rule, Sort } from './receiver.ts'
import { listOf, isText, textOf, idOf, hostOf, having, lacking, moved } from './reading.ts'

/** A rule on one line or two. */
export const refuse = (
  on: Sort,
  reason: string,
  from: string,
  refuses: Rule['refuses'],
  spoil: Rule['spoil'],
  when?: Rule['when'],
  mend?: Rule['mend'],
): Rule => ({ reason, from, on, refuses, spoil, ...(when && { when }), ...(mend && { mend }) })

// Rules that several receivers have, each by code of its own.

/** One text, and one of these: a list, even of one, is another type to them. */
export const typeAmong = (on: Sort, types: readonly string[], from: string, when?: Rule['when']): Rule[] => [
  refuse(
    on,
    `its type is none that is known as ${on}`,
    from,
    ({ type }) => !listOf(type).some((one) => types.includes(textOf(one))),
    having({ type: 'Robot' }),
    when,
  ),
]

export const typeIsOneText = (on: Sort, from: string): Rule =>
  refuse(
    on,
    'its type is a list',
    from,
    ({ type }) => typeof type !== 'string',
    (document) => having({ type: [document['type'], 'schema:Thing'] })(document),
  )

export const needs = (on: Sort, name: string, from: string, when?: Rule['when']): Rule =>
  refuse(on, `it has no ${name}`, from, (document) => !isText(document[name]), lacking(name), when)

export const needsAny = (on: Sort, name: string, from: string, when?: Rule['when']): Rule =>
  refuse(on, `it has no ${name}`, from, (document) => idOf(document[name]) === null, lacking(name), when)

/** Members that lead to another server than the document’s own. */
export const atHome = (on: Sort, names: readonly string[], from: string, when?: Rule['when']): Rule[] =>
  names.map((name) =>
    refuse(
      on,
      `its ${name} is on another server`,
      from,
      (document) => {
        const host = hostOf(idOf(document[name]))
        return host !== null && host !== hostOf(document['id'])
      },
      moved(name),
      when,
    ),
  )

export const isList = (on: Sort, name: string, from: string, when?: Rule['when']): Rule =>
  refuse(
    on,
    `its ${name} is no list`,
    from,
    (document) => !Array.isArray(document[name]),
    having({ [name]: 'x' }),
    when,
  )

export const isTextIfAny = (on: Sort, name: string, from: string, when?: Rule['when']): Rule =>
  refuse(
    on,
    `its ${name} is no text`,
    from,
    (document) => !['string', 'undefined'].includes(typeof document[name]),
    having({ [name]: ['x'] }),
    when,
  )

export const https = (on: Sort, names: readonly string[], from: string): Rule[] =>
  names.map((name) =>
    refuse(
      on,
      `its ${name} is not https on the usual port`,
      from,
      (document) =>
        idOf(document[name]) !== null && !/^https:\/\/[^/:]+(\/|$)/.test(idOf(document[name]) ?? ''),
      (document) => having({ [name]: textOf(idOf(document[name])).replace('https:', 'http:') })(document),
    ),
  )
