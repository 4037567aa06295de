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

it('tells what parties belonged to on the incident’s day, as the register has it, with who says so', async () => {
  await open()
  const { registered } = await visit.getIncident()
  const party = registered[0]!
  const ties = visit.page.locator('.section', { has: visit.page.getByRole('heading', { name: 'In the register of actors' }) })
  expect(await ties.textContent()).toContain(`says ${party.parents[0]!.saidBy}`)
  await ties.getByRole('link', { name: party.name }).click()
  await visit.page.waitForURL(/\/actors\/.+on=2022-04-08/)
})

it('prints its figures, its table, and the stable link that it was printed from', async () => {
  await open()
  await visit.page.emulateMedia({ media: 'print' })
  expect(await visit.page.locator('.printed-from').textContent()).toMatch(/UTC\. http.+\/incidents\/.+\?at=\d{4}-/)
  expect(await visit.page.locator('.masthead-nav').isVisible()).toBe(false)
  expect((await visit.page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
  await visit.page.emulateMedia({ media: 'screen' })
  expect(await visit.page.locator('.printed-from').isVisible()).toBe(false)
})

it('gives a stable link that shows the page as it stood', async () => {
  await open()
  await visit.page.getByRole('button', { name: 'Cite this' }).click()
  const link = await visit.page.getByRole('dialog').locator('output').first().textContent()
  await visit.page.goto(link!)
  await visit.page.getByText('This is the page as it stood on').waitFor()
})

it('tells on a document, where a claim is pointed at, its chain and what found it', async () => {
  const { page } = visit
  await page.goto(visit.documents.get('1-wire.txt')!)
  await page.locator('.passage:not(.passage-headline) .hl-toll').first().hover()
  const tip = page.locator('.tip').first()
  await tip.waitFor()
  expect(await tip.textContent()).toMatch(/→[\s\S]*Found by/)
})
