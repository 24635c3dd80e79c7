import { createClient } from '@libsql/client'

// Another program that writes to the file: it holds the write lock for as long as it is told.
const [url = '', milliseconds = '0'] = process.argv.slice(2)
const client = createClient({ url, concurrency: 1, timeout: 1000 })
await client.execute('PRAGMA wal_autocheckpoint = 0')
const transaction = await client.transaction('write')
await transaction.execute("INSERT INTO notes (id) VALUES ('theirs')")
console.log('held')
setTimeout(() => {
  void transaction.commit().then(() => client.close())
}, Number(milliseconds))
