import { expect } from 'vitest'
import { until } from '../../support/until.ts'
import { accessible, desk, fits, phone, picture } from '../browser.ts'
import { fillIn, inDays, publish } from '../place.ts'
import { textOf } from './reading.ts'
import type { Stage, Story } from './stage.ts'

/** ‘A third of revitalisation funds’: no number that nobody stands for, and no share of what is not known. */
export const funds: Story = {
  proposal: 'L10, a third of revitalisation funds',
  title:
    'has no data until agreements come with their source, then says the share of those whose share is known, also on the other hub',
  async tell(stage) {
    const visitor = await stage.visitor(stage.network)
    await visitor.goto('/engagements?subject=fund')
    await visitor.getByRole('link', { name: /^Fonds de revitalisation/ }).click()
    const unknown = await textOf(visitor)
    expect(unknown).toContain('Pas de données')
    expect(unknown).toContain('Cela ne veut pas dire zéro')
    expect(unknown).not.toMatch(/\b0\s%/)
    await picture(visitor, 'l10-empty-desk')
    const path = await isFilled(stage)
    await hasOneMore(stage, path)
  },
}

const title = 'Un tiers du fonds de la vallée (imaginaire)'

async function isFilled(stage: Stage): Promise<string> {
  const admin = await stage.admin(stage.network)
  await fillIn(admin, '/engagements/nouveau', {
    Titre: title,
    'En une ou deux phrases': 'Des conventions imaginaires, pour voir le tableau.',
    'Sorte d’engagement': 'Une part de fonds de revitalisation',
    'Qui s’engage': 'La préfecture de la vallée (imaginaire)',
    Cible: '33,33',
  })
  // Any button that sends the form opens what this sort of commitment needs.
  await admin.getByRole('button', { name: 'Ajouter une mesure' }).click()
  await admin.getByRole('button', { name: 'Retirer Mesure 1' }).click()
  for (const [at, one] of agreements.entries()) {
    await admin.getByRole('button', { name: 'Ajouter une convention' }).click()
    const part = admin.getByRole('group', { name: `Convention ${at + 1}`, exact: true })
    await part.getByLabel('Entreprise').fill(one.company)
    await part.getByLabel('Signée le').fill(inDays(-one.ago))
    await part.getByLabel('Montant').fill(one.amount)
    await part.getByLabel('Dont vers l’ESS').fill(one.share)
    await part.getByLabel('Adresse de la source').fill(one.url)
  }
  await admin.getByRole('main').getByRole('button', { name: 'Publier', exact: true }).click()
  expect(await textOf(admin)).toContain('Dites d’où cela vient')
  await admin
    .getByRole('group', { name: 'Convention 3', exact: true })
    .getByLabel('Adresse de la source')
    .fill('https://vallee.example/c')
  const path = await publish(admin)
  const text = await textOf(admin)
  expect(text).toContain('Total des conventions connues : 700 000 €.')
  expect(text).toContain('Vers l’ESS : 100 000 €, soit 25 %, sur 2 conventions dont la part est connue.')
  expect(text).toContain('La part visée, un tiers, n’est pas atteinte sur ces conventions.')
  expect(text).toContain('inconnu')
  return path
}

const agreements = [
  {
    company: 'Filature A (imaginaire)',
    ago: 400,
    amount: '300 000',
    share: '100 000',
    url: 'https://vallee.example/a',
  },
  {
    company: 'Forge B (imaginaire)',
    ago: 300,
    amount: '100 000',
    share: '0',
    url: 'https://vallee.example/b',
  },
  { company: 'Presse C (imaginaire)', ago: 200, amount: '300 000', share: '', url: '' },
]

/** A share that becomes known is seen on the other hub, which follows this one. */
async function hasOneMore(stage: Stage, path: string): Promise<void> {
  const admin = await stage.admin(stage.network)
  await admin.goto(`${path}/modifier`)
  await admin
    .getByRole('group', { name: 'Convention 3', exact: true })
    .getByLabel('Dont vers l’ESS')
    .fill('200 000')
  await admin.getByRole('main').getByRole('button', { name: 'Publier les changements' }).click()
  await admin.getByText('atteinte sur ces conventions').waitFor()
  const there = await stage.visitor(stage.coop, { viewport: phone })
  await until(
    'the other hub to say the new share',
    async () => {
      await there.goto(`/engagements?q=${encodeURIComponent('fonds de la vallée')}`)
      const link = there.getByRole('link', { name: title })
      if ((await link.count()) === 0) return false
      await link.click()
      return (await textOf(there)).includes('300 000 €, soit 42,86 %')
    },
    30_000,
  )
  const text = await textOf(there)
  expect(text).toContain('sur 3 conventions dont la part est connue')
  expect(text).toContain('c’est là qu’on la soutient')
  await fits(there)
  await picture(there, 'l10-there-phone')
  const wide = await stage.visitor(stage.network, { viewport: desk, scripts: true })
  await wide.goto(path)
  await accessible(wide)
  await picture(wide, 'l10-fund-desk')
}
