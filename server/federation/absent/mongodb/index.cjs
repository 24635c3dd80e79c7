'use strict'

module.exports = require('../absent.cjs')(
  'mongodb',
  'what the hub knows is in one SQLite file, see db/open.ts',
)
