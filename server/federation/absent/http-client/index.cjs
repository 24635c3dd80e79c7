'use strict'

module.exports = require('../absent.cjs')(
  '@digitalbazaar/http-client',
  'JSON-LD contexts are bundled, see server/federation/contexts',
  ['httpClient'],
)
