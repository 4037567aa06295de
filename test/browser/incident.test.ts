import { expect, it } from 'vitest'
import { openVisit } from './visit.ts'

const visit = openVisit()

const open = async (): Promise<void> => {
  await visit.page.goto(`${visit.url}/incidents/${await visit.findIncident()}`)
  await visit.page.getByRole('heading', { name: 'Who says what' }).waitFor()
}

it('says at a glance how many were killed according to whom, what evidence is given and who read it', async () => {
  await open()
  const { estimates, review } = await visit.getIncident()
  const head = (await visit.page.locator('.incident-head').textContent())!
  for (const { words, used } of estimates) {
    expect(head).toContain(words)
    for (const { origin } of used) expect(head).toContain(origin)
  }
  expect(head).toMatch(/independent origins?/)
  expect(head).toContain('Evidence')
  expect(head).toContain(`${review.checked} of ${review.claims} claims checked by a person`)
})

it('corrects a figure from the table in three clicks, and takes it back in one', async () => {
  await open()
  const { page } = visit
  const cell = page.locator('.matrix tbody tr', { hasText: 'Killed' }).first().locator('.cell-claim').first()
  const before = await cell.locator('.cell-words').textContent()
  await cell.hover()
  await cell.getByRole('button', { name: /^check/ }).click()
  const sheet = page.getByRole('dialog')
  expect(await sheet.locator('.claim-sentence b').textContent()).toBeTruthy()
  await sheet.getByRole('button', { name: 'Correct it' }).click()
  await sheet.getByLabel('At least').fill('777')
  await sheet.getByLabel('At most').fill('777')
  await sheet.getByRole('button', { name: 'Keep the correction' }).click()
  await cell.getByText('✓ edited').waitFor()
  expect(await cell.locator('.cell-words').textContent()).toContain('777')
  expect(await page.locator('.incident-head').textContent()).toContain('777')
  await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click()
  await page.locator('.undo-bar').getByText('Undone.').waitFor()
  await expect.poll(() => cell.locator('.cell-words').textContent()).toBe(before)
})

it('shows the other rows and columns when asked', async () => {
  await open()
  const { page } = visit
  const rows = page.locator('.matrix tbody tr')
  const few = await rows.count()
  await page.getByRole('button', { name: /^More rows/ }).click()
  expect(await rows.count()).toBeGreaterThan(few)
})

it('draws where it is said to have happened', async () => {
  await open()
  await visit.page.locator('.locator-land').first().waitFor()
  expect(await visit.page.locator('.locator svg').getAttribute('aria-label')).toContain('Kramatorsk')
})

it('on a phone tells each value once, with those who say so', async () => {
  await visit.page.setViewportSize({ width: 390, height: 844 })
  await open()
  await visit.page.locator('.matrix-list .told-by li').first().waitFor()
  expect(await visit.page.locator('.matrix').count()).toBe(0)
})
