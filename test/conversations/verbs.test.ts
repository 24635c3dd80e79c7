import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { understood } from '../../server/federation/inbound.ts'
import { root } from '../support/dist.ts'

// No verb is understood, or said, that another software has not said to a hub, or read from it, on a wire.

const scripts = readdirSync(join(root, 'test/conversations'))
  .filter((name) => name.startsWith('fedify'))
  .map((name) => readFileSync(join(root, 'test/conversations', name), 'utf8'))
  .join('\n')

test.each(understood)('%s is said to a hub by Fedify', (verb) => {
  expect(scripts).toMatch(new RegExp(`'${verb}'`))
})

/** FEDERATION.md, « Activities we send ». */
const said =
  'Accept Add Announce Create Delete Flag Follow Invite Join Leave Move Offer Reject Remove Undo Update'.split(
    ' ',
  )

test.each(said)('%s of a hub is read by Fedify', (verb) => {
  expect(scripts.replaceAll(/\(\s+/g, '(')).toContain(`received(vocab.${verb}`)
})
