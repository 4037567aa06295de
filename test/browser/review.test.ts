import { expect, it } from 'vitest'
import type { IncidentView } from '../../src/server/wire.ts'
import { openVisit } from './visit.ts'

const visit = openVisit()

/** The item in sight. */
const current = () => visit.page.locator('.review-item').getAttribute('data-key')
const next = (before: string | null) =>
  visit.page.waitForFunction((old) => {
    const item = document.querySelector('.review-item')
    return item !== null && item.getAttribute('data-key') !== old
  }, before)

const press = async (key: string): Promise<void> => {
  const before = await current()
  await visit.page.keyboard.press(key)
  await next(before)
}

it('works through twenty items by keyboard alone, and takes the last one back', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/review`)
  await page.locator('.review-question').waitFor()
  const started = Date.now()
  for (let i = 0; i < 20; i++) await press(i % 3 === 2 ? 'x' : 'a')
  expect(Date.now() - started).toBeLessThan(40_000)
  expect(await page.locator('.review-head').textContent()).toContain('20 done')
  const { review } = await visit.ask<IncidentView>(`/incidents/${await visit.findIncident()}.json`)
  expect(review.checked).toBeGreaterThan(10)
  await press('z')
  expect(await page.locator('.review-head').textContent()).toContain('19 done')
})

it('shows a toll in its paragraph, with speaker and date and no answer chosen', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/review?incident=${await visit.findIncident()}`)
  const item = page.locator('.review-item')
  await item.waitFor()
  expect(await item.textContent()).toContain('Who says so')
  expect(await item.locator('.review-quote b').first().textContent()).toBeTruthy()
  expect(await item.locator('.is-main, [aria-pressed="true"]').count()).toBe(0)
})

it('corrects a figure in place by keyboard', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/review`)
  await page.locator('.review-question').waitFor()
  for (let i = 0; i < 10 && (await page.getByRole('button', { name: /^Correct/ }).count()) === 0; i++) await press('k')
  const before = await current()
  await page.keyboard.press('e')
  const field = page.locator('.review-edit input').first()
  await field.waitFor()
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
  await field.fill((await field.getAttribute('type')) === 'number' ? '4' : 'another word')
  await page.keyboard.press('Enter')
  await next(before)
})

it('gives two people different items, and asks the second without telling the first one’s answer', async () => {
  const { page } = visit
  await page.goto(`${visit.url}/review`)
  await page.getByLabel('Reviewing as').fill('Ben')
  await page.getByLabel('Reviewing as').press('Enter')
  await page.getByText('Somebody has judged this before.').waitFor()
  const mine = await current()
  const other = await visit.another()
  await other.addInitScript(() => localStorage.setItem('casus-person', 'Eva'))
  await other.goto(`${visit.url}/review`)
  await other.locator('.review-item').waitFor()
  expect(await other.locator('.review-item').getAttribute('data-key')).not.toBe(mine)
  expect(await other.locator('.review-item').textContent()).not.toContain('tester')
})
