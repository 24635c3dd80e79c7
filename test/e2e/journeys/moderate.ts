import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { publish } from '../place.ts'
import type { Journey } from './journey.ts'
import { newcomer } from './newcomer.ts'

const rude = 'Vous n’y connaissez rien, fermez donc cette page, bande d’incapables.'

export const moderate: Journey = {
  name: 'moderate',
  title: 'a rude answer is reported, hidden with a word of why, and shown again',
  async walk(walk) {
    const { stage, how, mark, look } = walk
    const admin = await stage.admin(stage.network, how)
    const [rene, rita] = [await newcomer(walk, admin, 'René'), await newcomer(walk, admin, 'Rita')]
    const topic = await discussed(admin, mark)

    // Rita follows it here; the page stands open while somebody answers.
    await rita.goto(topic)
    await rita.getByRole('button', { name: 'Suivre la discussion' }).click()
    await rita.getByRole('button', { name: 'Ne plus suivre la discussion' }).waitFor()
    await rene.goto(topic)
    await rene.getByLabel('Votre réponse').fill(rude)
    await rene.getByRole('button', { name: 'Publier la réponse' }).click()
    await rene.getByText(rude).waitFor()

    if (how.scripts === true) {
      await rita.getByRole('link', { name: '1 nouvelle réponse – afficher' }).click()
      await rita.getByText(rude).waitFor()
    }
    // She is told, and goes there from the bell.
    await told(rita, /^René.* a répondu sous/)
    await rita.getByText('1 notification non lue').waitFor()
    await look(rita, 'told')
    await rita.getByRole('link', { name: /^René.* a répondu sous/ }).click()
    await rita.getByText(rude).waitFor()
    await rita.getByRole('link', { name: /^Signaler la réponse de René/ }).click()
    await rita.getByLabel('Que se passe-t-il').fill('C’est une insulte.')
    await rita.getByLabel('Me dire ce qui a été décidé').check()
    await look(rita, 'report')
    // The page of whoever moderates stands open: with scripts it counts without being asked.
    const before = how.scripts === true ? await counted(admin) : 0
    await rita.getByRole('button', { name: 'Envoyer le signalement' }).click()
    await rita.getByRole('heading', { name: 'Merci' }).waitFor()
    if (how.scripts === true)
      await expect.poll(() => counted(admin), { timeout: 15_000 }).toBeGreaterThan(before)

    await told(admin, /Un signalement attend un regard/)
    await look(admin, 'count')
    await admin.getByRole('link', { name: 'Un signalement attend un regard' }).first().click()
    const report = admin
      .getByRole('article')
      .filter({ hasText: `Un jardin partagé ? ${mark}` })
      .first()
    await report.getByText(rude).waitFor()
    await report.getByRole('radio', { name: 'Masquer' }).check()
    await report.getByLabel('Pourquoi').fill('Insulte')
    await report.getByLabel('Un mot à la personne').fill('On peut ne pas être d’accord sans insulter.')
    await look(admin, 'decide')
    await report.getByRole('button', { name: 'Décider' }).click()
    await admin.getByText('La réponse est masquée.').waitFor()

    const visitor = await stage.visitor(stage.network, how)
    await visitor.goto(topic)
    await visitor.getByText('Une réponse a été masquée par les personnes qui modèrent.').waitFor()
    expect(await visitor.getByText(rude).count()).toBe(0)
    await look(visitor, 'hidden')
    await told(rene, /Votre réponse sous .+ a été masquée/)
    await rene.getByText('On peut ne pas être d’accord sans insulter.').waitFor()
    await look(rene, 'author')
    await told(rita, /Votre signalement sur .+ la réponse a été masquée/)

    // And it can be undone.
    await admin.goto('/moderation/decisions')
    const decision = admin
      .getByRole('listitem')
      .filter({ hasText: 'Insulte' })
      .filter({ hasText: mark })
      .first()
    await decision.getByRole('button').first().click()
    await admin.getByText('La décision est annulée.').waitFor()
    await visitor.goto(topic)
    await visitor.getByText(rude).waitFor()
    await told(rene, /Votre réponse sous .+ est visible/)
    for (const page of [admin, rene, rita, visitor]) await page.context().close()
  },
}

/** A discussion that others can answer. */
async function discussed(page: Page, mark: string): Promise<string> {
  await page.goto('/forum/nouveau')
  await page.getByLabel('Titre').fill(`Un jardin partagé ? ${mark}`)
  await page.getByRole('textbox', { name: /^Texte/ }).fill('Qui voudrait en être ?')
  return publish(page)
}

/** What the bell counts; a page of before is no answer. */
const counted = (page: Page): Promise<number> =>
  page
    .locator('.bell [data-count]')
    .getAttribute('data-count')
    .then((count) => Number(count ?? 0))

/** It comes within seconds, and is in the list when the page is opened; the bell may count it on a page of before. */
async function told(page: Page, words: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto('/notifications')
        return page.getByRole('main').getByRole('listitem').getByText(words).count()
      },
      { timeout: 15_000, interval: 500 },
    )
    .toBeGreaterThan(0)
}
