'use strict'

module.exports = require('../absent.cjs')('express', 'Hono serves all HTTP, see server/app.ts')
