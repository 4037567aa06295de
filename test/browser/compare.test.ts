import { expect, it } from 'vitest'
import { openVisit } from './visit.ts'

const visit = openVisit()

it('sets two accounts side by side, from the incident’s page, and marks what is copied', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/incidents/${await visit.findIncident()}`)
  await page.getByRole('link', { name: 'Compare two accounts' }).click()
  await page.locator('.compare tbody tr').first().waitFor()
  const { documents, id } = await visit.getIncident()
  const copied = documents.find(({ copies }) => copies.length > 0)!
  await page.goto(`${visit.url}/compare?incident=${id}&a=${copied.document.id}&b=${copied.copies[0]!.id}`)
  await page.locator('.compare-texts mark').first().waitFor()
  expect(await page.locator('.compare .is-same, .compare .is-near').count()).toBeGreaterThan(0)
})

it('teaches where no incident is chosen', async () => {
  await visit.page.goto(`${visit.url}/compare`)
  await visit.page.getByText('Choose an incident with two documents').waitFor()
})

it('shows the untouched original in a frame in which nothing runs', async () => {
  const { page } = visit
  visit.forgive('sandboxed')
  visit.forgive('Content Security Policy')
  await page.goto(visit.documents.get('2-reprint.html')!)
  await page.getByText('The untouched original').click()
  const frame = page.locator('iframe')
  await frame.waitFor()
  expect(await frame.getAttribute('sandbox')).toBe('')
  await page.frameLocator('iframe').locator('body').waitFor()
})

it('names nobody where nobody is named', async () => {
  await visit.page.goto(`${visit.url}/victims`)
  await visit.page.locator('h1', { hasText: 'Victims' }).waitFor()
  await visit.page.locator('.teach, .victims-table').first().waitFor()
})
