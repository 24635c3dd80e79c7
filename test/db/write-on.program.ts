import { openDatabase } from '../../db/open.ts'

// Writes without end, ten commands at a time, and says of each that it was answered.
const db = await openDatabase({ url: process.argv[2] ?? '' })
for (let n = 0; ; n += 10)
  await Promise.all(
    Array.from({ length: 10 }, async (_, at) => {
      const id = String(n + at).padStart(8, '0')
      const args = [id, 'x'.repeat(500)]
      await db.write([{ sql: 'INSERT INTO notes (id, body) VALUES (?, ?)', args }])
      console.log(id)
    }),
  )
