'use strict'

module.exports = require('../absent.cjs')(
  'http-signature',
  'requests are signed and verified in server/federation',
)
