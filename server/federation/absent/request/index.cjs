'use strict'

module.exports = require('../absent.cjs')('request', 'server/federation/fetch.ts is the only outbound client')
