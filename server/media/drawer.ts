import { constants, setPriority } from 'node:os'
import sharp from 'sharp'

/**
 * What a program that draws is: it is sent jobs, one at a time, and sends each picture back. It reads no stranger's
 * file: only SVG of our own, and the hub's logo as encoder.ts wrote it.
 */
export function drawWhenAsked<Job>(draw: (job: Job) => Promise<Uint8Array>): void {
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadSvgBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
  })
  sharp.concurrency(1)
  sharp.cache(false)
  // Nobody waits for it: pages go first.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  process.on('disconnect', () => process.exit())
  process.on('message', (job: Job) => {
    draw(job).then(
      (picture) => process.send?.(picture),
      // The one who asked hears that it is gone.
      () => process.exit(1),
    )
  })
}
