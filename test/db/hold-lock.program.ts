import { lock } from '../../db/lock.ts'

// Holds the data directory, and the database if it lies elsewhere, until it is killed.
const [, , dataDir = '', database = `${dataDir}/maillon.db`] = process.argv
await lock(dataDir, `file:${database}`)
console.log('held')
setInterval(() => undefined, 1000)
