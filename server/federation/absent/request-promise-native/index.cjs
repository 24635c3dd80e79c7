'use strict'

module.exports = require('../absent.cjs')(
  'request-promise-native',
  'server/federation/fetch.ts is the only outbound client',
)
