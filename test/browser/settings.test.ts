import { expect, it } from 'vitest'
import { openVisit } from './visit.ts'

const visit = openVisit({ needsToken: true })

it('asks for a token, gives out one that allows less, shows it once, and revokes it', async () => {
  visit.forgive('401')
  visit.forgive('403')
  const { page } = visit
  await page.goto(`${visit.url}/incidents`)
  await page.getByLabel('Token').fill('casus_wrong')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('This token is not known here').waitFor()
  await page.getByLabel('Token').fill(visit.token!)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('No incidents yet').waitFor()
  await page.goto(`${visit.url}/settings`)
  await page.getByText('You are ana.').waitFor()
  await page.getByLabel('Whose it is').fill('ben')
  await page.getByRole('button', { name: 'Make a token' }).click()
  const secret = (await page.locator('.token-secret').textContent())!
  await page.reload()
  await page.getByText('ben', { exact: true }).waitFor()
  expect(await page.content()).not.toContain(secret)
  const asked = () => fetch(`${visit.url}/incidents.json`, { headers: { Authorization: `Bearer ${secret}` } })
  expect((await asked()).status).toBe(200)
  await page.getByRole('button', { name: /Revoke.*ben/ }).click()
  await page.getByText(/revoked by ana on/).waitFor()
  expect((await asked()).status).toBe(401)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('heading', { name: 'This server asks for a token' }).waitFor()
})
