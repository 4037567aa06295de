import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { openVisit } from './visit.ts'

const visit = openVisit()

const open = async (): Promise<void> => {
  await visit.page.goto(`${visit.url}/grid`)
  await visit.page.locator('.grid-table tbody tr').first().waitFor()
}

const rowOf = async () =>
  visit.page.locator('.grid-table tbody tr', { has: visit.page.locator(`a[href="/incidents/${await visit.findIncident()}"]`) })

it('opens the claims behind a cell', async () => {
  await open()
  await (await rowOf()).getByRole('button', { name: /^Killed of/ }).click()
  const sheet = visit.page.getByRole('dialog')
  expect(await sheet.locator('.entry-quote').count()).toBeGreaterThan(1)
  expect(await sheet.textContent()).toContain('says')
})

it('takes a figure of one’s own, says that it has no source, and takes it back', async () => {
  await open()
  const row = await rowOf()
  await row.getByRole('button', { name: /^Missing of/ }).click()
  const sheet = visit.page.getByRole('dialog')
  await sheet.getByLabel('Type a value').fill('many')
  await sheet.getByLabel('Why').fill('counted on a list of names')
  await sheet.getByRole('button', { name: 'Keep' }).click()
  await sheet.getByText('Not a figure').waitFor()
  await sheet.getByLabel('Type a value').fill('3')
  await sheet.getByRole('button', { name: 'Keep' }).click()
  await row.getByText('entered by hand, source missing').waitFor()
  await visit.page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click()
  await row.getByText('entered by hand, source missing').waitFor({ state: 'detached' })
})

it('sets the status of several incidents at once, and goes from cell to cell with the arrow keys', async () => {
  await open()
  const { page } = visit
  await page.getByLabel('Select all rows').check()
  await page.getByLabel('Set status').selectOption('reviewed')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.locator('.grid-table tbody tr').first().getByText('reviewed').waitFor()
  const cell = page.locator('.grid-table tbody .grid-cell').first()
  await cell.focus()
  await page.keyboard.press('ArrowRight')
  expect(await cell.evaluate((element) => element === document.activeElement)).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('grid-cell')
})

it('brings in pasted rows after a try that tells what is wrong row by row', async () => {
  await open()
  const { page } = visit
  await page.getByRole('button', { name: 'Bring in a sheet' }).click()
  const sheet = page.getByRole('dialog')
  await sheet
    .getByLabel('or paste rows')
    .fill(
      'Event\tDate\tPlace\tKilled\tSource\nRaid on a mill\t2020-06-02\tMopti\t4-5\tthe mayor\nRaid on a farm\t2/6/2020\tMopti\tmany\t\n',
    )
  await sheet.getByText('1 row can be read, 1 cannot').waitFor()
  expect(await sheet.locator('.sheet-problems').textContent()).toContain('Row 3')
  await sheet.getByRole('button', { name: 'Bring in 1 row' }).click()
  await sheet.getByText('1 incident was brought in.').waitFor()
  await page.keyboard.press('Escape')
  const row = page.locator('.grid-table tbody tr', { hasText: 'Raid on a mill' })
  await row.waitFor()
  expect(await row.textContent()).toContain('4–5')
})

it('goes out with a quote behind every value', async () => {
  await open()
  const [download] = await Promise.all([
    visit.page.waitForEvent('download'),
    visit.page.getByRole('link', { name: 'CSV with quotes' }).click(),
  ])
  const [head, ...rows] = (await readFile((await download.path())!, 'utf8')).split('\r\n')
  expect(head).toContain('killed,killed_source')
  expect(rows.join('\n')).toContain('”')
})
