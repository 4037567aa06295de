import type { Page } from 'playwright-core'

/** One step of the walk through the program: what is done, and the name of its picture. */
export type Step = Readonly<{ name: string; does: string; run: (page: Page, url: string) => Promise<void> }>

const REPORT = `Missile kills five at a station near Lyman

LYMAN, Ukraine, 20 April 2022 - A missile killed five people at a railway station near Lyman on Wednesday, police said.`

const openStation = async (page: Page, url: string): Promise<void> => {
  const { incidents } = (await (await fetch(`${url}/incidents.json?q=Kramatorsk`)).json()) as {
    incidents: readonly { id: string; claims: number }[]
  }
  const [most] = [...incidents].sort((a, b) => b.claims - a.claims)
  await page.goto(`${url}/incidents/${most!.id}`)
  await page.locator('.matrix, .matrix-list').first().waitFor()
}

/** From a text that comes in to a figure that goes out: docs/using/walk-through.md tells of it in the same order. */
export const WALK: readonly Step[] = [
  {
    name: 'add',
    does: 'pastes a report; it is read, shown and kept',
    run: async (page, url) => {
      await page.goto(`${url}/add`)
      await page.getByLabel('Text of the article, statement or post').fill(REPORT)
      await page.getByRole('button', { name: 'Read it' }).click()
      await page.getByRole('button', { name: 'Keep 1 document' }).click()
      await page.locator('.add-item a[href^="/incidents/"]').first().waitFor()
    },
  },
  {
    name: 'incident',
    does: 'opens the incident that most is said of: how many were killed according to whom',
    run: async (page, url) => {
      await openStation(page, url)
      await page.locator('.according li').first().waitFor()
    },
  },
  {
    name: 'why',
    does: 'asks why: the claims used and left out, and which origins may be one',
    run: async (page) => {
      await page
        .getByRole('button', { name: /^why\? killed/ })
        .first()
        .click()
      await page.getByRole('dialog').getByText('Who may be whom').waitFor()
    },
  },
  {
    name: 'source',
    does: 'opens a document of that figure: the source, two clicks from the figure',
    run: async (page) => {
      await page.getByRole('dialog').locator('.reasons a').first().click()
      await page.waitForURL(/\/documents\/.+claim=/)
      await page.locator('.text mark.is-selected').first().waitFor()
    },
  },
  {
    name: 'correct',
    does: 'corrects the claim where it stands in the table',
    run: async (page, url) => {
      await openStation(page, url)
      const cell = page.locator('.matrix tbody tr', { hasText: 'Killed' }).first().locator('.cell-claim').first()
      await cell.hover()
      await cell.getByRole('button', { name: /^check/ }).click()
      const sheet = page.getByRole('dialog')
      await sheet.getByRole('button', { name: 'Correct it' }).click()
      await sheet.getByLabel('At least').fill('40')
      await sheet.getByLabel('At most').fill('40')
    },
  },
  {
    name: 'corrected',
    does: 'keeps the correction; the way back is at the foot of the page',
    run: async (page) => {
      await page.getByRole('dialog').getByRole('button', { name: 'Keep the correction' }).click()
      await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).waitFor()
      await page.getByText('✓ edited').first().waitFor()
    },
  },
  {
    name: 'merge',
    does: 'says that another incident is the same',
    run: async (page) => {
      await page.getByRole('button', { name: 'Same as another …' }).click()
      await page.getByLabel('Search for the other incident').fill('Lyman')
      await page.locator('.merge-list li').first().waitFor()
    },
  },
  {
    name: 'merged',
    does: 'merges the two, and takes them apart again',
    run: async (page) => {
      const before = await page.locator('.documents .document-line').count()
      await page.locator('.merge-list button').first().click()
      await page.locator('.undo-bar').getByText('Incidents merged.').waitFor()
      await page.waitForFunction((count) => document.querySelectorAll('.documents .document-line').length > count, before)
      await page.locator('.undo-bar').getByRole('button', { name: 'Undo' }).click()
      await page.waitForFunction((count) => document.querySelectorAll('.documents .document-line').length === count, before)
    },
  },
  {
    name: 'export',
    does: 'takes the incidents out as a sheet with a quote behind every value',
    run: async (page, url) => {
      await page.goto(`${url}/grid`)
      await page.locator('.grid-table tbody tr').first().waitFor()
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV with quotes' }).click()])
      if (await download.failure()) throw new Error('the sheet could not be downloaded')
    },
  },
]
