import type { Database, Statement } from '../../db/open.ts'

/** Ten people on each host follow an actor of the hub. */
export async function addFollowers(db: Database, actor: string, hosts: readonly string[]): Promise<void> {
  const list = JSON.stringify(hosts)
  await db.write([
    {
      sql: `INSERT INTO actors (id, local, type, handle, host, inbox, shared_inbox, created_at, fetched_at)
        SELECT 'http://' || host.value || '/users/' || person.value, 0, 'Person', 'u' || person.value, host.value,
          'http://' || host.value || '/users/' || person.value || '/inbox', 'http://' || host.value || '/inbox', 0, 0
        FROM json_each(?) host, json_each('[0,1,2,3,4,5,6,7,8,9]') person`,
      args: [list],
    },
    {
      sql: `INSERT INTO followers (actor_n, follower_n, follow_id, accepted_at)
        SELECT (SELECT n FROM actors WHERE id = ?), n, id || '#follow', 0 FROM actors
        WHERE local = 0 AND host IN (SELECT value FROM json_each(?))`,
      args: [actor, list],
    },
  ])
}

const idOfCopy = "printf('019ab000-0000-7000-8000-%012x', copy.i)"

/** Copies of one published resource, each with words of its own: envelope, kind's row and search row. */
export async function addEntries(db: Database, original: string, count: number): Promise<void> {
  const columnsOf = async (table: string): Promise<string[]> =>
    (await db.query(`SELECT name FROM pragma_table_info('${table}')`)).rows.map((row) => String(row[0]))
  const changed: Readonly<Record<string, string>> = {
    n: 'NULL',
    id: idOfCopy,
    slug: "slug || '-' || copy.i",
    title: "title || ' ' || copy.i",
    published_at: 'published_at - copy.i * 60000',
  }
  const envelope = await columnsOf('entries')
  const own = (await columnsOf('resources')).filter((name) => name !== 'entry_n')
  await db.write([
    {
      sql: `INSERT INTO entries (${envelope.join(', ')})
        WITH RECURSIVE copy (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM copy WHERE i < ?)
        SELECT ${envelope.map((name) => changed[name] ?? `entries.${name}`).join(', ')} FROM copy, entries WHERE id = ?`,
      args: [count, original],
    },
    {
      sql: `INSERT INTO resources (entry_n, ${own.join(', ')})
        SELECT entries.n, ${own.map((name) => `resources.${name}`).join(', ')}
        FROM entries, resources WHERE entries.id LIKE '019ab000-0000-7000-8000-%'
          AND resources.entry_n = (SELECT n FROM entries WHERE id = ?)`,
      args: [original],
    },
  ])
  const { rows } = await db.query("SELECT n FROM entries WHERE id LIKE '019ab000-0000-7000-8000-%'")
  const ns = rows.map((row) => Number(row[0]))
  const write = writer()
  for (let from = 0; from < ns.length; from += 2000)
    await db.write(
      Array.from({ length: 20 }, (_, part) => ns.slice(from + part * 100, from + part * 100 + 100))
        .filter((some) => some.length > 0)
        .map((some) => searchRows(some, write)),
    )
}

const searchRows = (ns: readonly number[], write: Writer): Statement => ({
  sql: `INSERT INTO entries_search (rowid, title, summary, body, tags, facets) VALUES ${ns.map(() => "(?, ?, ?, ?, ?, '\uE000kresource \uE000ohub')").join(', ')}`,
  args: ns.flatMap((n) => [n, write.text(5), write.text(10), write.text(45), write.text(2)]),
})

export interface Writer {
  /** The word of this rank: 1 is in nearly every text, 20,000 in hardly any. */
  word(rank: number): string
  text(words: number): string
  /** From 0 to 1, the same row of numbers in every run. */
  chance(): number
}

const syllables = [
  'ba',
  'co',
  'du',
  'fe',
  'gi',
  'la',
  'me',
  'ni',
  'po',
  'ra',
  'se',
  'ti',
  'vu',
  'za',
  'lo',
  'che',
  'ran',
  'ble',
  'tri',
  'sou',
]

/** Words as rare as in a language: the second is half as frequent as the first (Zipf). */
export function writer(): Writer {
  let state = 42
  const chance = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return state / 2 ** 32
  }
  const word = (rank: number): string => {
    let text = ''
    for (let left = rank + 400; left > 0; left = Math.floor(left / syllables.length))
      text += syllables[left % syllables.length]
    return text
  }
  const zipf = (): number => Math.floor(20_000 ** chance())
  return { word, chance, text: (words) => Array.from({ length: words }, () => word(zipf())).join(' ') }
}
