import { expect, it } from 'vitest'
import type { ActorView } from '../../src/server/wire.ts'
import { openVisit } from './visit.ts'

const visit = openVisit()

it('goes from the register to an actor, its ties over time and its incidents', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/actors`)
  await page.getByLabel('Search').fill('russian armed')
  await page.waitForURL(/q=russian/)
  await page.locator('.actor-line').first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!)
  const view = await visit.ask<ActorView>(`/actors/${id}.json`)
  expect(await page.locator('.tie-row:not(.tie-axis)').count()).toBe(view.parents.length + view.members.length)
  await page.getByRole('link', { name: view.parents[0]!.other.name }).first().click()
  await page.getByRole('heading', { level: 1, name: view.parents[0]!.other.name }).waitFor()
})

it('shows the incidents that name an actor, and all of them on the map', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/actors/ru`)
  await page.getByRole('heading', { name: 'Incidents that name it' }).waitFor()
  await page.getByRole('link', { name: 'All on the map and the timeline' }).click()
  await page.waitForURL(/actor=actor/)
  await page.locator('.lines .line').first().waitFor()
})

it('names the version of the method, which the exports name too', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/method`)
  const { version } = await visit.ask<{ version: string }>('/method.json')
  await page.getByText(version).waitFor()
  expect(await (await fetch(`${visit.url}/incidents.csv`)).text()).toContain(version)
  expect(((await visit.ask('/incidents.geojson')) as { method: string }).method).toBe(version)
})

it('says where the data lies, and keeps the name that judgements carry', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/settings`)
  const { where } = await visit.ask<{ where: string }>('/settings.json')
  await page.getByText(where).waitFor()
  await page.getByLabel('Your name').fill('Amira')
  await page.reload()
  expect(await page.getByLabel('Your name').inputValue()).toBe('Amira')
})
