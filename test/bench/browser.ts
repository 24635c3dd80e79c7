import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { firstLoad } from '../e2e/first-load.ts'
import { openMachine } from '../support/processes.ts'
import { median } from './load.ts'
import { publishMany } from './maillon.ts'

// When the largest thing of a page stands on the screen of somebody who comes for the first time over a slow
// connection. Lighthouse's numbers for it; the processor is not slowed down, which on a shared machine says little.

const executablePath = '/usr/bin/chromium'
const most = 1500

/** A row for each page; empty where there is no browser. */
export async function browserTable(port: number, times = 3): Promise<string> {
  if (!existsSync(executablePath)) return ''
  const machine = await openMachine()
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    await machine.init()
    const token = await machine.maillon([
      'token',
      'create',
      '--email',
      'amel@ruche.example',
      '--scopes',
      'read,write',
    ])
    const base = `http://localhost:${port}`
    const server = await machine.serve({ PORT: String(port), PUBLIC_URL: base, LOG_LEVEL: 'error' })
    const [job] = await publishMany(server.url, token.out.trim(), 'job', 20)
    const paths = [
      '/',
      '/emplois',
      job === undefined ? '/annuaire' : `/emplois/${job.id}`,
      '/recherche',
      '/agenda/mois',
    ]
    const rows: string[] = []
    for (const path of paths) {
      const seen: { lcp: number; bytes: number }[] = []
      for (let time = 0; time < times; time++) {
        const page = await browser.newPage({
          baseURL: base,
          viewport: { width: 360, height: 740 },
          locale: 'fr-FR',
        })
        seen.push(await firstLoad(page, path))
        await page.close()
      }
      const lcp = median(seen.map((one) => one.lcp))
      const bytes = median(seen.map((one) => one.bytes))
      const name = path.replace(/[0-9a-f-]{36}$/, '…')
      rows.push(
        `| ${name} | ${(bytes / 1000).toFixed(1)} KB | ${lcp.toFixed(0)} ms | ≤ ${most} ms | ${lcp <= most ? 'yes' : 'no'} |`,
      )
    }
    return [
      '| first visit, slow 4G | weight | largest paint | budget | met |',
      '| --- | --: | --: | --: | --: |',
      ...rows,
    ].join('\n')
  } finally {
    await browser.close()
    await machine.clear()
  }
}
