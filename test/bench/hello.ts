import { createServer } from 'node:http'

// The yardstick of a round: if this costs more than usual, something else is running on the machine.
createServer((_, response) => response.end('hello')).listen(Number(process.env['PORT']), '127.0.0.1')
