import { lock } from '../../db/lock.ts'

// Holds the data directory until it is killed.
await lock(process.argv[2] ?? '')
console.log('held')
setInterval(() => undefined, 1000)
