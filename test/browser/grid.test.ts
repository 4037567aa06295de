import { readFile } from 'node:fs/promises'
import { beforeAll, expect, it } from 'vitest'
import { openVisit } from './visit.ts'

const visit = openVisit()

/** Two incidents more than the one of the example. */
beforeAll(async () => {
  const body = new FormData()
  const rows = 'Event,Date,Place,Killed,Source\nFire at a depot,2019-05-02,Gao,2,a nurse\nFire at a bridge,2019-05-03,Gao,1,a nurse\n'
  body.append('file', new File([rows], 'two.csv', { type: 'text/csv' }))
  expect((await fetch(`${visit.url}/api/sheets`, { method: 'POST', body })).ok).toBe(true)
})

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
  await page.locator('.grid-many').getByLabel('Value').selectOption('reviewed')
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

const makeColumn = async (name: string, type: string, vocabulary?: string): Promise<void> => {
  const { page } = visit
  await page.getByRole('button', { name: 'Columns …' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill(name)
  await sheet.getByLabel('Holds').selectOption(type)
  if (vocabulary) await sheet.getByLabel('The list').fill(vocabulary)
  await sheet.getByRole('button', { name: 'Make the column' }).click()
  await sheet.getByRole('checkbox', { name }).waitFor()
  await page.keyboard.press('Escape')
}

it('takes a column of one’s own, typed into in place, with a claim that a value rests on', async () => {
  await open()
  const { page } = visit
  await makeColumn('Road', 'text')
  const row = await rowOf()
  const cell = row.getByRole('button', { name: /^Road of/ })
  await cell.focus()
  await page.keyboard.type('M4')
  await page.keyboard.press('Enter')
  await row.getByText('entered by hand, source missing').waitFor()
  expect(await cell.textContent()).toContain('M4')
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Road of'))
  await cell.click()
  const sheet = page.getByRole('dialog')
  await sheet.getByText('source missing').first().waitFor()
  await sheet.getByLabel('Value').fill('M5')
  await sheet.getByLabel('Rests on').selectOption({ index: 1 })
  await sheet.getByRole('button', { name: 'Keep' }).click()
  await sheet.waitFor({ state: 'detached' })
  expect(await cell.textContent()).toMatch(/M5entered by hand$/)
})

it('fills many cells from a spreadsheet after showing what cannot be kept, and takes all of them back at once', async () => {
  await open()
  const { page } = visit
  await makeColumn('Seen', 'choice', 'Yes\nNo')
  const cells = page.getByRole('button', { name: /^Seen of/ })
  await cells.first().focus()
  await cells.first().evaluate((cell) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'yes\nmaybe\nno\n')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  const sheet = page.getByRole('dialog')
  await sheet.getByText('2 cells in 2 rows can be kept, 1 cannot').waitFor()
  await sheet.getByText('Not one of Yes, No.').waitFor()
  await sheet.getByLabel('Where these values come from').fill('our field sheet')
  await sheet.getByRole('button', { name: 'Keep 2 cells' }).click()
  await sheet.waitFor({ state: 'detached' })
  expect(await cells.first().textContent()).toContain('Yes')
  await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click()
  await cells.first().getByText('Yes').waitFor({ state: 'detached' })
})

it('saves a view under an address of its own', async () => {
  await open()
  const { page } = visit
  await page.getByLabel('Order').selectOption('killed')
  await page.getByLabel('Search').fill('Kramatorsk')
  await page.waitForURL(/q=Kramatorsk/)
  await page.getByRole('button', { name: 'Save this view' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill('My town')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/\/grid\?view=v/)
  const another = await visit.another()
  await another.goto(page.url())
  await another.locator('.grid-table tbody tr').first().waitFor()
  expect(await another.getByLabel('Search').inputValue()).toBe('Kramatorsk')
  expect(await another.getByLabel('Order').inputValue()).toBe('killed')
  expect(await another.getByLabel('View').locator('option:checked').textContent()).toBe('My town')
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
