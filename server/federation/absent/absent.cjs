'use strict'

const traps = [
  'apply',
  'construct',
  'defineProperty',
  'deleteProperty',
  'get',
  'getOwnPropertyDescriptor',
  'getPrototypeOf',
  'has',
  'isExtensible',
  'ownKeys',
  'preventExtensions',
  'set',
  'setPrototypeOf',
]

/**
 * Stands where a package is expected that must not exist here: it can be required and passed around,
 * and throws at every use. `atLoad` names what the dependent reads while it loads; each of these is
 * absent in the same way.
 */
module.exports = function absent(name, why, atLoad = []) {
  const refuse = () => {
    throw new Error(`Maillon does not have ${name}: ${why}`)
  }
  const handler = Object.fromEntries(traps.map((trap) => [trap, refuse]))
  const parts = new Map(atLoad.map((part) => [part, absent(`${name} (${part})`, why)]))
  handler.get = (_target, key) => parts.get(key) ?? refuse()
  return new Proxy(function () {}, handler)
}
