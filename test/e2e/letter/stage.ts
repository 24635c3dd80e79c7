import type { Browser, Page } from 'playwright-core'
import { openDemo, type Demo } from '../../support/demo.ts'
import { someone } from '../browser.ts'
import { signIn } from '../place.ts'
import { openRelay, type Relay } from '../relay.ts'

// The demonstration, played on: one story for each proposal of the letter, all on the same two hubs, each by people
// with a window of their own and without JavaScript. A story makes what it needs and trusts no other story.

type How = NonNullable<Parameters<typeof someone>[2]>

export interface Stage {
  /** The hub of the network of the department. */
  network: string
  /** The hub of a co-op, which follows the network's and is followed by it. */
  coop: string
  /** Every letter that either hub sends. */
  relay: Relay
  visitor(hub: string, how?: How): Promise<Page>
  /** Whoever runs that hub, signed in. */
  admin(hub: string, how?: How): Promise<Page>
  close(): Promise<void>
}

export interface Story {
  /** ‘L3, allotment’ */
  proposal: string
  /** What is proved, as a sentence. */
  title: string
  tell(stage: Stage): Promise<void>
}

const admins = { network: 'admin@deux-rives.example', coop: 'admin@bois-dici.example' }

export async function openStage(browser: Browser): Promise<Stage> {
  const relay = await openRelay()
  const demo: Demo = await openDemo({ SMTP_URL: relay.url, MAIL_FROM: 'hub@deux-rives.example' })
  const [network, coop] = demo.hubs
  return {
    network,
    coop,
    relay,
    visitor: (hub, how) => someone(browser, hub, how),
    async admin(hub, how) {
      const page = await someone(browser, hub, how)
      await signIn(page, hub === network ? admins.network : admins.coop, 'maillon de demonstration')
      return page
    },
    async close() {
      await demo.close()
      await relay.close()
    },
  }
}
